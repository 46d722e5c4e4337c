import { listTellings, moveTelling, openTellingLetter, type Telling } from '@kept/api';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { LetterText } from '../../ui/letter-text.tsx';
import { Status } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';

type Act = 'send' | 'sent' | 'answered' | 'declined';
interface Letter {
  readonly to?: string | undefined;
  readonly subject: string;
  readonly text: string;
}

const paramsOf = ({ region, id }: Telling): { region: string; id: string } => ({ region: region.id, id });

function actsOf({ state, way, mailable }: Telling): readonly Act[] {
  if (state === 'noted') return mailable ? ['send', 'sent'] : ['sent'];
  return state === 'told' && way === 'letter' ? ['answered', 'declined'] : [];
}

function Acts({ telling }: { telling: Telling }) {
  const t = useMessages('console').tellings;
  const failureText = useFailureText();
  const { say } = useToast();
  const [letter, setLetter] = useState<Letter | null>(null);
  const open = useAct(openTellingLetter);
  const move = useAct(moveTelling, [listTellings]);
  const failed = { onError: (error: unknown) => say(failureText(error)) };
  const read = (): void => open.mutate({ params: paramsOf(telling) }, { onSuccess: setLetter, ...failed });
  return (
    <>
      <p className="flex flex-wrap gap-2">
        {letter === null && telling.state === 'noted' && (
          <Button small busy={open.isPending} onClick={read}>
            {t.read}
          </Button>
        )}
        {actsOf(telling).map((act) => (
          <Button
            small
            key={act}
            busy={move.isPending}
            onClick={() => move.mutate({ params: paramsOf(telling), body: { act } }, failed)}
          >
            {t.acts[act]}
          </Button>
        ))}
      </p>
      {letter !== null && <LetterText text={[letter.to, letter.subject, letter.text].filter(Boolean).join('\n\n')} />}
    </>
  );
}

function Row({ telling }: { telling: Telling }) {
  const t = useMessages('console').tellings;
  const format = useFormat();
  const { recipient, right, fields, state, way, late, toldAt, expectedAt, trouble } = telling;
  return (
    <tr>
      <th scope="row">
        {recipient.label}
        <small className="block quiet font-normal">{right}</small>
      </th>
      <td data-l={t.about}>{format.list(fields)}</td>
      <td data-l={t.standing}>
        <Status of={late ? 'broken' : 'due'}>{state === 'noted' ? t.states[way] : t.states.told}</Status>
        {trouble !== undefined && <small className="block quiet">{t.trouble(trouble)}</small>}
      </td>
      <td data-l={t.since}>
        {format.stamp(toldAt ?? telling.madeAt)}
        {expectedAt !== undefined && <small className="block quiet">{t.expected(format.shortDate(expectedAt))}</small>}
      </td>
      <td>
        <Acts telling={telling} />
      </td>
    </tr>
  );
}

/** Recipients that were told what somebody asked for and have not answered; the letters that nobody else writes. */
export function Tellings() {
  const t = useMessages('console').tellings;
  const answer = useAnswer(listTellings, {}, { every: 15_000 });
  return (
    <section className="queue-part" aria-labelledby="tellings-heading">
      <h2 id="tellings-heading">{t.title}</h2>
      <p className="quiet">{t.lead}</p>
      <Answer of={answer}>
        {({ tellings }) =>
          tellings.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <table className="tbl cards">
              <thead>
                <tr>
                  {[t.who, t.about, t.standing, t.since].map((heading) => (
                    <th scope="col" key={heading}>
                      {heading}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="vh">{t.todo}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {tellings.map((one) => (
                  <Row key={one.id} telling={one} />
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </section>
  );
}
