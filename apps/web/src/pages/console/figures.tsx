import type { ConsoleOverview } from '@kept/api';
import { useFormat, useMessages } from '../../app/language.tsx';

/** The day in figures: people, decisions, requests, messages. */
export function Figures({ overview }: { overview: ConsoleOverview }) {
  const t = useMessages('console').figures;
  const format = useFormat();
  const { people, decisions, requests, outbox } = overview;
  const figures: readonly (readonly [string, number, string])[] = [
    [t.people, people.active, t.peopleRest(people.prospective, people.closing)],
    [t.permitted, decisions.permitted, t.today],
    [t.refused, decisions.refused + decisions.undecided, t.undecided(decisions.undecided)],
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
