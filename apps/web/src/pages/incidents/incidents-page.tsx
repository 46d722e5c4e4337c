import { listMyIncidents, listPublicIncidents, type MyIncident, type PublicIncident } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { usePageTitle } from '../../app/page.tsx';
import { PublicFrame } from '../../app/public-frame.tsx';
import { useSession } from '../../app/session.ts';
import { ClauseSheet } from '../../app/sheet.tsx';
import { Facts } from '../../ui/facts.tsx';
import './incidents.css';

/** What happened, in the parts that the policy promises; of whom it reached also what of theirs. */
function Told({ incident, own }: { incident: PublicIncident; own?: MyIncident | undefined }) {
  const t = useMessages('incidents').mine;
  const format = useFormat();
  return (
    <article className="told" aria-labelledby={`told-${incident.id}`}>
      <h2 id={`told-${incident.id}`}>{incident.title}</h2>
      <p className="quiet">
        {format.fullDateTime(incident.at)}
        {own === undefined && ` · ${t.announced}`}
      </p>
      {own !== undefined && (
        <Facts
          facts={[
            [t.reached(own.uses), t.between(format.fullDateTime(own.first), format.fullDateTime(own.last))],
            [t.fields, format.list(own.fields.map(({ label }) => label))],
          ]}
        />
      )}
      {incident.parts.map(({ part, title, text }) => (
        <section key={part}>
          <h3>{title}</h3>
          <p className="said">{text}</p>
        </section>
      ))}
    </article>
  );
}

function Mine() {
  const t = useMessages('incidents').mine;
  const answer = useAnswer(listMyIncidents, {});
  return (
    <Answer of={answer}>
      {({ incidents }) =>
        incidents.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          incidents.map((each) => <Told key={each.id} incident={each} own={each} />)
        )
      }
    </Answer>
  );
}

function Announced() {
  const t = useMessages('incidents').mine;
  const answer = useAnswer(listPublicIncidents, {});
  return (
    <>
      <p>
        <Link to="/sign-in" search={{ to: '/incidents' }}>
          {t.signIn}
        </Link>
      </p>
      <Answer of={answer}>
        {({ incidents }) =>
          incidents.length === 0 ? (
            <p>{t.noneAtAll}</p>
          ) : (
            incidents.map((each) => <Told key={each.id} incident={each} />)
          )
        }
      </Answer>
    </>
  );
}

/** Incidents that reached the person; for whoever is not signed in, those that are announced to everybody. */
export function IncidentsPage() {
  const t = useMessages('incidents').mine;
  usePageTitle(t.title);
  const { data: session } = useSession();
  return (
    <PublicFrame>
      <div className="incidents-page">
        <h1>{t.title}</h1>
        <p className="lead">{t.lead}</p>
        {session?.role === 'person' ? <Mine /> : <Announced />}
        <ClauseSheet />
      </div>
    </PublicFrame>
  );
}
