import { command, type Device } from '@kept/service-devices/api';
import type { Home } from '@kept/service-spaces/api';
import { Link } from '@tanstack/react-router';
import { Power } from 'lucide-react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Level, levelOf } from './level.tsx';
import { mainReadings, useReadingWords } from './words.ts';

/** Turns a device on or off; only where it takes that, and the person may. */
export function Turn({ home, device }: { home: string; device: Device }) {
  const t = useMessages('devices').rooms;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(command);
  const feature = device.features.find(({ name, kind, settable }) => name === 'state' && kind === 'binary' && settable);
  if (feature === undefined || !device.acts.includes('control')) return null;
  const [on = 'ON', off = 'OFF'] = feature.values;
  const isOn = device.readings.find(({ key }) => key === 'state')?.value === on;
  const turn = (): void =>
    mutate(
      { params: { id: home, device: device.id }, body: { values: { state: isOn ? off : on } } },
      { onError: (error) => say(failureText(error)) },
    );
  return (
    <Button small icon={Power} busy={isPending} onClick={turn}>
      {isOn ? t.turnOff : t.turnOn}
      <span className="vh"> {device.name}</span>
    </Button>
  );
}

function Tile({ home, device }: { home: string; device: Device }) {
  const t = useMessages('devices').rooms;
  const words = useReadingWords();
  const level = levelOf(device)?.name;
  const told = mainReadings(device).filter(({ key }) => key !== level);
  const low = Number(device.readings.find(({ key }) => key === 'battery')?.value ?? 100) <= 15;
  return (
    <li>
      <div>
        <Link to="/devices/$home/$device" params={{ home, device: device.id }}>
          {device.name}
        </Link>
        <p className="told">
          {device.online === false && <Status of="broken">{t.offline}</Status>}
          {low && <Status of="due">{t.lowBattery}</Status>}
          {told.map((reading) => (
            <span key={reading.key}>
              <small>{words.name(reading.key)}</small> {words.value(device, reading)}
            </span>
          ))}
          {device.readings.length === 0 && <span className="quiet">{t.silent}</span>}
        </p>
        <Level home={home} device={device} />
      </div>
      <Turn home={home} device={device} />
    </li>
  );
}

function Room({ name, home, devices }: { name: string; home: string; devices: readonly Device[] }) {
  const format = useMessages('devices').rooms;
  return (
    <section className="homeroom" aria-label={name}>
      <h2>
        {name} <small className="quiet">{format.count(devices.length)}</small>
      </h2>
      {devices.length > 0 && (
        <ul>
          {devices.map((device) => (
            <Tile key={device.id} home={home} device={device} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The rooms of a home with what stands in each; what stands nowhere comes last. */
export function Rooms({ home, devices }: { home: Home; devices: readonly Device[] }) {
  const t = useMessages('devices').rooms;
  const known = new Set(home.spaces.map(({ id }) => id));
  const within = (space: string | null): readonly Device[] =>
    devices.filter((device) => (space === null ? !known.has(device.space ?? '') : device.space === space));
  const spaces = home.spaces.filter(({ id, kind }) => kind === 'room' || within(id).length > 0);
  const rest = within(null);
  return (
    <div className="homerooms">
      {spaces.map(({ id, name }) => (
        <Room key={id} name={name} home={home.id} devices={within(id)} />
      ))}
      {rest.length > 0 && <Room name={t.nowhere} home={home.id} devices={rest} />}
    </div>
  );
}
