import { type Automation, listTraces, type Trace } from '@kept/service-automations/api';
import type { Device } from '@kept/service-devices/api';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Status } from '../../ui/status.tsx';
import { useSentences } from './words.ts';

const LOOKS: Readonly<Record<Trace['outcome'], 'kept' | 'due' | 'broken' | 'unknown'>> = {
  finished: 'kept',
  conditions: 'unknown',
  mode: 'unknown',
  stopped: 'kept',
  failed: 'broken',
  cancelled: 'due',
  held: 'due',
};

type Sentences = ReturnType<typeof useSentences>;

/** What set it off, and who was behind that. */
function Because({ trace, say }: { trace: Trace; say: Sentences }) {
  const t = useMessages('automations');
  const { fact, cause } = trace;
  const what =
    fact.trigger === 'person'
      ? t.traces.byHand
      : fact.entity === undefined
        ? t.triggers[fact.trigger]
        : t.says.becomes(...say.told(fact.entity, fact.to ?? ''));
  const behind =
    cause === null || fact.trigger === 'person'
      ? null
      : cause.by === 'run'
        ? t.traces.causeRun
        : cause.me
          ? t.traces.causeMe
          : t.traces.causePerson;
  return (
    <>
      {what}
      {behind !== null && <small className="block quiet">{behind}</small>}
    </>
  );
}

function Checked({
  of: { condition, entity, value, result },
  say,
}: {
  of: Trace['conditions'][number];
  say: Sentences;
}) {
  const t = useMessages('automations');
  const found = value === undefined || value === '' ? t.traces.unknown : entity ? say.value(entity, value) : value;
  return (
    <>
      {entity === undefined ? t.conditions[condition] : say.thing(entity)}
      <small className="block quiet">
        {value === undefined && entity === undefined ? '' : value === undefined ? found : t.traces.found(found)}{' '}
        <Status of={result ? 'kept' : 'due'}>{result ? t.traces.yes : t.traces.no}</Status>
      </small>
    </>
  );
}

function Whole({ trace, say }: { trace: Trace; say: Sentences }) {
  const t = useMessages('automations').traces;
  const format = useFormat();
  return (
    <dl className="trace">
      <div>
        <dt>{t.because}</dt>
        <dd>
          <Because trace={trace} say={say} />
        </dd>
      </div>
      {trace.conditions.map((each) => (
        <div key={each.path}>
          <dt>{t.checked}</dt>
          <dd>
            <Checked of={each} say={say} />
          </dd>
        </div>
      ))}
      {trace.steps.map((step) => (
        <div key={step.path}>
          <dt>
            <time>{format.time(step.at)}</time>
          </dt>
          <dd>
            {say.step(step)} {step.result === 'failed' && <Status of="broken">{step.code}</Status>}
          </dd>
        </div>
      ))}
      {trace.clause !== undefined && (
        <div>
          <dt>{t.decided}</dt>
          <dd>
            <ClauseChip id={trace.clause} />
            {trace.mine && trace.entry !== undefined && (
              <small className="block quiet">{t.entry(format.number(trace.entry))}</small>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** What an automation did, the newest first; each opens to why. */
export function Traces({
  home,
  automation,
  devices,
}: {
  home: string;
  automation: Automation;
  devices: readonly Device[];
}) {
  const t = useMessages('automations').traces;
  const format = useFormat();
  const say = useSentences(devices);
  const [before, setBefore] = useState<number | undefined>(undefined);
  const traces = useAnswer(
    listTraces,
    { params: { id: home, automation: automation.id }, query: { before } },
    { every: before === undefined ? 5_000 : false },
  );
  return (
    <section className="sect" aria-labelledby="runs">
      <h2 id="runs">{t.title}</h2>
      <p className="quiet measure mb-4">{t.kept}</p>
      <Answer of={traces}>
        {({ traces: all }) =>
          all.length === 0 ? (
            <p className="quiet">{t.none}</p>
          ) : (
            <>
              <ul className="runs">
                {all.map((trace) => (
                  <li key={trace.run}>
                    <details>
                      <summary>
                        <time>{format.stamp(trace.at)}</time>
                        <Status of={LOOKS[trace.outcome]}>{t.outcomes[trace.outcome]}</Status>
                        <Icon of={ChevronDown} />
                      </summary>
                      <Whole trace={trace} say={say} />
                    </details>
                  </li>
                ))}
              </ul>
              {all.length >= 20 && <Button onClick={() => setBefore(all.at(-1)!.at)}>{t.more}</Button>}
            </>
          )
        }
      </Answer>
    </section>
  );
}
