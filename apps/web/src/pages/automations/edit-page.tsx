import {
  type Action,
  type Automation,
  type AutomationConfig,
  type Condition,
  listAutomations,
  listTraces,
  removeAutomation,
  runAutomation,
  type Trigger,
} from '@kept/service-automations/api';
import { type Device, listDevices } from '@kept/service-devices/api';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Editor } from './editor.tsx';
import { Turn } from './list-page.tsx';
import { Past } from './past.tsx';
import { Traces } from './traces.tsx';
import { useSentences } from './words.ts';
import './automations.css';

function Crumb({ home }: { home: string }) {
  const t = useMessages('automations');
  return (
    <Link to="/devices/$home/automations" params={{ home }}>
      {t.title}
    </Link>
  );
}

/** An automation that is to be made. */
export function NewAutomationPage() {
  const t = useMessages('automations');
  const { home } = useParams({ from: '/person/devices/$home/automations/new' });
  const devices = useAnswer(listDevices, { params: { id: home } });
  return (
    <Page title={t.make} clause="2.1.7" crumb={<Crumb home={home} />}>
      <Answer of={devices}>
        {({ devices: all }) =>
          all.length === 0 ? (
            <p className="quiet measure">{t.needDevices}</p>
          ) : (
            <Editor home={home} automation={null} devices={all} />
          )
        }
      </Answer>
    </Page>
  );
}

/** Somebody else's: as sentences. */
function Reading({ config, devices }: { config: AutomationConfig; devices: readonly Device[] }) {
  const t = useMessages('automations').edit;
  const say = useSentences(devices);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [t.when, config.triggers.map((each: Trigger) => say.trigger(each))],
    [t.conditions, config.conditions.map((each: Condition) => say.condition(each))],
    [t.does, config.actions.map((each: Action) => say.action(each))],
  ];
  return (
    <div className="automation">
      {parts
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => (
          <section key={title} className="rule">
            <h2>{title}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line} className="said">
                  {line}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

function Acts({ home, automation }: { home: string; automation: Automation }) {
  const t = useMessages('automations').edit;
  const failureText = useFailureText();
  const navigate = useNavigate();
  const { say } = useToast();
  const run = useAct(runAutomation, [listTraces]);
  const remove = useAct(removeAutomation, [listAutomations]);
  const params = { id: home, automation: automation.id };
  const failed = (error: Error): void => say(failureText(error));
  return (
    <>
      <Turn home={home} automation={automation} />
      {automation.mine && (
        <>
          <Button
            small
            icon={Play}
            busy={run.isPending}
            onClick={() => run.mutate({ params }, { onSuccess: () => say(t.ran), onError: failed })}
          >
            {t.run}
          </Button>
          <Button
            small
            look="ending"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(
                { params },
                {
                  onSuccess() {
                    say(t.removed);
                    void navigate({ to: '/devices/$home/automations', params: { home } });
                  },
                  onError: failed,
                },
              )
            }
          >
            {t.remove}
          </Button>
        </>
      )}
    </>
  );
}

/** One automation: what it does, as a form for its author, and what it did. */
export function AutomationPage() {
  const t = useMessages('automations');
  const { home, automation: id } = useParams({ from: '/person/devices/$home/automations/$automation' });
  const devices = useAnswer(listDevices, { params: { id: home } });
  const automations = useAnswer(listAutomations, { params: { id: home } });
  return (
    <Answer of={automations}>
      {({ automations: all }) => {
        const found = all.find((each) => each.id === id);
        if (found === undefined)
          return (
            <Page title={t.title}>
              <Blank picture="missing" title={t.gone}>
                <p>{t.goneText}</p>
              </Blank>
            </Page>
          );
        return (
          <Page
            title={found.config.alias}
            clause="2.1.7"
            crumb={<Crumb home={home} />}
            actions={<Acts home={home} automation={found} />}
          >
            <Answer of={devices}>
              {({ devices: known }) => (
                <>
                  {found.mine ? (
                    <Editor key={found.id} home={home} automation={found} devices={known} />
                  ) : (
                    <>
                      <Reading config={found.config as AutomationConfig} devices={known} />
                      <Past home={home} config={found.config as AutomationConfig} devices={known} />
                    </>
                  )}
                  <Traces home={home} automation={found} devices={known} />
                </>
              )}
            </Answer>
          </Page>
        );
      }}
    </Answer>
  );
}
