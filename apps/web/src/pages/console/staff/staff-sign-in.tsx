import { signInStaff } from '@kept/api';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { useLanguage, useMessages } from '../../../app/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { CodeField, PasswordField, TextField } from '../../../ui/field.tsx';
import { useForm } from '../../../ui/form.ts';
import { FormFailure, SignFrame } from '../../sign/sign-frame.tsx';

/** The door of the console: name, password and the code of the app. */
export function StaffSignIn() {
  const t = useMessages('staff').signIn;
  const sign = useMessages('sign');
  const common = useMessages('common');
  const { language } = useLanguage();
  const client = useQueryClient();
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { login: '', password: '', code: '' },
    check: (given): { login?: string; password?: string; code?: string } => ({
      ...(given.login.trim().length < 2 && { login: t.loginMissing }),
      ...(given.password === '' && { password: sign.passwordMissing }),
      ...(given.code.length !== 6 && { code: common.codeSix }),
    }),
    send: async (body) => {
      await call(signInStaff, { body }, { language });
      await client.resetQueries();
    },
    places: { '/login': 'login', '/password': 'password', '/code': 'code' },
  });
  return (
    <SignFrame title={t.title} lead={t.lead} way={false}>
      <form {...props} className="form">
        <TextField
          name="login"
          label={t.login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={values.login}
          onText={(text) => set('login', text)}
          error={errors.login}
        />
        <PasswordField
          name="password"
          label={common.password}
          autoComplete="current-password"
          value={values.password}
          onText={(text) => set('password', text)}
          error={errors.password}
        />
        <CodeField
          name="code"
          label={sign.totp}
          hint={sign.totpHint}
          value={values.code}
          onText={(text) => set('code', text)}
          error={errors.code}
        />
        <FormFailure text={failure} />
        <div className="acts">
          <Button type="submit" look="primary" busy={busy}>
            {t.go}
          </Button>
        </div>
      </form>
    </SignFrame>
  );
}
