import type { RightRequest } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Marked } from '../../ui/marked.tsx';
import { Status } from '../../ui/status.tsx';
import { Deadline } from './deadline.tsx';
import { isOpen } from './is-open.ts';
import { Steps } from './steps.tsx';

function Standing({ request }: { request: RightRequest }) {
  const t = useMessages('requests');
  if (request.state === 'done') return <Status of="kept">{t.states.done}</Status>;
  if (request.state === 'refused') return <Status of="broken">{t.states.refused}</Status>;
  if (request.state === 'cancelled') return <Status of="unknown">{t.states.cancelled}</Status>;
  return <Status of={request.due.standing}>{t.standing[request.due.standing]}</Status>;
}

function Refusal({ refusal }: { refusal: NonNullable<RightRequest['refusal']> }) {
  const t = useMessages('requests').refusal;
  const format = useFormat();
  return (
    <div className="refusal">
      <p>
        <b>{refusal.ground}</b> <ClauseChip id={refusal.clause} look="refused" />
      </p>
      <p>{refusal.reason}</p>
      {refusal.complain.length > 0 && <p>{t.complain(format.list(refusal.complain))}</p>}
    </div>
  );
}

/** A request: what, when, how many days are left, and every step. */
export function Case({ request, linked = false }: { request: RightRequest; linked?: boolean }) {
  const t = useMessages('requests');
  const ages = useMessages('ages');
  const format = useFormat();
  const made = format.dateTime(request.madeAt);
  const heading = `case-${request.id}`;
  return (
    <article className="case" aria-labelledby={heading}>
      <div className="top">
        <div>
          <h2 id={heading}>
            {linked ? (
              <Link to="/requests/$id" params={{ id: request.id }}>
                {request.title}
              </Link>
            ) : (
              request.title
            )}
          </h2>
          <p className="small quiet">
            <ClauseChip id={request.clause} /> {request.young ? ages.made(made) : t.made(made)}{' '}
            <span className="nowrap">{request.number}</span>
          </p>
        </div>
        <Standing request={request} />
      </div>
      {request.reason !== undefined && (
        <p className="said">
          {t.reason(request.reason.label)} <ClauseChip id={request.reason.clause} />
        </p>
      )}
      {request.young !== undefined && (
        <div className="said">
          <p>
            {request.young.why} · <Marked text={request.young.rule} />
          </p>
          <p>{request.young.next}</p>
        </div>
      )}
      {(isOpen(request) || request.doneAt !== undefined) && <Deadline request={request} />}
      {request.unreadableAt !== undefined && (
        <p className="unreadable">
          <Marked text={t.unreadable(format.dateTime(request.unreadableAt))} />
        </p>
      )}
      {request.refusal !== undefined && <Refusal refusal={request.refusal} />}
      <Steps steps={request.steps} />
    </article>
  );
}
