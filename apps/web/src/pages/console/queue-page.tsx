import { listQueue, type QueuedRequest, type QueueFigures } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Shape, Status } from '../../ui/status.tsx';
import './queue.css';

type Filter = 'open' | 'waiting' | 'ended';

/** How much of the time is gone, in words, colour and length. */
function Left({ request }: { request: QueuedRequest }) {
  const t = useMessages('queue').left;
  const format = useFormat();
  const now = useNow();
  const { due, madeAt, doneAt, state } = request;
  if (state !== 'running')
    return <span className="quiet">{doneAt === undefined ? '' : t.ended(format.isoDay(doneAt))}</span>;
  const gone = Math.min(100, Math.max(0, ((now - madeAt) / Math.max(1, due.at - madeAt)) * 100));
  const style: CSSProperties & Record<'--v', number> = { '--v': gone };
  const span = format.relative(due.at, now);
  return (
    <span className="left" data-s={due.standing}>
      <b>
        {due.standing !== 'kept' && <Shape of={due.standing} />}
        {due.standing === 'broken' ? t.overdue(span) : t.due(span)}
      </b>
      <span className="bar" style={style} aria-hidden="true">
        <i />
      </span>
    </span>
  );
}

/** What a request waits for, and whether it was reminded of. */
export function Waits({ request }: { request: QueuedRequest }) {
  const { waits, reminded, ...t } = useMessages('queue');
  const states = useMessages('requests').states;
  if (request.state !== 'running') {
    const standing = { done: 'kept', refused: 'broken', cancelled: 'unknown', verifying: 'due' } as const;
    return <Status of={standing[request.state]}>{states[request.state]}</Status>;
  }
  return (
    <>
      {request.waits === null ? (
        <span className="quiet">{waits.none}</span>
      ) : (
        <Status of="due">{waits[request.waits]}</Status>
      )}
      {request.reminded !== null && (
        <small className="block quiet" title={t.title}>
          {reminded[request.reminded]}
        </small>
      )}
    </>
  );
}

/** For which reason it is asked for, or how an age came to light. */
const why = ({ reason, young }: QueuedRequest): string | undefined => reason?.label ?? young?.why;

function Table({ requests }: { requests: readonly QueuedRequest[] }) {
  const t = useMessages('queue').columns;
  return (
    <table className="tbl cards queue">
      <thead>
        <tr>
          {[t.due, t.request, t.region, t.standing].map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr key={request.id}>
            <td data-l={t.due}>
              <Left request={request} />
            </td>
            <th scope="row">
              <Link to="/console/requests/$region/$id" params={{ region: request.region.id, id: request.id }}>
                {request.title}
              </Link>{' '}
              <small className="quiet nowrap">{request.number}</small> <ClauseChip id={request.clause} look="still" />
              {why(request) !== undefined && <small className="block quiet">{why(request)}</small>}
            </th>
            <td data-l={t.region}>{request.region.label}</td>
            <td data-l={t.standing}>
              <Waits request={request} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figures({ figures }: { figures: QueueFigures }) {
  const t = useMessages('queue').figures;
  const format = useFormat();
  const days = (count: number | undefined): string =>
    count === undefined ? t.none : t.days(format.number(Math.round(count * 10) / 10));
  const lines: readonly (readonly [string, string])[] = [
    [t.done, format.number(figures.done)],
    [t.refused, format.number(figures.refused)],
    [t.median, days(figures.medianDays)],
    [t.mean, days(figures.meanDays)],
  ];
  return (
    <dl className="figures">
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{value}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is due, and what waits for somebody. Numbers, never names. */
export function QueuePage() {
  const t = useMessages('queue');
  const { link: byYear } = useMessages('metrics');
  const { link: younger } = useMessages('ages');
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>('open');
  const [number, setNumber] = useState('');
  const query = filter === 'ended' ? { ended: '1' as const } : {};
  const answer = useAnswer(listQueue, { query }, { every: 10_000 });
  const { data } = answer;
  const shown = (requests: readonly QueuedRequest[]): readonly QueuedRequest[] =>
    requests.filter(
      (each) => (filter !== 'waiting' || each.waits !== null) && each.number.includes(number.trim().toUpperCase()),
    );
  return (
    <Page
      wide
      title={t.title}
      lead={data && t.lead(format.number(data.figures.open), data.figures.overdue, data.figures.waiting)}
    >
      <Answer of={answer}>
        {({ requests, figures }) => (
          <>
            <Figures figures={figures} />
            <div className="queue-tools">
              <Segmented
                label={t.filter}
                value={filter}
                options={(['open', 'waiting', 'ended'] as const).map((value) => ({ value, label: t.filters[value] }))}
                onChoose={setFilter}
              />
              <Link to="/console/metrics" className={buttonClass('plain')}>
                {byYear}
              </Link>
              <Link to="/console/ages" className={buttonClass('plain')}>
                {younger}
              </Link>
              <TextField name="number" type="search" label={t.find} value={number} onText={setNumber} />
            </div>
            {shown(requests).length === 0 ? (
              <Blank picture="empty" title={t.none.title}>
                <p>{t.none.text}</p>
              </Blank>
            ) : (
              <Table requests={shown(requests)} />
            )}
            <p className="small quiet mt-3">{t.pseudonymous}</p>
          </>
        )}
      </Answer>
    </Page>
  );
}
