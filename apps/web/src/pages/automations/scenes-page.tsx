import { activateScene, listScenes, removeScene, type Scene } from '@kept/service-automations/api';
import { type Device, listDevices } from '@kept/service-devices/api';
import { Link, useParams } from '@tanstack/react-router';
import { Play, Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { SceneForm } from './scene-form.tsx';
import { useSentences } from './words.ts';
import './automations.css';

interface RowProps {
  readonly home: string;
  readonly scene: Scene;
  readonly devices: readonly Device[];
}

/** Says how many devices did not take it: a person may see a scene and not move all of it. */
function Activate({ home, scene: { id, config } }: Omit<RowProps, 'devices'>) {
  const t = useMessages('automations').scenes;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(activateScene, [listDevices]);
  return (
    <Button
      small
      icon={Play}
      busy={isPending}
      onClick={() =>
        mutate(
          { params: { id: home, scene: id } },
          {
            onSuccess({ devices }) {
              const refused = devices.filter(({ code }) => code !== null).length;
              say(refused === 0 ? t.done : t.partly(refused, devices.length));
            },
            onError: (error) => say(failureText(error)),
          },
        )
      }
    >
      {t.activate}
      <span className="vh"> {config.name}</span>
    </Button>
  );
}

function Row({ home, scene, devices }: RowProps) {
  const t = useMessages('automations');
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const sentences = useSentences(devices);
  const remove = useAct(removeScene, [listScenes]);
  const [open, setOpen] = useState(false);
  const { id, mine, config } = scene;
  const drop = (): void =>
    remove.mutate(
      { params: { id: home, scene: id } },
      { onSuccess: () => say(t.scenes.removed), onError: (error) => say(failureText(error)) },
    );
  return (
    <li className={open ? 'open' : ''}>
      <div>
        <h2 className="named">{config.name}</h2>
        <p className="sentence">
          {format.list(config.states.map((each) => sentences.action({ action: 'command', ...each })))}
        </p>
        {open && <SceneForm home={home} scene={scene} devices={devices} onDone={() => setOpen(false)} />}
      </div>
      <div className="acts">
        <Activate home={home} scene={scene} />
        {mine && (
          <>
            <Button small look="plain" onClick={() => setOpen(!open)}>
              {open ? t.scenes.close : t.scenes.change}
              <span className="vh"> {config.name}</span>
            </Button>
            <Button small look="ending" busy={remove.isPending} onClick={drop}>
              {t.edit.remove}
              <span className="vh"> {config.name}</span>
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** The scenes of a home. */
export function ScenesPage() {
  const t = useMessages('automations');
  const { home } = useParams({ from: '/person/devices/$home/scenes' });
  const devices = useAnswer(listDevices, { params: { id: home } });
  const scenes = useAnswer(listScenes, { params: { id: home } });
  const [making, setMaking] = useState(false);
  const known = devices.data?.devices ?? [];
  return (
    <Page
      title={t.scenes.title}
      lead={t.scenes.lead}
      clause="2.1.7"
      crumb={
        <Link to="/devices/$home/automations" params={{ home }}>
          {t.title}
        </Link>
      }
      actions={
        <Button look="primary" icon={Plus} onClick={() => setMaking(!making)}>
          {making ? t.scenes.close : t.scenes.make}
        </Button>
      }
    >
      {making && <SceneForm home={home} scene={null} devices={known} onDone={() => setMaking(false)} />}
      <Answer of={scenes}>
        {({ scenes: all }) =>
          all.length === 0 ? (
            <p className="quiet measure">{t.scenes.none}</p>
          ) : (
            <ul className="automations">
              {all.map((each) => (
                <Row key={each.id} home={home} scene={each} devices={known} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
