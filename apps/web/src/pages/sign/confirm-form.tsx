import {
  confirmRegistration,
  Nickname,
  Password,
  type Registration,
  resendRegistrationCode,
} from '@kept/service-account/api';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api/client.ts';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { useForget } from '../../app/session.ts';
import { CodeField, PasswordField, TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Marked } from '../../ui/marked.tsx';
import { Resend } from './resend.tsx';
import { FormFailure } from './sign-frame.tsx';

interface ConfirmFormProps {
  readonly registration: Registration;
  onResent(registration: Registration): void;
  /** Another contact after all. */
  onOther(): void;
}

/** Second half: the code that proves the contact, the password, and a nickname for who wants one. */
export function ConfirmForm({ registration, onResent, onOther }: ConfirmFormProps) {
  const t = useMessages('sign').register;
  const sign = useMessages('sign');
  const common = useMessages('common');
  const format = useFormat();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const forget = useForget();
  const params = { id: registration.registration };
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { code: '', password: '', nickname: '' },
    check: ({ code, password, nickname }) => ({
      ...(code.length === 6 ? {} : { code: common.codeSix }),
      ...(Password.safeParse(password).success ? {} : { password: sign.passwordShort }),
      ...(nickname === '' || Nickname.safeParse(nickname).success ? {} : { nickname: t.nicknameLong }),
    }),
    send: async ({ code, password, nickname }) => {
      const body = nickname.trim() === '' ? { code, password } : { code, password, nickname };
      await call(confirmRegistration, { params, body }, { language });
      forget();
      await navigate({ to: '/home' });
    },
    places: { '/code': 'code', '/password': 'password', '/nickname': 'nickname' },
  });
  return (
    <form {...props} className="form">
      <p className="sent">
        <Marked text={sign.sentTo(registration.maskedContact, format.time(registration.expiresAt))} />
        <br />
        <Resend
          at={registration.resendAt}
          onResend={async () => onResent(await call(resendRegistrationCode, { params }, { language }))}
        />
      </p>
      <CodeField
        name="code"
        label={sign.code}
        value={values.code}
        onText={(text) => set('code', text)}
        error={errors.code}
      />
      <PasswordField
        name="password"
        label={common.password}
        hint={sign.passwordHint}
        autoComplete="new-password"
        value={values.password}
        onText={(text) => set('password', text)}
        error={errors.password}
      />
      <TextField
        name="nickname"
        label={t.nickname}
        hint={t.nicknameHint}
        autoComplete="nickname"
        value={values.nickname}
        onText={(text) => set('nickname', text)}
        error={errors.nickname}
      />
      <FormFailure text={failure} />
      <div className="equal">
        <button type="button" className="btn" onClick={onOther}>
          {t.leave}
        </button>
        <button type="submit" className={busy ? 'btn busy' : 'btn'} aria-disabled={busy}>
          {t.finish}
        </button>
      </div>
      <p className="small quiet">{t.leaveMeans}</p>
    </form>
  );
}
