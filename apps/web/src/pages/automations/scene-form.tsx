import { changeScene, listScenes, makeScene, type Scene, SceneConfig } from '@kept/service-automations/api';
import type { Device } from '@kept/service-devices/api';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Failure } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Line } from './draft.ts';
import { ActionLine } from './lines.tsx';
import { Section } from './section.tsx';

interface SceneFormProps {
  readonly home: string;
  readonly scene: Scene | null;
  readonly devices: readonly Device[];
  onDone(): void;
}

/** A name, and a state for each of some devices. */
export function SceneForm({ home, scene, devices, onDone }: SceneFormProps) {
  const t = useMessages('automations');
  const failureText = useFailureText();
  const { say } = useToast();
  const [name, setName] = useState(scene?.config.name ?? '');
  const [lines, setLines] = useState<readonly Line[]>(
    scene ? scene.config.states.map((each) => ({ action: 'command', ...each })) : [{ action: 'command' }],
  );
  const [told, setTold] = useState<string | null>(null);
  const make = useAct(makeScene, [listScenes]);
  const change = useAct(changeScene, [listScenes]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const states = lines.map(({ device_id, data }) => ({ device_id, data }));
    const parsed = SceneConfig.safeParse({ name, states });
    if (!parsed.success) return setTold(name.trim() === '' ? t.edit.nameMissing : t.edit.incomplete);
    try {
      if (scene) await change.mutateAsync({ params: { id: home, scene: scene.id }, body: parsed.data });
      else await make.mutateAsync({ params: { id: home }, body: parsed.data });
      say(t.edit.saved);
      onDone();
    } catch (error) {
      setTold(failureText(error));
    }
  };
  return (
    <form className="automation" onSubmit={(event) => void submit(event)} noValidate>
      <TextField name="scene" label={t.scenes.name} value={name} maxLength={60} onText={setName} />
      <Section
        {...{ name: 'action', title: t.scenes.as, add: t.scenes.add, least: 1, of: ActionLine, devices, lines }}
        kinds={[{ value: 'command', label: t.actions.command }]}
        sentence={() => ''}
        onLines={setLines}
      />
      <Failure text={told} />
      <div className="acts">
        <Button type="submit" look="primary" busy={make.isPending || change.isPending}>
          {t.edit.save}
        </Button>
      </div>
    </form>
  );
}
