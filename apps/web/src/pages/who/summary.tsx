import type { Flow, MyRecipients } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Note } from '../../ui/status.tsx';
import type { FlowNode } from './flow-layout.ts';

const names = (labels: readonly string[]): string[] => [...new Set(labels)];

interface SummaryProps {
  readonly data: MyRecipients;
  readonly node: FlowNode | null;
  /** Those that the chosen node belongs to. */
  readonly flows: readonly Flow[];
  readonly days: number;
}

/** The chosen thing in five lines: how often, for what, to whom, where, and what was stopped. */
export function Summary({ data, node, flows, days }: SummaryProps) {
  const t = useMessages('who').summary;
  const format = useFormat();
  const uses = flows.reduce((sum, { count }) => sum + count, 0);
  const purposes = names(flows.map(({ purpose }) => purpose.label));
  const parties = names(flows.flatMap(({ to }) => (to === undefined ? [] : [to.label])));
  const places = names(flows.map(({ to }) => to?.countryLabel ?? data.home.countryLabel));
  const stopped = data.receipts.filter(
    ({ outcome, fields }) =>
      outcome === 'refused' && (node === null || fields.some(({ id }) => node.key === `field:${id}`)),
  );
  const refusals = stopped.length > 0 && (
    <>
      {t.stoppedTimes(stopped.length, stopped[0]!.purpose.label)} <ClauseChip id={stopped[0]!.clause} look="refused" />
    </>
  );
  return (
    <aside className="sumup">
      <h2>{node?.label ?? t.everything}</h2>
      <Facts
        facts={[
          [t.within(days), t.used(uses)],
          [t.forWhat, format.list(purposes)],
          [t.toWhom, parties.length === 0 ? t.nobody : format.list(parties)],
          [t.where, places.length === 1 ? t.only(places[0]!) : format.list(places)],
          [t.stopped, refusals === false ? '' : refusals],
        ]}
      />
      <div className="sheet-acts">
        <Link to="/choices" className={buttonClass('second', true)}>
          {t.consents}
        </Link>
        {node?.column === 0 && node.key !== 'field:rest' && (
          <Link
            to="/activity"
            search={{ field: node.key.slice('field:'.length) }}
            className={buttonClass('plain', true)}
          >
            {t.life}
          </Link>
        )}
      </div>
      <div className="mt-6">
        <Note of="kept" title={t.onList}>
          <p>{t.onListText(days)}</p>
        </Note>
      </div>
    </aside>
  );
}
