import { Password, resetPassword, sendPasswordReset } from '@kept/service-account/api';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { CodeField, PasswordField, TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Marked } from '../../ui/marked.tsx';
import { Note } from '../../ui/status.tsx';
import { contactOf } from './contact.ts';
import { Resend } from './resend.tsx';
import { FormFailure, SignFrame } from './sign-frame.tsx';

interface Sent {
  readonly expiresAt: number;
  readonly resendAt: number;
}

function Done() {
  const t = useMessages('sign').reset;
  const common = useMessages('common');
  return (
    <>
      <Note of="kept">
        <p role="status">{t.done}</p>
      </Note>
      <p className="mt-5">
        <Link to="/sign-in" className={buttonClass('primary')}>
          {common.signIn}
        </Link>
      </p>
    </>
  );
}

function ResetForm({ onDone }: { onDone(): void }) {
  const t = useMessages('sign');
  const common = useMessages('common');
  const format = useFormat();
  const { language } = useLanguage();
  const [sent, setSent] = useState<Sent | null>(null);
  const send = async (to: string): Promise<void> => {
    setSent(await call(sendPasswordReset, { body: { contact: contactOf(to)! } }, { language }));
  };
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { contact: '', code: '', password: '' },
    check: (given) => ({
      ...(contactOf(given.contact) === null ? { contact: t.contactWrong } : {}),
      ...(sent !== null && given.code.length !== 6 ? { code: common.codeSix } : {}),
      ...(sent !== null && !Password.safeParse(given.password).success ? { password: t.passwordShort } : {}),
    }),
    send: async ({ contact, code, password }) => {
      if (sent === null) return send(contact);
      await call(resetPassword, { body: { contact: contactOf(contact)!, code, password } }, { language });
      onDone();
    },
    places: { '/contact/value': 'contact', '/contact': 'contact', '/code': 'code', '/password': 'password' },
  });
  return (
    <form {...props} className="form">
      <TextField
        name="contact"
        label={t.contact}
        autoComplete="username"
        value={values.contact}
        onText={(text) => {
          set('contact', text);
          setSent(null);
        }}
        error={errors.contact}
      />
      {sent !== null && (
        <>
          <p className="sent" role="status">
            <Marked text={t.sentIfKnown(format.time(sent.expiresAt))} />
            <br />
            <Resend at={sent.resendAt} onResend={() => send(values.contact)} />
          </p>
          <CodeField
            name="code"
            label={t.code}
            value={values.code}
            onText={(text) => set('code', text)}
            error={errors.code}
          />
          <PasswordField
            name="password"
            label={t.newPassword}
            hint={t.passwordHint}
            autoComplete="new-password"
            value={values.password}
            onText={(text) => set('password', text)}
            error={errors.password}
          />
        </>
      )}
      <FormFailure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {sent === null ? t.sendCode : t.reset.go}
        </Button>
        <Link to="/sign-in" className={buttonClass('plain')}>
          {common.back}
        </Link>
      </div>
    </form>
  );
}

/** A new password, by a code to the contact. Ends every session. */
export function ResetPage() {
  const t = useMessages('sign').reset;
  const [done, setDone] = useState(false);
  return (
    <SignFrame title={t.title} lead={t.lead} way={false}>
      {done ? <Done /> : <ResetForm onDone={() => setDone(true)} />}
    </SignFrame>
  );
}
