import { Checkbox } from '@base-ui/react/checkbox';
import { Field } from '@base-ui/react/field';
import { Check, Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { Shape } from './status.tsx';

interface Common {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

function Below({ hint, error }: Omit<Common, 'label'>) {
  return (
    <>
      {hint !== undefined && <Field.Description render={<small />}>{hint}</Field.Description>}
      <Field.Error match={error !== undefined} className="err" render={<small role="alert" />}>
        <Shape of="broken" />
        {error}
      </Field.Error>
    </>
  );
}

interface TextFieldProps
  extends Common,
    Omit<ComponentProps<'input'>, 'onChange' | 'defaultValue' | 'ref' | 'children'> {
  readonly name: string;
  readonly value: string;
  onText(value: string): void;
  readonly after?: ReactNode;
  readonly before?: ReactNode;
}

export function TextField({
  label,
  hint,
  error,
  value,
  onText,
  after,
  before,
  className = '',
  ...input
}: TextFieldProps) {
  return (
    <Field.Root className={`field ${className}`} invalid={error !== undefined} name={input.name}>
      <Field.Label className="label">{label}</Field.Label>
      <div className={error === undefined ? 'input' : 'input bad'}>
        {before}
        <Field.Control value={value} onValueChange={(text) => onText(text)} {...input} />
        {after}
      </div>
      <Below hint={hint} error={error} />
    </Field.Root>
  );
}

/** A password, which can be looked at while it is typed. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'after'>) {
  const t = useMessages('common');
  const [seen, setSeen] = useState(false);
  const toggle = (
    <IconButton
      icon={seen ? EyeOff : Eye}
      label={seen ? t.hidePassword : t.showPassword}
      aria-pressed={seen}
      onClick={() => setSeen(!seen)}
    />
  );
  return (
    <TextField {...props} type={seen ? 'text' : 'password'} after={toggle} autoCapitalize="none" spellCheck={false} />
  );
}

/** Six figures from a message or an app. */
export function CodeField(props: Omit<TextFieldProps, 'type' | 'inputMode'>) {
  return (
    <TextField
      autoComplete="one-time-code"
      {...props}
      onText={(text) => props.onText(text.replace(/\D/g, '').slice(0, 6))}
      inputMode="numeric"
      className="code"
      spellCheck={false}
    />
  );
}

interface TextAreaProps extends Common {
  readonly name: string;
  readonly value: string;
  onText(value: string): void;
  readonly maxLength?: number;
}

export function TextArea({ label, hint, error, name, value, onText, maxLength }: TextAreaProps) {
  return (
    <Field.Root className="field" invalid={error !== undefined} name={name}>
      <Field.Label className="label">{label}</Field.Label>
      <div className={error === undefined ? 'input area' : 'input area bad'}>
        <Field.Control
          value={value}
          onValueChange={(text) => onText(text)}
          render={<textarea rows={3} maxLength={maxLength} />}
        />
      </div>
      <Below hint={hint} error={error} />
    </Field.Root>
  );
}

interface CheckProps {
  readonly name: string;
  readonly checked: boolean;
  onCheck(checked: boolean): void;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** A box to tick, never ticked beforehand. */
export function CheckField({ name, checked, onCheck, error, children }: CheckProps) {
  return (
    <Field.Root className="field" invalid={error !== undefined} name={name}>
      <Field.Label className="tick">
        <Checkbox.Root
          className={error === undefined ? 'box' : 'box bad'}
          checked={checked}
          onCheckedChange={onCheck}
          name={name}
        >
          <Checkbox.Indicator>
            <Icon of={Check} />
          </Checkbox.Indicator>
        </Checkbox.Root>
        <span>{children}</span>
      </Field.Label>
      <Below error={error} />
    </Field.Root>
  );
}
