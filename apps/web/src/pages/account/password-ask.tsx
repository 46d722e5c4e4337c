import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Failure } from '../../ui/status.tsx';

interface PasswordAskProps {
  readonly go: string;
  onGive(password: string): Promise<void>;
  onLeave(): void;
}

/** The password, for what an open screen alone should not allow. */
export function PasswordAsk({ go, onGive, onLeave }: PasswordAskProps) {
  const common = useMessages('common');
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { password: '' },
    check: ({ password }) => (password === '' ? { password: common.proof.passwordMissing } : {}),
    send: ({ password }) => onGive(password),
    places: { '/password': 'password' },
  });
  return (
    <form {...props} className="form mt-4">
      <PasswordField
        name="password"
        label={common.password}
        autoComplete="current-password"
        value={values.password}
        onText={(text) => set('password', text)}
        error={errors.password}
        autoFocus
      />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" small busy={busy}>
          {go}
        </Button>
        <Button small onClick={onLeave}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}
