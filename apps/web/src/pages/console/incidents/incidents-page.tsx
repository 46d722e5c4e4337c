import { type Incident, listIncidents } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../../api/query.ts';
import { Answer } from '../../../app/answer.tsx';
import { useFormat, useMessages } from '../../../app/language.tsx';
import { Page } from '../../../app/page.tsx';
import { useSession } from '../../../app/session.ts';
import { Blank } from '../../../ui/pictures.tsx';
import { Status } from '../../../ui/status.tsx';
import { Tag } from '../../../ui/tag.tsx';
import '../queue.css';
import './incidents.css';
import { Clock, nextOf } from './clock.tsx';
import { OpenForm } from './open-form.tsx';

const STANDING = {
  suspected: 'broken',
  tracing: 'due',
  traced: 'due',
  telling: 'due',
  told: 'due',
  closed: 'kept',
  dismissed: 'kept',
} as const;

export function IncidentStatus({ incident: { state, drill } }: { incident: Incident }) {
  const t = useMessages('incidents');
  return (
    <>
      <Status of={STANDING[state]}>{t.states[state]}</Status> {drill && <Tag>{t.drill}</Tag>}
    </>
  );
}

/** Which uses of data are in question, in a line. */
export function useSoughtSaid(): (incident: Incident) => string {
  const t = useMessages('incidents');
  const format = useFormat();
  return ({ sought: { from, to } }) =>
    from === 0 ? t.ever(format.fullDateTime(to)) : t.period(format.fullDateTime(from), format.fullDateTime(to));
}

function Row({ incident }: { incident: Incident }) {
  const t = useMessages('incidents');
  const format = useFormat();
  const said = useSoughtSaid();
  const next = nextOf(incident);
  return (
    <tr>
      <th scope="row">
        <Link to="/console/incidents/$id" params={{ id: incident.id }}>
          {said(incident)}
        </Link>
      </th>
      <td data-l={t.columns.state}>
        <IncidentStatus incident={incident} />
      </td>
      <td data-l={t.columns.people} className="r">
        {incident.people === null ? t.unknown : format.number(incident.people)}
      </td>
      <td data-l={t.columns.next}>
        {next === null ? (
          <span className="quiet">{t.nothingDue}</span>
        ) : (
          <>
            <small className="block">{next.label ?? t.tellPeople}</small>
            <Clock from={next.from} dueAt={next.dueAt} />
          </>
        )}
      </td>
    </tr>
  );
}

/** Everything that was ever suspected, and the way to say that something is. */
export function IncidentsPage() {
  const t = useMessages('incidents');
  const answer = useAnswer(listIncidents, {}, { every: 10_000 });
  const { data: session } = useSession();
  const works = session?.role === 'operator' && session.operator.role !== 'auditor';
  return (
    <Page wide title={t.title} lead={t.lead}>
      <Answer of={answer}>
        {({ incidents }) =>
          incidents.length === 0 ? (
            <Blank picture="empty" title={t.none.title}>
              {t.none.text}
            </Blank>
          ) : (
            <table className="tbl cards queue">
              <thead>
                <tr>
                  <th scope="col">{t.columns.what}</th>
                  <th scope="col">{t.columns.state}</th>
                  <th scope="col" className="r">
                    {t.columns.people}
                  </th>
                  <th scope="col">{t.columns.next}</th>
                </tr>
              </thead>
              <tbody>
                {incidents.map((incident) => (
                  <Row key={incident.id} incident={incident} />
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
      {works && <OpenForm />}
    </Page>
  );
}
