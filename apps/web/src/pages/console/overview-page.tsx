import { type Attention, type ConsoleOverview, readOverview, type Standing } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { BookLock, Code, FileText, type LucideIcon, Radio, RefreshCw } from 'lucide-react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Shape } from '../../ui/status.tsx';
import { Figures } from './figures.tsx';
import './console.css';

type Family = ConsoleOverview['promises'][number];
type Checked = Family['items'][number]['checkedBy'][number];

const order: readonly Standing[] = ['broken', 'due', 'unknown', 'kept'];
const checks: Readonly<Record<Checked, LucideIcon>> = {
  test: Code,
  'run-time': Radio,
  ledger: BookLock,
  contract: FileText,
};

const pages = {
  outbox: '/console/outbox',
  services: '/console/services',
  policies: '/console/policies',
  recipients: '/console/recipients',
  ledger: '/console/ledger',
} as const;

function Tally({ overview }: { overview: ConsoleOverview }) {
  const t = useMessages('console').overview;
  const common = useMessages('common');
  const format = useFormat();
  const now = useNow();
  const all = overview.promises.flatMap(({ items }) => items);
  const count = (standing: Standing): number => all.filter((one) => one.standing === standing).length;
  return (
    <div className="tally">
      {order.map((standing) => (
        <span key={standing} data-s={standing} className="one">
          <Shape of={standing} />
          <b>{count(standing)}</b>
          <span>{common.standing[standing]}</span>
        </span>
      ))}
      <span className="when">{t.checked(format.relative(overview.at, now))}</span>
    </div>
  );
}

function Attend({ one }: { one: Attention }) {
  const t = useMessages('console').overview;
  return (
    <article className="tile big" data-s={one.standing}>
      <Shape of={one.standing} />
      <h2>{one.title}</h2>
      {one.figure !== undefined && <div className="clock">{one.figure}</div>}
      <p>{one.text}</p>
      {one.clause !== undefined && (
        <span className="by">
          <ClauseChip id={one.clause} />
        </span>
      )}
      {one.page !== undefined && (
        <div className="acts">
          <Link to={pages[one.page]} className={buttonClass('second', true)}>
            {t.deal}
            <span className="vh"> {one.title}</span>
          </Link>
        </div>
      )}
    </article>
  );
}

function How({ by }: { by: Checked }) {
  const t = useMessages('console').overview;
  return (
    <span className="how">
      <Icon of={checks[by]} />
      {t.how[by]}
    </span>
  );
}

function PromiseFamily({ family }: { family: Family }) {
  const kept = family.items.filter(({ standing }) => standing === 'kept').length;
  const items = [...family.items].sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  const heading = `family-${family.id}`;
  const common = useMessages('common');
  return (
    <section className="family" aria-labelledby={heading}>
      <h2 id={heading}>
        {family.label}
        <span className="quiet num">
          {kept} / {family.items.length}
        </span>
      </h2>
      {items.map((item) => (
        <div className="tile" key={item.id} data-s={item.standing}>
          <Shape of={item.standing} />
          <span className="say">
            <span>
              <span className="vh">{common.standing[item.standing]}: </span>
              {item.text}
            </span>
            <ClauseChip id={item.clause} look="still" />
          </span>
          <span className="by">
            {item.checkedBy.map((by) => (
              <How key={by} by={by} />
            ))}
            {item.note !== undefined && <span>{item.note}</span>}
          </span>
        </div>
      ))}
    </section>
  );
}

function useLead(overview: ConsoleOverview | undefined): string | undefined {
  const t = useMessages('console').overview;
  if (overview === undefined) return undefined;
  const all = overview.promises.flatMap(({ items }) => items);
  const count = (standing: Standing): number => all.filter((one) => one.standing === standing).length;
  return t.lead(overview.policy.version, all.length, count('broken'), count('due'));
}

/** How the promises stand: loud only where a person is needed. */
export function OverviewPage() {
  const t = useMessages('console').overview;
  const answer = useAnswer(readOverview, {}, { every: 30_000 });
  return (
    <Page
      wide
      title={t.title}
      lead={useLead(answer.data)}
      actions={
        <Button icon={RefreshCw} busy={answer.isFetching} onClick={() => void answer.refetch()}>
          {t.again}
        </Button>
      }
    >
      <Answer of={answer}>
        {(overview) => (
          <>
            <Tally overview={overview} />
            {overview.attention.length > 0 && (
              <div className="attend">
                {overview.attention.map((one) => (
                  <Attend key={one.id} one={one} />
                ))}
              </div>
            )}
            <Figures overview={overview} />
            <div className="families">
              {overview.promises.map((family) => (
                <PromiseFamily key={family.id} family={family} />
              ))}
            </div>
          </>
        )}
      </Answer>
    </Page>
  );
}
