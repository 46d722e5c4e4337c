import { clearMine, listDevices, readKnowledge } from '@kept/service-devices/api';
import { CircleSlash, Fingerprint, Trash2 } from 'lucide-react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useToast } from '../../ui/toast.tsx';

/** What this device knows about the person, and what it does not; theirs to clear without anybody else’s. */
export function KnowsAboutYou({ home, device }: { home: string; device: string }) {
  const t = useMessages('devices').knows;
  const format = useFormat();
  const { say } = useToast();
  const failureText = useFailureText();
  const params = { id: home, device };
  const answer = useAnswer(readKnowledge, { params });
  const { mutate, isPending } = useAct(clearMine, [readKnowledge, listDevices]);
  const clear = (): void =>
    mutate({ params }, { onSuccess: () => say(t.cleared), onError: (error) => say(failureText(error)) });
  return (
    <section className="sect" aria-labelledby="knows">
      <h2 id="knows">{t.title}</h2>
      <Answer of={answer}>
        {({ known, unknown }) => (
          <>
            <div className="knows">
              <div>
                <h3>
                  <Icon of={Fingerprint} />
                  {t.known}
                </h3>
                <ul>
                  {known.map(({ field, label, rows, first, clause }) => (
                    <li key={field}>
                      <span>
                        {label}
                        <small className="block quiet">{t.since(rows, format.date(first))}</small>
                      </span>
                      <ClauseChip id={clause} />
                    </li>
                  ))}
                </ul>
              </div>
              <div>
                <h3>
                  <Icon of={CircleSlash} />
                  {t.unknown}
                </h3>
                <ul>
                  {unknown.map(({ field, label }) => (
                    <li key={field}>{label}</li>
                  ))}
                </ul>
              </div>
            </div>
            <p className="clearing">
              <Button look="ending" icon={Trash2} busy={isPending} onClick={clear}>
                {t.clear}
              </Button>
              <span className="quiet half">{t.clearText}</span>
            </p>
          </>
        )}
      </Answer>
    </section>
  );
}
