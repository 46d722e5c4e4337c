import { Button, Status, useAct, useFailureText, useFormat, useToast, useWords } from '@kept/web/kit';
import { Square } from 'lucide-react';
import { type Firmware, type Rollout, readFirmware, stopRollout } from '../api/index.ts';
import { words } from './words.ts';

const STANDING = {
  waiting: 'unknown',
  sent: 'due',
  done: 'kept',
  failed: 'broken',
  lied: 'broken',
  skipped: 'unknown',
} as const;

interface RolloutsProps {
  readonly home: string;
  readonly devices: readonly Firmware[];
  readonly rollouts: readonly Rollout[];
}

/** What has been updated, and what is. */
export function Rollouts({ home, devices, rollouts }: RolloutsProps) {
  const t = useWords(words);
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(stopRollout, [readFirmware]);
  const stop = (rollout: string): void =>
    mutate(
      { params: { id: home, rollout } },
      { onSuccess: () => say(t.stopped), onError: (error) => say(failureText(error)) },
    );
  return (
    <section className="sect" aria-labelledby="rollouts">
      <h2 id="rollouts">{t.rollouts}</h2>
      {rollouts.map(({ id, at, items }) => (
        <div key={id} className="homeroom mb-5">
          <h3 className="num">{format.dateTime(at)}</h3>
          <ul>
            {items.map(({ wave, device, state }) => (
              <li key={device}>
                <div>
                  {devices.find((each) => each.device === device)?.name ?? t.gone}
                  <small className="quiet block">{t.by(wave)}</small>
                </div>
                <Status of={STANDING[state]}>{t.items[state]}</Status>
              </li>
            ))}
          </ul>
          {items.some(({ state }) => state === 'waiting') && (
            <Button small icon={Square} busy={isPending} onClick={() => stop(id)}>
              {t.stop}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
