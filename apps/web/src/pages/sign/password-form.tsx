import { type SignIn, signIn } from '@kept/service-account/api';
import { call } from '../../api/client.ts';
import { useLanguage, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField, TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { contactOf } from './contact.ts';
import { FormFailure } from './sign-frame.tsx';

export interface SignInFormProps {
  readonly contact: string;
  onContact(contact: string): void;
  onAnswer(answer: SignIn): Promise<void>;
}

export function PasswordForm({ contact, onContact, onAnswer }: SignInFormProps) {
  const t = useMessages('sign');
  const common = useMessages('common');
  const { language } = useLanguage();
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { contact, password: '' },
    check: (given) => ({
      ...(contactOf(given.contact) === null ? { contact: t.contactWrong } : {}),
      ...(given.password === '' ? { password: t.passwordMissing } : {}),
    }),
    send: async (given) => {
      const body = { contact: contactOf(given.contact)!, password: given.password };
      await onAnswer(await call(signIn, { body }, { language }));
    },
    places: { '/contact/value': 'contact', '/contact': 'contact', '/password': 'password' },
  });
  return (
    <form {...props} className="form">
      <TextField
        name="contact"
        label={t.contact}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={values.contact}
        onText={(text) => {
          set('contact', text);
          onContact(text);
        }}
        error={errors.contact}
      />
      <PasswordField
        name="password"
        label={common.password}
        autoComplete="current-password"
        value={values.password}
        onText={(text) => set('password', text)}
        error={errors.password}
      />
      <FormFailure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {common.signIn}
        </Button>
      </div>
    </form>
  );
}
