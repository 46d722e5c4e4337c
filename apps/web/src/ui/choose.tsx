import { Combobox } from '@base-ui/react/combobox';
import { Field } from '@base-ui/react/field';
import { ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Shape } from './status.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChooseProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly none: string;
  readonly open: string;
  readonly choices: readonly Choice[];
  readonly value: Choice | null;
  onChoose(choice: Choice | null): void;
}

/** One of many, found by typing. */
export function Choose({ name, label, hint, error, none, open, choices, value, onChoose }: ChooseProps) {
  return (
    <Field.Root className="field" invalid={error !== undefined} name={name}>
      <Field.Label className="label">{label}</Field.Label>
      <Combobox.Root items={choices} value={value} onValueChange={onChoose} name={name} autoHighlight>
        <Combobox.InputGroup className={error === undefined ? 'input' : 'input bad'}>
          <Combobox.Input name={name} autoComplete="off" />
          <Combobox.Trigger className="icon-btn" aria-label={open}>
            <Icon of={ChevronsUpDown} />
          </Combobox.Trigger>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={4} className="z-[65]">
            <Combobox.Popup className="popup">
              <Combobox.Empty className="none">{none}</Combobox.Empty>
              <Combobox.List>
                {(choice: Choice) => (
                  <Combobox.Item key={choice.value} value={choice}>
                    {choice.label}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      {hint !== undefined && <Field.Description render={<small />}>{hint}</Field.Description>}
      <Field.Error match={error !== undefined} className="err" render={<small role="alert" />}>
        <Shape of="broken" />
        {error}
      </Field.Error>
    </Field.Root>
  );
}
