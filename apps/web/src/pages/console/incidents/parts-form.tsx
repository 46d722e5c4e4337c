import {
  type IncidentDetail,
  type IncidentParts,
  listIncidents,
  readIncident,
  tellIncident,
  writeIncident,
} from '@kept/api';
import { useState } from 'react';
import { useAct } from '../../../api/query.ts';
import { useFailureText } from '../../../app/failure-text.ts';
import { useFormat, useLanguage, useMessages } from '../../../app/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useToast } from '../../../ui/toast.tsx';

const LANGUAGES = [
  { value: 'zh-Hans', label: '简体中文' },
  { value: 'zh-Hant', label: '繁體中文' },
  { value: 'en', label: 'English' },
] as const;
type Lang = (typeof LANGUAGES)[number]['value'];
const EMPTY = { 'zh-Hans': '', 'zh-Hant': '', en: '' } as const;

/** How far the telling is; drawn while it goes on. */
export function Told({ incident: { told, people, byChannel, unreached, drill, state } }: { incident: IncidentDetail }) {
  const t = useMessages('incidents').one;
  const format = useFormat();
  if (state !== 'telling' && state !== 'told' && state !== 'closed') return null;
  if (drill) return <p>{t.drillTold}</p>;
  const ways = byChannel.map(
    ({ channel, people: n }) => `${t.byChannel[channel as 'email' | 'phone'] ?? channel} ${format.number(n)}`,
  );
  return (
    <div role="status">
      <p>{[t.told(told, people ?? 0), ...ways].join(' · ')}</p>
      {state === 'telling' && <progress value={told} max={Math.max(1, people ?? 1)} aria-label={t.telling} />}
      {unreached > 0 && <p>{t.unreached(unreached)}</p>}
    </div>
  );
}

function Tell({ incident }: { incident: IncidentDetail }) {
  const t = useMessages('incidents').one;
  const tell = useAct(tellIncident, [readIncident, listIncidents]);
  const { say } = useToast();
  const text = useFailureText();
  const { id, people, state } = incident;
  if (state !== 'traced' || people === null) return null;
  return (
    <>
      <Button
        look="ending"
        busy={tell.isPending}
        onClick={() => tell.mutate({ params: { id }, body: { people } }, { onError: (error) => say(text(error)) })}
      >
        {t.tell(people)}
      </Button>
      <small className="block quiet">{t.tellHint}</small>
    </>
  );
}

/** What people are told, part by part in each language; then the telling itself. */
export function PartsForm({ incident, decides }: { incident: IncidentDetail; decides: boolean }) {
  const t = useMessages('incidents').one;
  const { language } = useLanguage();
  const [lang, setLang] = useState<Lang>(language);
  const [parts, setParts] = useState<IncidentParts>(incident.parts);
  const write = useAct(writeIncident, [readIncident]);
  const { say } = useToast();
  const text = useFailureText();
  const open = ['suspected', 'tracing', 'traced'].includes(incident.state);
  const empty = incident.promised.every(({ part }) => !parts[part]?.[lang]);
  const save = () =>
    write.mutate(
      { params: { id: incident.id }, body: { parts } },
      { onSuccess: () => say(t.saved), onError: (error) => say(text(error)) },
    );
  return (
    <section className="queue-part" aria-labelledby="parts-heading">
      <h2 id="parts-heading">{t.parts}</h2>
      <Told incident={incident} />
      {open && (
        <>
          <p className="quiet">{t.partsHint}</p>
          <Segmented label={t.parts} value={lang} options={LANGUAGES} onChoose={setLang} />
          {empty && (
            <Button small onClick={() => setParts(incident.drafts)}>
              {t.takeDraft}
            </Button>
          )}
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            {incident.promised.map(({ part, title }) => (
              <TextArea
                key={`${part} ${lang}`}
                name={part}
                label={title}
                maxLength={2_000}
                value={parts[part]?.[lang] ?? ''}
                onText={(said) => setParts({ ...parts, [part]: { ...(parts[part] ?? EMPTY), [lang]: said } })}
              />
            ))}
            <Button type="submit" look="primary" busy={write.isPending}>
              {t.saveParts}
            </Button>
          </form>
          {decides && <Tell incident={incident} />}
        </>
      )}
    </section>
  );
}
