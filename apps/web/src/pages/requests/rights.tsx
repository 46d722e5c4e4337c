import type { AvailableRight } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { ClauseChip } from '../../app/clause.tsx';
import { Fees } from '../../app/fees.tsx';
import { useMessages } from '../../app/language.tsx';
import { buttonClass } from '../../ui/button.tsx';

const pages = { 'my-data': '/my-data', choices: '/choices', activity: '/activity', package: '/package' } as const;

function Way({ right }: { right: AvailableRight }) {
  const t = useMessages('requests').rights;
  const small = buttonClass('second', true);
  if (right.page !== undefined) {
    return (
      <Link to={pages[right.page]} className={small}>
        {t.atOnce}
        <span className="vh"> {right.label}</span>
      </Link>
    );
  }
  if (right.contact !== undefined) return <span className="small quiet">{right.contact}</span>;
  if (right.id === 'relatives')
    return (
      <Link to="/ask" className={small}>
        {t.go}
        <span className="vh"> {right.label}</span>
      </Link>
    );
  const ending = right.id === 'closure' || right.id === 'erasure' || right.id === 'content-removal';
  return (
    <Link
      to="/requests/new/$right"
      params={{ right: right.id }}
      className={buttonClass(ending ? 'ending' : 'second', true)}
    >
      {t.go}
      <span className="vh"> {right.label}</span>
    </Link>
  );
}

/** What may be asked for, how, and by when it is answered. */
export function Rights({ rights }: { rights: readonly AvailableRight[] }) {
  const { rights: t, ask } = useMessages('requests');
  const wishes = useMessages('wishes');
  return (
    <section id="rights" aria-labelledby="rights-heading">
      <div className="sect-head">
        <h2 id="rights-heading">{t.title}</h2>
        <span className="small">{t.hint}</span>
      </div>
      <ul className="rightlist">
        {rights.map((right) => (
          <li key={right.id}>
            <div>
              <b>{right.label}</b>
              <p>{ask.leads[right.id]}</p>
            </div>
            <span className="small quiet">{right.deadline}</span>
            <Way right={right} />
            <ClauseChip id={right.clause} />
          </li>
        ))}
      </ul>
      <p className="mt-5">
        <Link to="/requests/wishes">{wishes.link}</Link> <span className="small quiet">{wishes.linkText}</span>
      </p>
      <Fees rights={rights} />
    </section>
  );
}
