import type { ConsoleOverview } from '@kept/api';
import { useFormat, useMessages } from '../../app/language.tsx';

/** The day in figures: people, decisions, requests, messages. */
export function Figures({ overview }: { overview: ConsoleOverview }) {
  const t = useMessages('console').figures;
  const format = useFormat();
  const { people, decisions, requests, outbox } = overview;
  const sum = (of: 'permitted' | 'refused' | 'undecided'): number => decisions.reduce((n, region) => n + region[of], 0);
  const regions = decisions.map(({ region, permitted }) => `${region.label} ${format.number(permitted)}`).join(' · ');
  const figures: readonly (readonly [string, number, string])[] = [
    [t.people, people.active, t.peopleRest(people.prospective, people.closing)],
    [t.permitted, sum('permitted'), regions],
    [t.refused, sum('refused') + sum('undecided'), t.undecided(sum('undecided'))],
    [t.requests, requests.open, t.requestsRest(requests.due, requests.overdue)],
    [t.outbox, outbox.waiting, t.outboxRest(outbox.failed)],
  ];
  return (
    <dl className="figures">
      {figures.map(([label, value, rest]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{format.number(value)}</b>
            <small>{rest}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
