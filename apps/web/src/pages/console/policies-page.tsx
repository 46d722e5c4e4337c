import { type ConsolePolicy, listConsolePolicies } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Note, Status } from '../../ui/status.tsx';
import './console.css';
import { VersionList } from './version-list.tsx';

function Policy({ entry }: { entry: ConsolePolicy }) {
  const t = useMessages('console').policies;
  const format = useFormat();
  const { policy, problems } = entry;
  const heading = `policy-${policy.id}`;
  return (
    <article className="policy" aria-labelledby={heading}>
      <header>
        <h2 id={heading} className="song">
          {policy.title}
        </h2>
        <Status of={problems.length === 0 ? 'kept' : 'broken'}>
          {problems.length === 0 ? t.compiled : t.problems(problems.length)}
        </Status>
      </header>
      <Facts
        facts={[
          [t.version, policy.version],
          [t.effective, policy.effective],
          [t.counts, t.countsText(entry.clauses, entry.purposes, entry.recipients, entry.consents)],
          [t.fields, t.fieldsText(format.number(entry.fields), entry.sensitive)],
          [
            t.hash,
            <span key="hash" className="mono">
              {policy.hash}
            </span>,
          ],
        ]}
      />
      {problems.map((problem) => (
        <Note key={`${problem.path} ${problem.code}`} of="broken" title={problem.code}>
          <p>{problem.message}</p>
          <p className="mono">{problem.path}</p>
        </Note>
      ))}
      <p className="mt-4">
        <Link to="/notice" className={buttonClass('second', true)}>
          {t.read}
        </Link>
      </p>
    </article>
  );
}

/** The policies in force, as compiled. */
export function PoliciesPage() {
  const t = useMessages('console').policies;
  const answer = useAnswer(listConsolePolicies, {});
  return (
    <Page wide title={t.title} lead={t.lead}>
      <Answer of={answer}>
        {({ policies }) => (
          <div className="policies">
            {policies.map((entry) => (
              <Policy key={entry.policy.hash} entry={entry} />
            ))}
          </div>
        )}
      </Answer>
      <VersionList />
    </Page>
  );
}
