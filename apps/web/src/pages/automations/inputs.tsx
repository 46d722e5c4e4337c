import type { Device } from '@kept/service-devices/api';
import { useState } from 'react';
import { useMessages } from '../../app/language.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useReadingWords } from '../devices/words.ts';
import { having, type Line, numberIn, text } from './draft.ts';

export interface LineProps {
  readonly name: string;
  readonly line: Line;
  readonly devices: readonly Device[];
  onLine(line: Line): void;
}

const keysOf = ({ features, readings }: Device): string[] => [
  ...new Set([...features.map(({ name }) => name), ...readings.map(({ key }) => key)]),
];

/** A device, and one thing of it. */
export function Thing({ line, devices, onLine }: LineProps) {
  const t = useMessages('automations').edit;
  const words = useReadingWords();
  const entity = text(line['entity_id']);
  const [device, setDevice] = useState(entity.slice(0, 36));
  const found = devices.find(({ id }) => id === device);
  const told = devices.filter((each) => keysOf(each).length > 0);
  return (
    <>
      <Select
        label={t.device}
        value={device}
        none={t.choose}
        options={told.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(id) => {
          setDevice(id);
          onLine(having(having(line, 'entity_id', undefined), 'to', undefined));
        }}
      />
      {found !== undefined && (
        <Select
          label={t.thing}
          value={entity.slice(37)}
          none={t.choose}
          options={keysOf(found).map((key) => ({ value: key, label: words.name(key) }))}
          onChoose={(key) => onLine(having(line, 'entity_id', key === '' ? undefined : `${device}.${key}`))}
        />
      )}
    </>
  );
}

interface ValueProps {
  readonly name: string;
  readonly label: string;
  readonly device: Device | undefined;
  readonly thing: string;
  readonly value: string;
  readonly none: string;
  onValue(value: string): void;
}

/** What it becomes, is, or is set to: from a list where it has one. */
export function Value({ name, label, device, thing, value, none, onValue }: ValueProps) {
  const words = useReadingWords();
  const feature = device?.features.find((each) => each.name === thing);
  if (device === undefined || feature === undefined || feature.values.length === 0)
    return <TextField name={name} label={label} value={value} onText={onValue} autoComplete="off" />;
  const options = feature.values.map((each) => ({
    value: each,
    label: words.value(device, { key: thing, value: each }),
  }));
  return <Select label={label} value={value} none={none} options={options} onChoose={onValue} />;
}

/** A number of the line; blank takes it out. */
export function Figure({
  name,
  line,
  field,
  label,
  onLine,
}: Omit<LineProps, 'devices'> & { field: string; label: string }) {
  const [typed, setTyped] = useState(text(line[field]));
  return (
    <TextField
      name={`${name}-${field}`}
      label={label}
      value={typed}
      inputMode="decimal"
      autoComplete="off"
      onText={(next) => {
        setTyped(next);
        onLine(having(line, field, numberIn(next)));
      }}
    />
  );
}
