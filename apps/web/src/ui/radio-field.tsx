import { Field } from '@base-ui/react/field';
import { Fieldset } from '@base-ui/react/fieldset';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import { Shape } from './status.tsx';

interface RadioFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Empty while nothing is chosen; nothing is chosen beforehand. */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
  onChoose(value: string): void;
}

/** One of a few, each in a line of its own. */
export function RadioField({ name, label, hint, error, value, options, onChoose }: RadioFieldProps) {
  return (
    <Field.Root className="field" invalid={error !== undefined} name={name}>
      <Fieldset.Root
        className="radios"
        render={<RadioGroup value={value} onValueChange={(next) => onChoose(next as string)} name={name} />}
      >
        <Fieldset.Legend className="label">{label}</Fieldset.Legend>
        {options.map((option) => (
          <Field.Item key={option.value}>
            <Field.Label className="tick">
              <Radio.Root value={option.value} className={error === undefined ? 'box dot' : 'box dot bad'}>
                <Radio.Indicator className="mark" />
              </Radio.Root>
              <span>
                {option.label}
                {option.note !== undefined && <small className="block quiet">{option.note}</small>}
              </span>
            </Field.Label>
          </Field.Item>
        ))}
      </Fieldset.Root>
      {hint !== undefined && <Field.Description render={<small />}>{hint}</Field.Description>}
      <Field.Error match={error !== undefined} className="err" render={<small role="alert" />}>
        <Shape of="broken" />
        {error}
      </Field.Error>
    </Field.Root>
  );
}
