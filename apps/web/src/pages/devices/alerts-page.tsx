import { type Alert, acknowledge, listAlerts } from '@kept/service-alerts/api';
import { type Device, listDevices } from '@kept/service-devices/api';
import { Link, useParams } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useReadingWords } from './words.ts';
import './devices.css';

interface LineProps {
  readonly home: string;
  readonly alert: Alert;
  /** Undefined where it is not in the home any more. */
  readonly device: Device | undefined;
}

function Line({ home, alert, device }: LineProps) {
  const t = useMessages('devices').alerts;
  const words = useReadingWords();
  const format = useFormat();
  const now = useNow();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(acknowledge, [listAlerts]);
  const { id, kind, key, value, raised, cleared, acknowledged } = alert;
  const name = device?.name ?? t.gone;
  const told =
    kind === 'offline' ? '' : `${words.name(key)}: ${words.value(device ?? { features: [] }, { key, value })}`;
  const standing = cleared !== null ? 'kept' : kind === 'battery' ? 'due' : 'broken';
  return (
    <li>
      <div>
        <p>
          <Status of={standing}>{t.kinds[kind]}</Status> <strong>{name}</strong>
        </p>
        <p className="quiet">
          {told !== '' && `${told} · `}
          {format.relative(raised, now)}
          {cleared !== null && ` · ${t.over(format.relative(cleared, now))}`}
          {acknowledged !== null && ` · ${t.seen}`}
        </p>
      </div>
      {acknowledged === null && cleared === null && (
        <Button
          small
          icon={Check}
          busy={isPending}
          onClick={() => mutate({ params: { id: home, alert: id } }, { onError: (error) => say(failureText(error)) })}
        >
          {t.acknowledge}
          <span className="vh"> {name}</span>
        </Button>
      )}
    </li>
  );
}

/** What the home has to tell those who live there. */
export function AlertsPage() {
  const t = useMessages('devices');
  const { home } = useParams({ from: '/person/devices/$home/alerts' });
  const alerts = useAnswer(listAlerts, { params: { id: home } });
  const devices = useAnswer(listDevices, { params: { id: home } });
  return (
    <Page
      title={t.alerts.title}
      lead={t.alerts.lead}
      clause="2.1.7"
      crumb={
        <Link to="/devices" search={{ home }}>
          {t.title}
        </Link>
      }
    >
      <Answer of={alerts}>
        {({ alerts: all }) =>
          all.length === 0 ? (
            <p className="quiet measure">{t.alerts.none}</p>
          ) : (
            <section className="homeroom" aria-label={t.alerts.title}>
              <ul>
                {all.map((alert) => (
                  <Line
                    key={alert.id}
                    home={home}
                    alert={alert}
                    device={devices.data?.devices.find(({ id }) => id === alert.device)}
                  />
                ))}
              </ul>
            </section>
          )
        }
      </Answer>
    </Page>
  );
}
