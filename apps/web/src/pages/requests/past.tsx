import type { RightRequest } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Status } from '../../ui/status.tsx';

const standings = { done: 'kept', refused: 'broken', cancelled: 'unknown', verifying: 'due', running: 'due' } as const;

function PastOne({ request }: { request: RightRequest }) {
  const t = useMessages('requests');
  const format = useFormat();
  const { id, title, state, madeAt, doneAt, refusal, number } = request;
  return (
    <li>
      <div className="row">
        <Link to="/requests/$id" params={{ id }}>
          {title}
        </Link>
        <Status of={standings[state]}>{t.states[state]}</Status>
      </div>
      <p>
        {format.shortDate(doneAt ?? madeAt)} · {number}
      </p>
      {refusal !== undefined && (
        <p>
          {refusal.reason} <ClauseChip id={refusal.clause} look="refused" />
        </p>
      )}
    </li>
  );
}

/** Requests that have come to their end. */
export function Past({ requests }: { requests: readonly RightRequest[] }) {
  const t = useMessages('requests');
  return (
    <section className="past" aria-labelledby="past-heading">
      <h2 id="past-heading">{t.past}</h2>
      <ul className="others">
        {requests.map((request) => (
          <PastOne key={request.id} request={request} />
        ))}
      </ul>
    </section>
  );
}
