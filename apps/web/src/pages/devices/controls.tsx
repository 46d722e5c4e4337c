import { command, type Device } from '@kept/service-devices/api';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useReadingWords } from './words.ts';

type Feature = Device['features'][number];

interface ControlProps {
  readonly device: Device;
  readonly feature: Feature;
  /** Undefined before it has told. */
  readonly value: string | undefined;
  readonly busy: boolean;
  set(value: string): void;
}

function Choice({ device, feature, value = '', set }: ControlProps) {
  const words = useReadingWords();
  const label = words.name(feature.name);
  const options = feature.values.map((each) => ({
    value: each,
    label: words.value(device, { key: feature.name, value: each }),
  }));
  if (options.length <= 4)
    return (
      <div className="field">
        <span className="label">{label}</span>
        <Segmented label={label} value={value} options={options} onChoose={set} />
      </div>
    );
  return <Select label={label} value={value} {...(value === '' && { none: '' })} options={options} onChoose={set} />;
}

function NumberControl({ feature, value = '', busy, set }: ControlProps) {
  const t = useMessages('devices').device;
  const words = useReadingWords();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const number = Number(text);
  const { min, max, unit } = feature;
  const isFine =
    text.trim() !== '' && Number.isFinite(number) && number >= (min ?? number) && number <= (max ?? number);
  return (
    <form
      className="acts"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFine) return;
        set(text.trim());
        setTyped(null);
      }}
    >
      <TextField
        name={feature.name}
        label={`${words.name(feature.name)}${unit && ` (${unit})`}`}
        inputMode="decimal"
        value={text}
        onText={setTyped}
        hint={min !== null && max !== null ? `${min} – ${max}` : undefined}
        error={typed !== null && !isFine ? t.outOfBounds : undefined}
      />
      <Button type="submit" busy={busy} disabled={!isFine}>
        {t.set}
        <span className="vh"> {words.name(feature.name)}</span>
      </Button>
    </form>
  );
}

/** What whoever may control it sets day by day, as the model has it; what is not known is by its own name. */
export function Controls({ home, device }: { home: string; device: Device }) {
  const t = useMessages('devices').device;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(command);
  const own = device.features.filter(
    ({ name, kind, role, settable }) => settable && role === 'control' && kind !== 'text' && name !== 'state',
  );
  if (own.length === 0 || !device.acts.includes('control')) return null;
  return (
    <section className="sect" aria-labelledby="controls">
      <h2 id="controls">{t.controls}</h2>
      {own.map((feature) => {
        const Control = feature.kind === 'numeric' ? NumberControl : Choice;
        return (
          <Control
            key={feature.name}
            device={device}
            feature={feature}
            busy={isPending}
            value={device.readings.find(({ key }) => key === feature.name)?.value}
            set={(value) =>
              mutate(
                { params: { id: home, device: device.id }, body: { values: { [feature.name]: value } } },
                { onError: (error) => say(failureText(error)) },
              )
            }
          />
        );
      })}
    </section>
  );
}
