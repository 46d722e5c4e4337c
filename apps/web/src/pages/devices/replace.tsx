import { type Device, listDevices, replaceDevice } from '@kept/service-devices/api';
import { Replace as Exchange } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/toast.tsx';

interface ReplaceProps {
  readonly home: string;
  readonly device: Device;
  readonly all: readonly Device[];
}

/** Another one in its place; only for whoever may fit devices, and not of a gateway. */
export function Replace({ home, device, all }: ReplaceProps) {
  const t = useMessages('devices').replace;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(replaceDevice, [listDevices]);
  const [by, setBy] = useState('');
  if (!device.acts.includes('setup') || all.some(({ via }) => via === device.id)) return null;
  const others = all.filter(({ id, via, acts }) => id !== device.id && via !== null && acts.includes('setup'));
  const replace = (): void =>
    mutate(
      { params: { id: home, device: device.id }, body: { by } },
      {
        onSuccess: () => {
          setBy('');
          say(t.done);
        },
        onError: (error) => say(failureText(error)),
      },
    );
  return (
    <section className="sect" aria-labelledby="replace">
      <h2 id="replace">{t.title}</h2>
      <p className="measure mb-5">{t.text}</p>
      {others.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <div className="form">
          <Select
            label={t.by}
            value={by}
            none={t.choose}
            options={others.map(({ id, name, model }) => ({ value: id, label: model ? `${name} (${model})` : name }))}
            onChoose={setBy}
          />
          <Button icon={Exchange} busy={isPending} disabled={by === ''} onClick={replace}>
            {t.go}
          </Button>
        </div>
      )}
    </section>
  );
}
