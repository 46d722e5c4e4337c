import { type Attention, type ConsoleOverview, readOverview } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Shape } from '../../ui/status.tsx';
import { Figures } from './figures.tsx';
import './console.css';

const pages = {
  requests: '/console/requests',
  incidents: '/console/incidents',
  outbox: '/console/outbox',
  services: '/console/services',
  policies: '/console/policies',
  recipients: '/console/recipients',
  ledger: '/console/ledger',
} as const;

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

function useLead(overview: ConsoleOverview | undefined): string | undefined {
  const t = useMessages('console').overview;
  const format = useFormat();
  const now = useNow();
  if (overview === undefined) return undefined;
  const count = (standing: Attention['standing']): number =>
    overview.attention.filter((one) => one.standing === standing).length;
  return t.lead(overview.policy.version, count('broken'), count('due'), format.relative(overview.at, now));
}

/** The day in figures: loud only where a person is needed. */
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
            {overview.attention.length > 0 && (
              <div className="attend">
                {overview.attention.map((one) => (
                  <Attend key={one.id} one={one} />
                ))}
              </div>
            )}
            <Figures overview={overview} />
          </>
        )}
      </Answer>
    </Page>
  );
}
