import { enrol, readSession, startEnrolment } from '@kept/api';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useAct } from '../../../api/query.ts';
import { useFailureText } from '../../../app/failure-text.ts';
import { useMessages } from '../../../app/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { CodeField, PasswordField, TextField } from '../../../ui/field.tsx';
import { useForm } from '../../../ui/form.ts';
import { Failure } from '../../../ui/status.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { SignFrame } from '../../sign/sign-frame.tsx';

interface Secret {
  readonly secret: string;
  readonly uri: string;
}

function Choose({ secret, uri, onDone }: Secret & { onDone(): void }) {
  const t = useMessages('staff').enrol;
  const second = useMessages('account').second;
  const sign = useMessages('sign');
  const common = useMessages('common');
  const { mutateAsync } = useAct(enrol, [readSession]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { login: '', password: '', code: '' },
    check: (given): { login?: string; password?: string; code?: string } => ({
      ...(given.login.trim().length < 2 && { login: t.loginHint }),
      ...(Array.from(given.password).length < 10 && { password: sign.passwordShort }),
      ...(given.code.length !== 6 && { code: common.codeSix }),
    }),
    send: async (body) => {
      await mutateAsync({ body });
      onDone();
    },
    places: { '/login': 'login', '/password': 'password', '/code': 'code' },
  });
  return (
    <form {...props} className="form">
      <TextField
        name="login"
        label={t.login}
        hint={t.loginHint}
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
        hint={sign.passwordHint}
        autoComplete="new-password"
        value={values.password}
        onText={(text) => set('password', text)}
        error={errors.password}
      />
      <div className="qr">
        <QRCodeSVG value={uri} size={176} marginSize={2} title={second.qr} />
        <p className="small quiet">
          {second.bySecret}
          <span className="mono block">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</span>
        </p>
      </div>
      <CodeField
        name="code"
        label={sign.totp}
        value={values.code}
        onText={(text) => set('code', text)}
        error={errors.code}
      />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.go}
        </Button>
      </div>
    </form>
  );
}

/** Name, password and app, from a secret that is made when it is asked for. */
export function EnrolForm() {
  const t = useMessages('staff').enrol;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(startEnrolment);
  const [secret, setSecret] = useState<Secret | null>(null);
  const done = (): void => {
    setSecret(null);
    say(t.done);
  };
  if (secret !== null) return <Choose {...secret} onDone={done} />;
  const start = (): void => mutate({}, { onSuccess: setSecret, onError: (error) => say(failureText(error)) });
  return (
    <div className="acts">
      <Button look="primary" busy={isPending} onClick={start}>
        {t.start}
      </Button>
    </div>
  );
}

/** The first thing that whoever was invited sees, and the only one until it is done. */
export function Enrol() {
  const t = useMessages('staff').enrol;
  return (
    <SignFrame title={t.title} lead={t.lead} way={false}>
      <EnrolForm />
    </SignFrame>
  );
}
