import { type Automation, type AutomationConfig, listAutomations, turnAutomation } from '@kept/service-automations/api';
import { type Device, listDevices } from '@kept/service-devices/api';
import { listHomes } from '@kept/service-spaces/api';
import { Link, useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Status } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useSentences } from './words.ts';
import './automations.css';

/** Turns one on or off: on for its author, off for whoever looks after the home. */
export function Turn({ home, automation: { id, active, mine, config } }: { home: string; automation: Automation }) {
  const t = useMessages('automations');
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(turnAutomation, [listAutomations]);
  if (!mine && !active) return null;
  const turn = (): void =>
    mutate(
      { params: { id: home, automation: id }, body: { active: !active } },
      { onError: (error) => say(failureText(error)) },
    );
  return (
    <Button small busy={isPending} onClick={turn}>
      {active ? t.turnOff : t.turnOn}
      <span className="vh"> {config.alias}</span>
    </Button>
  );
}

function Row({ home, automation, devices }: { home: string; automation: Automation; devices: readonly Device[] }) {
  const t = useMessages('automations');
  const format = useFormat();
  const say = useSentences(devices);
  const { id, active, mine, config } = automation;
  const { triggers, actions } = config as AutomationConfig;
  return (
    <li>
      <div>
        <Link to="/devices/$home/automations/$automation" params={{ home, automation: id }}>
          {config.alias}
        </Link>
        <p className="sentence">
          {t.edit.when} {format.list(triggers.map(say.trigger))}
          <br />
          {t.edit.does} {format.list(actions.map(say.action))}
        </p>
        <small className="quiet">
          <Status of={active ? 'kept' : 'unknown'}>{active ? t.on : t.off}</Status> · {mine ? t.mine : t.others}
        </small>
      </div>
      <Turn home={home} automation={automation} />
    </li>
  );
}

/** The automations of a home. */
export function AutomationsPage() {
  const t = useMessages('automations');
  const { home } = useParams({ from: '/person/devices/$home/automations' });
  const homes = useAnswer(listHomes, {});
  const devices = useAnswer(listDevices, { params: { id: home } });
  const automations = useAnswer(listAutomations, { params: { id: home } });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      clause="2.1.7"
      crumb={
        <Link to="/devices" search={{ home }}>
          {homes.data?.homes.find(({ id }) => id === home)?.name ?? ''}
        </Link>
      }
      actions={
        <>
          <Link to="/devices/$home/scenes" params={{ home }} className={buttonClass('plain')}>
            {t.scenes.title}
          </Link>
          <Link to="/devices/$home/automations/exchange" params={{ home }} className={buttonClass('plain')}>
            {t.foreign.title}
          </Link>
          <Link to="/devices/$home/automations/new" params={{ home }} className={buttonClass('primary')}>
            <Icon of={Plus} />
            {t.make}
          </Link>
        </>
      }
    >
      <Answer of={automations}>
        {({ automations: all }) =>
          all.length === 0 ? (
            <p className="quiet measure">{t.none}</p>
          ) : (
            <ul className="automations">
              {all.map((each) => (
                <Row key={each.id} home={home} automation={each} devices={devices.data?.devices ?? []} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
