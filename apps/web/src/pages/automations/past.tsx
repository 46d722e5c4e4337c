import type { AnswerTo } from '@kept/api';
import { type AutomationConfig, tryAutomation } from '@kept/service-automations/api';
import type { Device } from '@kept/service-devices/api';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Failure, Status } from '../../ui/status.tsx';
import { useSentences } from './words.ts';

type Answered = AnswerTo<typeof tryAutomation>;
type Span = 'day' | 'week';

const WIDTH = 720;
const HEIGHT = 64;
const LINE = 40;
const RADIUS = 5;
const LISTED = 50;

/** A mark for each time: full where everything was so, hollow where not; the shaded part is not known. */
function TimeLine({ answer: { from, until, known, moments }, label }: { answer: Answered; label: string }) {
  const format = useFormat();
  const room = WIDTH - 2 * RADIUS;
  const x = (at: number): number => RADIUS + ((at - from) / (until - from)) * room;
  const days = Array.from({ length: 8 }, (_, i) => from + ((until - from) * i) / 8);
  return (
    <figure className="past-line">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {(known === null || known > from) && (
          <rect className="unknown" x={0} y={8} width={known === null ? WIDTH : x(known)} height={HEIGHT - 16} />
        )}
        {days.map((at) => (
          <line key={at} className="tick" x1={x(at)} x2={x(at)} y1={LINE - 4} y2={LINE + 12} />
        ))}
        <line className="axis" x1={0} x2={WIDTH} y1={LINE} y2={LINE} />
        {moments.map(({ fact, result }) => (
          <circle
            key={`${fact.at} ${fact.index} ${fact.entity ?? ''}`}
            className={result ? 'did' : 'did-not'}
            cx={x(fact.at)}
            cy={result ? LINE - 14 : LINE}
            r={RADIUS}
          />
        ))}
      </svg>
      <figcaption>
        <span>{format.stamp(from)}</span>
        <span>{format.stamp(until)}</span>
      </figcaption>
    </figure>
  );
}

function Times({ answer, devices }: { answer: Answered; devices: readonly Device[] }) {
  const t = useMessages('automations');
  const format = useFormat();
  const say = useSentences(devices);
  const { moments, more, known, from } = answer;
  const did = moments.filter(({ result }) => result).length;
  const label = t.past.found(format.number(did), format.number(moments.length + more));
  return (
    <>
      <p className="measure">{label}</p>
      {known === null ? (
        <p className="quiet">{t.past.unknown}</p>
      ) : (
        known > from && <p className="quiet">{t.past.since(format.stamp(known))}</p>
      )}
      <TimeLine answer={answer} label={label} />
      <ol className="past">
        {moments
          .slice(-LISTED)
          .toReversed()
          .map(({ fact, result }) => (
            <li key={`${fact.at} ${fact.index} ${fact.entity ?? ''}`}>
              <time>{format.stamp(fact.at)}</time>{' '}
              {fact.entity === undefined
                ? t.triggers[fact.trigger as keyof typeof t.triggers]
                : t.says.becomes(...say.told(fact.entity, fact.to ?? ''))}{' '}
              <Status of={result ? 'kept' : 'unknown'}>{result ? t.past.would : t.past.wouldNot}</Status>
            </li>
          ))}
      </ol>
    </>
  );
}

/** When settings would have set off in the last day or week; they need not be saved. Null: not complete yet. */
export function Past({
  home,
  config,
  devices,
}: {
  home: string;
  config: AutomationConfig | null;
  devices: readonly Device[];
}) {
  const t = useMessages('automations').past;
  const incomplete = useMessages('automations').edit.incomplete;
  const failureText = useFailureText();
  const [span, setSpan] = useState<Span>('day');
  const [told, setTold] = useState<string | null>(null);
  const { mutate, isPending, data } = useAct(tryAutomation);
  const look = (over: Span): void => {
    setSpan(over);
    setTold(config === null ? incomplete : null);
    if (config === null) return;
    const body = { config: config as never, span: over };
    mutate({ params: { id: home }, body }, { onError: (error) => setTold(failureText(error)) });
  };
  return (
    <section className="sect" aria-labelledby="past">
      <div className="sect-head">
        <h2 id="past">{t.title}</h2>
        <Segmented
          label={t.span}
          value={span}
          options={(['day', 'week'] as const).map((value) => ({ value, label: t.spans[value] }))}
          onChoose={look}
        />
      </div>
      <p className="quiet measure mb-4">{t.lead}</p>
      <Button small busy={isPending} onClick={() => look(span)}>
        {t.look}
      </Button>
      <Failure text={told} />
      {data !== undefined && told === null && <Times answer={data} devices={devices} />}
    </section>
  );
}
