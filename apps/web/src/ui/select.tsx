import { Field } from '@base-ui/react/field';
import { useId } from 'react';
import { Shape } from './status.tsx';

interface SelectProps {
  readonly label: string;
  readonly value: string;
  /** Said while nothing is chosen; without it, there always is. */
  readonly none?: string;
  readonly error?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChoose(value: string): void;
}

/** One of some, by the list of the system: the one that a phone shows best. */
export function Select({ label, value, none, error, options, onChoose }: SelectProps) {
  const id = useId();
  return (
    <Field.Root className="field" invalid={error !== undefined}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className={error === undefined ? 'input' : 'input bad'}>
        <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {error !== undefined && (
        <small role="alert" className="err">
          <Shape of="broken" />
          {error}
        </small>
      )}
    </Field.Root>
  );
}
