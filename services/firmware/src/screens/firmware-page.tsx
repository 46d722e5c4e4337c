import {
  Answer,
  Button,
  CheckField,
  DevicesLink,
  Page,
  Status,
  useAct,
  useAnswer,
  useFailureText,
  useFormat,
  useToast,
  useWords,
} from '@kept/web/kit';
import { useParams } from '@tanstack/react-router';
import { HardDriveDownload, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { checkFirmware, type Firmware, readFirmware, startRollout } from '../api/index.ts';
import { Rollouts } from './rollouts.tsx';
import { words } from './words.ts';
import './firmware.css';

const STANDING = { unknown: 'unknown', idle: 'kept', available: 'due', updating: 'due', scheduled: 'due' } as const;
const EVERY_MS = 5_000;

interface LineProps {
  readonly device: Firmware;
  readonly isChosen: boolean;
  choose(chosen: boolean): void;
}

function Line({ device, isChosen, choose }: LineProps) {
  const t = useWords(words);
  const format = useFormat();
  const { name, firmware, state, installed, latest, progress, remaining } = device;
  const known = installed === null ? firmware : t.version(format.number(installed));
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p className="quiet">
          {state === 'available' && installed !== null && latest !== null
            ? t.versions(format.number(installed), format.number(latest))
            : known}
        </p>
        <p>
          <Status of={STANDING[state]}>{t.state[state]}</Status>
          {state === 'updating' && progress !== null && (
            <small className="quiet"> {t.progress(Math.round(progress), Math.ceil((remaining ?? 0) / 60))}</small>
          )}
        </p>
        {state === 'updating' && progress !== null && (
          <progress aria-label={`${name}: ${t.state.updating}`} max={100} value={progress} />
        )}
      </div>
      {state === 'available' && latest !== null && (
        <CheckField name={`choose-${device.device}`} checked={isChosen} onCheck={choose}>
          <span className="vh">{t.choose(name)}</span>
        </CheckField>
      )}
    </li>
  );
}

function Devices({ home, devices }: { home: string; devices: readonly Firmware[] }) {
  const t = useWords(words);
  const failureText = useFailureText();
  const { say } = useToast();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { mutate, isPending } = useAct(startRollout, [readFirmware]);
  const going = chosen.filter((id) => devices.some(({ device, state }) => device === id && state === 'available'));
  const start = (): void => {
    const [first, ...rest] = going;
    if (first === undefined) return;
    const waves = rest.length > 0 ? [[first], rest] : [[first]];
    mutate(
      { params: { id: home }, body: { waves } },
      {
        onSuccess: () => {
          setChosen([]);
          say(t.started);
        },
        onError: (error) => say(failureText(error)),
      },
    );
  };
  return (
    <>
      <ul className="people firmware">
        {devices.map((each) => (
          <Line
            key={each.device}
            device={each}
            isChosen={going.includes(each.device)}
            choose={(is) => setChosen(is ? [...chosen, each.device] : chosen.filter((id) => id !== each.device))}
          />
        ))}
      </ul>
      {going.length > 0 && (
        <div className="clearing">
          <Button look="primary" icon={HardDriveDownload} busy={isPending} onClick={start}>
            {t.start(going.length)}
          </Button>
          {going.length > 1 && <span>{t.first}</span>}
        </div>
      )}
    </>
  );
}

/** Which firmware devices run, and its update. */
export function FirmwarePage() {
  const t = useWords(words);
  const failureText = useFailureText();
  const { say } = useToast();
  const { home } = useParams({ strict: false }) as { home: string };
  const answer = useAnswer(readFirmware, { params: { id: home } }, { every: EVERY_MS });
  const { mutate, isPending } = useAct(checkFirmware, [readFirmware]);
  const all = answer.data?.devices.map(({ device }) => device).slice(0, 50) ?? [];
  const check = (): void =>
    mutate(
      { params: { id: home }, body: { devices: all } },
      { onSuccess: () => say(t.checked), onError: (error) => say(failureText(error)) },
    );
  return (
    <Page
      title={t.title}
      lead={t.lead}
      clause="2.1.7"
      crumb={<DevicesLink home={home} />}
      actions={
        all.length > 0 && (
          <Button icon={RefreshCw} busy={isPending} onClick={check}>
            {t.check}
          </Button>
        )
      }
    >
      <Answer of={answer}>
        {({ devices: known, rollouts }) =>
          known.length === 0 ? (
            <p className="quiet measure">{t.none}</p>
          ) : (
            <>
              <Devices home={home} devices={known} />
              {rollouts.length > 0 && <Rollouts home={home} devices={known} rollouts={rollouts} />}
            </>
          )
        }
      </Answer>
    </Page>
  );
}
