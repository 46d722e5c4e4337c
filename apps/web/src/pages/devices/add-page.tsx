import { addDevice, listDevices } from '@kept/service-devices/api';
import { addLink } from '@kept/service-home-assistant/api';
import { type Home, listHomes } from '@kept/service-spaces/api';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { Failure, Status } from '../../ui/status.tsx';
import { useLive } from './live.ts';
import './devices.css';

interface Given {
  readonly device: string;
  readonly secret: string;
  readonly port: number | null;
  readonly mount: string;
}
type Kind = 'gateway' | 'own' | 'home-assistant';

/** What is typed into the gateway, shown once; then it waits for the first word of it. */
function Settings({ home, kind, given }: { home: Home; kind: Kind; given: Given }) {
  const t = useMessages('devices').add;
  const devices = useAnswer(listDevices, { params: { id: home.id } });
  useLive(home.id);
  const [before] = useState(() => devices.data?.devices.length ?? 0);
  const there =
    devices.data?.devices.filter(
      ({ id, via, readings }) => via === given.device || (id === given.device && readings.length > 0),
    ) ?? [];
  const server = `mqtt://${window.location.hostname}${given.port === null ? '' : `:${given.port}`}`;
  const base = given.port === null ? `${given.mount}/zigbee2mqtt` : 'zigbee2mqtt';
  const yaml = `mqtt:\n  server: ${server}\n  base_topic: ${base}\n  user: ${given.device}\n  password: ${given.secret}\navailability:\n  enabled: true`;
  const own = `${server}\nuser: ${given.device}\npassword: ${given.secret}\ntopic: v1/devices/me/telemetry\ndiscovery_prefix: homeassistant`;
  const client = `broker: ${window.location.hostname}\nport: ${given.port ?? ''}\nusername: ${given.device}\npassword: ${given.secret}`;
  const texts = {
    gateway: [t.gatewaySettings, yaml],
    own: [t.ownSettings, own],
    'home-assistant': [t.homeAssistantSettings, client],
  } as const;
  const [title, settings] = texts[kind];
  return (
    <section className="sect" aria-labelledby="settings">
      <h2 id="settings">{title}</h2>
      <p className="measure">{t.once}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached */}
      <pre className="mono settings" tabIndex={0}>
        {settings}
      </pre>
      {kind !== 'home-assistant' && (
        <p role="status">
          {there.length > 0 ? (
            <Status of="kept">{t.there(Math.max(there.length, before > 0 ? 1 : 0))}</Status>
          ) : (
            <Status of="unknown">{t.waiting}</Status>
          )}
        </p>
      )}
      <p className="mt-4">
        <Link to="/devices" search={{ home: home.id }} className={buttonClass('primary')}>
          {t.done}
        </Link>
      </p>
    </section>
  );
}

const NOWHERE = 'nowhere';

function AddForm({ home }: { home: Home }) {
  const t = useMessages('devices').add;
  const rooms = useMessages('devices').rooms;
  const { mutateAsync } = useAct(addDevice, [listDevices]);
  const { mutateAsync: show } = useAct(addLink, [listDevices]);
  const [given, setGiven] = useState<Given | null>(null);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { kind: 'gateway', name: '', space: NOWHERE },
    check: ({ kind, name }) =>
      kind !== 'home-assistant' && (name.trim() === '' || name.length > 60) ? { name: t.nameMissing } : {},
    send: async ({ kind, name, space }) => {
      if (kind === 'home-assistant') return setGiven(await show({ params: { id: home.id } }));
      const body = { name: name.trim(), ...(space !== NOWHERE && { space }) };
      setGiven(await mutateAsync({ params: { id: home.id }, body }));
    },
    places: { '/name': 'name' },
  });
  if (given !== null) return <Settings home={home} kind={values.kind as Kind} given={given} />;
  return (
    <form {...props} className="form">
      <RadioField
        name="kind"
        label={t.kind}
        value={values.kind}
        options={[
          { value: 'gateway', label: t.gateway },
          { value: 'own', label: t.own },
          { value: 'home-assistant', label: t.homeAssistant },
        ]}
        onChoose={(kind) => set('kind', kind)}
      />
      {values.kind !== 'home-assistant' && (
        <>
          <TextField
            name="name"
            label={t.name}
            value={values.name}
            onText={(text) => set('name', text)}
            error={errors.name}
          />
          <RadioField
            name="space"
            label={t.room}
            value={values.space}
            options={[
              { value: NOWHERE, label: rooms.nowhere },
              ...home.spaces.filter(({ kind }) => kind === 'room').map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={(space) => set('space', space)}
          />
        </>
      )}
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.go}
        </Button>
      </div>
    </form>
  );
}

/** Takes in a gateway, or a device that connects itself. */
export function AddPage() {
  const t = useMessages('devices');
  const { home } = useParams({ from: '/person/devices/$home/add' });
  const homes = useAnswer(listHomes, {});
  return (
    <Answer of={homes}>
      {({ homes: all }) => {
        const found = all.find(({ id }) => id === home);
        return (
          <Page
            title={t.add.title}
            lead={t.add.lead}
            clause="2.1.7"
            crumb={
              <Link to="/devices" search={{ home }}>
                {found?.name ?? t.title}
              </Link>
            }
          >
            {found !== undefined && <AddForm home={found} />}
          </Page>
        );
      }}
    </Answer>
  );
}
