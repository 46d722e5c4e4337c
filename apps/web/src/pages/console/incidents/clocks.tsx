import {
  handInIncidentReport,
  type IncidentClock,
  type IncidentDetail,
  listIncidents,
  readIncident,
  readIncidentReport,
} from '@kept/api';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useAct, useAnswer } from '../../../api/query.ts';
import { Answer } from '../../../app/answer.tsx';
import { useFailureText } from '../../../app/failure-text.ts';
import { useFormat, useMessages } from '../../../app/language.tsx';
import { saveFile } from '../../../app/save-file.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Clock } from './clock.tsx';

interface ReportProps {
  readonly incident: IncidentDetail;
  readonly clock: IncidentClock;
}

/** The draft of a report, and that it is handed in. */
function Report({ incident: { id }, clock: { authority, handedIn } }: ReportProps) {
  const t = useMessages('incidents').one;
  const params = { id, authority: authority.id };
  const answer = useAnswer(readIncidentReport, { params }, { staleTime: 0 });
  const handIn = useAct(handInIncidentReport, [readIncident, listIncidents]);
  const [reference, setReference] = useState('');
  const { say } = useToast();
  const text = useFailureText();
  return (
    <div className="report">
      <Answer of={answer}>
        {(draft) => (
          <>
            <pre>{draft.text}</pre>
            <Button small icon={Download} onClick={() => saveFile(`${authority.id}.md`, 'text/markdown', draft.text)}>
              {t.save}
            </Button>
          </>
        )}
      </Answer>
      {handedIn === null && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (reference.trim() !== '')
              handIn.mutate({ params, body: { reference } }, { onError: (error) => say(text(error)) });
          }}
        >
          <TextField name="reference" label={t.reference} value={reference} onText={setReference} maxLength={200} />
          <Button type="submit" busy={handIn.isPending}>
            {t.handIn}
          </Button>
        </form>
      )}
    </div>
  );
}

function Line({ incident, clock }: ReportProps) {
  const t = useMessages('incidents').one;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { authority, law, dueAt, reach, handedIn } = clock;
  return (
    <li>
      <div>
        <b>{authority.label}</b>
        <small className="block quiet">{law}</small>
        {reach === 'may-be' && <small className="block">{t.may}</small>}
        {handedIn !== null && (
          <small className="block">{t.handedIn(format.fullDateTime(handedIn.at), handedIn.reference)}</small>
        )}
      </div>
      <Clock from={incident.noticedAt} dueAt={dueAt} doneAt={handedIn?.at} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t.draft}</summary>
        {open && <Report incident={incident} clock={clock} />}
      </details>
    </li>
  );
}

/** Who has to be told by when: those whom it reached, and each authority. */
export function Clocks({ incident }: { incident: IncidentDetail }) {
  const t = useMessages('incidents').one;
  return (
    <section className="queue-part" aria-labelledby="clocks-heading">
      <h2 id="clocks-heading">{t.clocks}</h2>
      <ul className="clocks queue">
        <li>
          <div>
            <b>{t.peopleClock(incident.clause)}</b>
          </div>
          <Clock from={incident.noticedAt} dueAt={incident.peopleDueAt} doneAt={incident.toldAt ?? undefined} />
        </li>
        {incident.clocks.map((clock) => (
          <Line key={clock.authority.id} incident={incident} clock={clock} />
        ))}
      </ul>
    </section>
  );
}
