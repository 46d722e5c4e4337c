import { type Device, listDevices } from '@kept/service-devices/api';
import { Link, useParams } from '@tanstack/react-router';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { Status } from '../../ui/status.tsx';
import { History } from './chart.tsx';
import { Controls } from './controls.tsx';
import { KnowsAboutYou } from './knowledge.tsx';
import { useLive } from './live.ts';
import { Replace } from './replace.tsx';
import { Turn } from './rooms.tsx';
import { useReadingWords } from './words.ts';
import './devices.css';

type Role = Device['features'][number]['role'];

const roleOf = (device: Device, key: string): Role =>
  device.features.find(({ name }) => name === key)?.role ?? 'measure';

/** What is wrong with it, as its maker has it. */
function Faults({ device }: { device: Device }) {
  const words = useReadingWords();
  const faults = device.readings.filter(
    ({ key, value }) => roleOf(device, key) === 'fault' && !FINE.has(value.toLowerCase()),
  );
  return faults.map((fault) => (
    <p key={fault.key} className="standing">
      <Status of="broken">
        {words.name(fault.key)}: {words.value(device, fault)}
      </Status>
    </p>
  ));
}
const FINE: ReadonlySet<string> = new Set(['false', 'off', '0', 'normal', 'ok', 'none', 'no_error', 'no error', '[]']);

function Now({ device, roles }: { device: Device; roles: readonly Role[] }) {
  const words = useReadingWords();
  const shown = device.readings.filter(({ key }) => roles.includes(roleOf(device, key)));
  if (shown.length === 0) return null;
  return (
    <dl className="nows">
      {shown.map((reading) => (
        <div key={reading.key}>
          <dt>{words.name(reading.key)}</dt>
          <dd>{words.value(device, reading)}</dd>
        </div>
      ))}
    </dl>
  );
}

const QUIET: readonly Role[] = ['diagnostic', 'setting'];

interface OneProps {
  readonly home: string;
  readonly device: Device;
  readonly all: readonly Device[];
}

function OneDevice({ home, device, all }: OneProps) {
  const t = useMessages('devices');
  const format = useFormat();
  const now = useNow();
  const standing = device.online === null ? 'unknown' : device.online ? 'kept' : 'broken';
  const word = device.online === null ? t.device.unknown : device.online ? t.device.online : t.rooms.offline;
  return (
    <Page
      title={device.name}
      crumb={
        <Link to="/devices" search={{ home }}>
          {t.title}
        </Link>
      }
      clause="2.1.7"
      actions={<Turn home={home} device={device} />}
      margin={
        <Facts
          facts={[
            [t.device.model, device.maker ? `${device.maker.name} (${device.maker.model})` : device.model],
            [t.device.maker, device.maker?.vendor ?? null],
            [t.device.power, device.maker && t.device.powers[device.maker.power]],
            [t.device.firmware, device.firmware],
            [t.device.seen, device.seen === null ? null : format.relative(device.seen, now)],
          ]}
        />
      }
    >
      <p className="standing">
        <Status of={standing}>{word}</Status>
      </p>
      <Faults device={device} />
      <Now device={device} roles={['measure', 'control', 'fault']} />
      <Controls home={home} device={device} />
      {device.acts.includes('history') && <History home={home} device={device} />}
      {device.readings.some(({ key }) => QUIET.includes(roleOf(device, key))) && (
        <section className="sect" aria-labelledby="itself">
          <h2 id="itself">{t.device.itself}</h2>
          <Now device={device} roles={QUIET} />
        </section>
      )}
      <KnowsAboutYou home={home} device={device.id} />
      <Replace home={home} device={device} all={all} />
    </Page>
  );
}

/** One device: how it is, how it was, what it knows about the person. */
export function DevicePage() {
  const t = useMessages('devices');
  const { home, device } = useParams({ from: '/person/devices/$home/$device' });
  const devices = useAnswer(listDevices, { params: { id: home } });
  useLive(home);
  return (
    <Answer of={devices}>
      {({ devices: all }) => {
        const found = all.find(({ id }) => id === device);
        if (found !== undefined) return <OneDevice home={home} device={found} all={all} />;
        return (
          <Page title={t.title}>
            <Blank picture="missing" title={t.device.gone}>
              <p>{t.device.goneText}</p>
            </Blank>
          </Page>
        );
      }}
    </Answer>
  );
}
