import { closeIncident, type IncidentDetail, listIncidents, readIncident, traceIncident } from '@kept/api';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../../api/query.ts';
import { Answer } from '../../../app/answer.tsx';
import { useFailureText } from '../../../app/failure-text.ts';
import { useFormat, useMessages } from '../../../app/language.tsx';
import { Page } from '../../../app/page.tsx';
import { useSession } from '../../../app/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import '../queue.css';
import './incidents.css';
import { Clocks } from './clocks.tsx';
import { IncidentStatus, useSoughtSaid } from './incidents-page.tsx';
import { PartsForm } from './parts-form.tsx';

/** Whom it reached, and how far the finding of that is. */
function Reached({ incident, decides }: { incident: IncidentDetail; decides: boolean }) {
  const t = useMessages('incidents').one;
  const words = useMessages('incidents');
  const format = useFormat();
  const said = useSoughtSaid();
  const trace = useAct(traceIncident, [readIncident, listIncidents]);
  const { say } = useToast();
  const text = useFailureText();
  const { id, people, fields, jurisdictions, regions, state } = incident;
  const unreadable = regions.reduce((sum, each) => sum + (each.unreadable ?? 0), 0);
  return (
    <>
      <Facts
        facts={[
          [t.noticed, format.fullDateTime(incident.noticedAt)],
          [t.period, said(incident)],
          [t.people, people === null ? words.unknown : format.number(people)],
          [
            t.jurisdictions,
            format.list(jurisdictions.map((each) => `${each.jurisdiction.label} ${format.number(each.people)}`)),
          ],
          [t.fields, format.list(fields.map(({ label }) => label))],
        ]}
      />
      {unreadable > 0 && <p className="quiet">{t.unreadable(unreadable)}</p>}
      {state === 'tracing' &&
        regions.map(({ region, looked, of }) => (
          <label key={region.id} className="block">
            {`${region.label}: ${t.tracing(format.number(looked), format.number(of))}`}
            <progress value={looked} max={Math.max(1, of)} />
          </label>
        ))}
      {decides && (state === 'suspected' || state === 'traced') && (
        <>
          <Button
            look={state === 'suspected' ? 'primary' : 'second'}
            busy={trace.isPending}
            onClick={() => trace.mutate({ params: { id } }, { onError: (error) => say(text(error)) })}
          >
            {state === 'suspected' ? t.trace : t.again}
          </Button>
          <small className="block quiet">{t.traceHint}</small>
        </>
      )}
    </>
  );
}

/** What may still turn out to be none. */
const NOT_TOLD: ReadonlySet<string> = new Set(['suspected', 'traced']);

/** Its end: with what was learnt, or as none. */
function End({ incident: { id, state, endedAt, lessons } }: { incident: IncidentDetail }) {
  const t = useMessages('incidents').one;
  const format = useFormat();
  const close = useAct(closeIncident, [readIncident, listIncidents]);
  const [text, setText] = useState('');
  const { say } = useToast();
  const failure = useFailureText();
  if (endedAt !== null)
    return (
      <section className="queue-part">
        <h2>{t.ended(format.fullDateTime(endedAt))}</h2>
        <p>{lessons}</p>
      </section>
    );
  const as = state === 'told' ? ('closed' as const) : NOT_TOLD.has(state) ? ('dismissed' as const) : null;
  if (as === null) return null;
  return (
    <section className="queue-part" aria-labelledby="end-heading">
      <h2 id="end-heading">{t.end}</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { as, lessons: text } as const;
          if (text.trim() !== '') close.mutate({ params: { id }, body }, { onError: (error) => say(failure(error)) });
        }}
      >
        <TextArea name="lessons" label={t.lessons} value={text} onText={setText} maxLength={4_000} />
        <Button type="submit" busy={close.isPending}>
          {as === 'closed' ? t.close : t.dismiss}
        </Button>
      </form>
    </section>
  );
}

/** One incident from suspicion to closure. */
export function IncidentPage() {
  const t = useMessages('incidents').one;
  const { id } = useParams({ from: '/console/incidents/$id' });
  const answer = useAnswer(readIncident, { params: { id } }, { every: 2_000 });
  const { data: session } = useSession();
  const role = session?.role === 'operator' ? session.operator.role : 'auditor';
  const decides = role === 'owner' || role === 'officer';
  return (
    <Page title={t.title} crumb={<Link to="/console/incidents">{t.crumb}</Link>} clause={answer.data?.clause}>
      <Answer of={answer}>
        {(incident) => (
          <>
            <p>
              <IncidentStatus incident={incident} />
            </p>
            <Reached incident={incident} decides={decides} />
            <Clocks incident={incident} />
            {role !== 'auditor' && <PartsForm key={incident.id} incident={incident} decides={decides} />}
            {(decides || incident.endedAt !== null) && <End incident={incident} />}
          </>
        )}
      </Answer>
    </Page>
  );
}
