import { listDevices } from '@kept/service-devices/api';
import { type Home, listHomes } from '@kept/service-spaces/api';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Bell, Plus, UsersRound, Workflow, Zap } from 'lucide-react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Status } from '../../ui/status.tsx';
import { JoinHome, MakeHome } from './begin.tsx';
import { HomePlaces } from './home-places.tsx';
import { useLive } from './live.ts';
import { Rooms } from './rooms.tsx';
import { SaveReadings } from './save-readings.tsx';
import './devices.css';

function OneHome({ home, homes }: { home: Home; homes: readonly Home[] }) {
  const t = useMessages('devices');
  const automations = useMessages('automations');
  const energy = useMessages('energy');
  const navigate = useNavigate();
  const devices = useAnswer(listDevices, { params: { id: home.id } });
  const live = useLive(home.id);
  return (
    <Page
      title={t.title}
      heading={home.name}
      lead={
        devices.data && t.lead(devices.data.devices.length, home.spaces.filter(({ kind }) => kind === 'room').length)
      }
      clause="2.1.7"
      actions={
        <>
          <Link to="/devices/$home/automations" params={{ home: home.id }} className={buttonClass()}>
            <Icon of={Workflow} />
            {automations.title}
          </Link>
          <Link to="/devices/$home/alerts" params={{ home: home.id }} className={buttonClass()}>
            <Icon of={Bell} />
            {t.alerts.title}
          </Link>
          {home.acts.includes('history') && (
            <Link to="/devices/$home/energy" params={{ home: home.id }} className={buttonClass()}>
              <Icon of={Zap} />
              {energy.title}
            </Link>
          )}
          <Link to="/devices/$home/people" params={{ home: home.id }} className={buttonClass()}>
            <Icon of={UsersRound} />
            {t.people.title}
          </Link>
          <HomePlaces home={home.id} acts={home.acts} />
          {home.acts.includes('setup') && (
            <Link to="/devices/$home/add" params={{ home: home.id }} className={buttonClass('primary')}>
              <Icon of={Plus} />
              {t.add.title}
            </Link>
          )}
        </>
      }
    >
      {homes.length > 1 && (
        <Segmented
          label={t.homes}
          value={home.id}
          options={homes.slice(0, 4).map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(id) => void navigate({ to: '/devices', search: { home: id } })}
          className="mb-5"
        />
      )}
      <p className="standing">
        <Status of={live ? 'kept' : 'unknown'}>{live ? t.live : t.notLive}</Status>
      </p>
      <Answer of={devices}>
        {({ devices: all }) =>
          all.length === 0 ? <p className="quiet measure mb-5">{t.none}</p> : <Rooms home={home} devices={all} />
        }
      </Answer>
      {home.acts.includes('history') && <SaveReadings home={home.id} />}
    </Page>
  );
}

function NoHome() {
  const t = useMessages('devices');
  return (
    <Page title={t.title} lead={t.begin.lead} clause="2.1.7">
      <MakeHome />
      <JoinHome />
    </Page>
  );
}

/** The person's homes, and how things stand in one of them. */
export function DevicesPage() {
  const { home: wanted } = useSearch({ from: '/person/devices' });
  const homes = useAnswer(listHomes, {});
  return (
    <Answer of={homes}>
      {({ homes: all }) => {
        const home = all.find(({ id }) => id === wanted) ?? all[0];
        return home === undefined ? <NoHome /> : <OneHome key={home.id} home={home} homes={all} />;
      }}
    </Answer>
  );
}
