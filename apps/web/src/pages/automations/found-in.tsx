import type { AnswerTo } from '@kept/api';
import type { importAutomations } from '@kept/service-automations/api';
import type { Device } from '@kept/service-devices/api';
import type { ReactNode } from 'react';
import { useFormat, useMessages } from '../../app/language.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { useReadingWords } from '../devices/words.ts';

export type Imported = AnswerTo<typeof importAutomations>;
type Told = Readonly<Record<string, string>>;

interface FoundInProps {
  readonly found: Imported;
  readonly devices: readonly Device[];
  readonly things: Told;
  readonly inputs: Told;
  onThings(things: Told): void;
  onInputs(inputs: Told): void;
  /** What can be done with so many that are whole. */
  readonly children: (whole: number) => ReactNode;
}

/** What a file has in it: what is whole, what is not and why, what has to be told. */
export function FoundIn({ found, devices, things, inputs, onThings, onInputs, children }: FoundInProps) {
  const t = useMessages('automations').foreign;
  const format = useFormat();
  const words = useReadingWords();
  const { automations, problems, unknown, inputs: asked } = found;
  const whole = automations.filter(({ config, id }) => config !== null && id === null).length;
  const options = devices.flatMap(({ id, name, features, readings }) =>
    [...new Set([...features.map((each) => each.name), ...readings.map(({ key }) => key)])].map((key) => ({
      ...{ value: `${id}.${key}`, label: `${name} · ${words.name(key)}` },
    })),
  );
  return (
    <>
      <section aria-labelledby="found">
        <h2 id="found">{t.found}</h2>
        <ul className="found">
          {automations.map(({ alias, line, config }) => (
            <li key={line}>
              {alias} <Status of={config === null ? 'due' : 'kept'}>{config === null ? t.half : t.whole}</Status>
            </li>
          ))}
        </ul>
        {children(whole)}
      </section>
      {asked.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">{t.inputs}</h2>
          <p className="quiet">{t.inputsHint}</p>
          {asked.map(({ name, label }) => (
            <TextField
              key={name}
              name={`input-${name}`}
              label={label}
              value={inputs[name] ?? ''}
              autoComplete="off"
              onText={(value) => onInputs({ ...inputs, [name]: value })}
            />
          ))}
        </section>
      )}
      {unknown.length > 0 && (
        <section aria-labelledby="unknown">
          <h2 id="unknown">{t.names}</h2>
          <p className="quiet">{t.namesHint}</p>
          {unknown.map((name) => (
            <Select
              key={name}
              label={name}
              value={things[name] ?? ''}
              none="–"
              options={options}
              onChoose={(value) => onThings({ ...things, [name]: value })}
            />
          ))}
        </section>
      )}
      {problems.length > 0 && (
        <section aria-labelledby="problems">
          <h2 id="problems">{t.cannot}</h2>
          <ul className="found">
            {problems.map(({ line, code, what }) => (
              <li key={`${line}${code}${what}`}>
                <small className="quiet">{t.line(format.number(line))}</small> {what !== '' && <code>{what}</code>}{' '}
                {t.problems[code]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
