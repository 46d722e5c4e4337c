import type { RightRequest } from '@kept/api';
import { Check, X } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Status } from '../../ui/status.tsx';

type Step = RightRequest['steps'][number];

const marks = { done: 'done', running: 'run', waiting: 'wait', stopped: 'stop' } as const;

function Progress({ progress }: { progress: NonNullable<Step['progress']> }) {
  const format = useFormat();
  const { done, total, unit } = progress;
  const style: CSSProperties & Record<'--v', number> = { '--v': total === 0 ? 100 : (done / total) * 100 };
  return (
    <div className="live" role="status">
      <span>{unit}</span>
      <span className="num">
        {format.number(done)} / {format.number(total)}
      </span>
      <span className="bar" style={style}>
        <i />
      </span>
    </div>
  );
}

function Confirmations({ confirmations }: { confirmations: NonNullable<Step['confirmations']> }) {
  const t = useMessages('requests').steps;
  const format = useFormat();
  return (
    <ul className="sub">
      {confirmations.map(({ label, confirmed, at }) => (
        <li key={label}>
          <Status of={confirmed ? 'kept' : 'due'}>{label}</Status>
          <span>{confirmed && at !== undefined ? t.confirmed(format.stamp(at)) : confirmed ? '' : t.waiting}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is done, what is being done, what is to come. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useMessages('requests').steps;
  const format = useFormat();
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li key={step.id} data-st={marks[step.state]}>
          <span className="mk" aria-hidden="true">
            {step.state === 'done' && <Icon of={Check} />}
            {step.state === 'stopped' && <Icon of={X} />}
            {step.state === 'waiting' && index + 1}
          </span>
          <div>
            <b>{step.label}</b> <span className="vh">{t.states[step.state]}</span>
            {step.note !== undefined && <p>{step.note}</p>}
            {step.progress !== undefined && <Progress progress={step.progress} />}
            {step.confirmations !== undefined && step.confirmations.length > 0 && (
              <Confirmations confirmations={step.confirmations} />
            )}
          </div>
          <time>{step.at !== undefined ? format.stamp(step.at) : step.state === 'running' ? t.running : ''}</time>
        </li>
      ))}
    </ol>
  );
}
