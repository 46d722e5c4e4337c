import { sendSignInCode, signInWithCode } from '@kept/service-account/api';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeField, TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Marked } from '../../ui/marked.tsx';
import { contactOf } from './contact.ts';
import type { SignInFormProps } from './password-form.tsx';
import { Resend } from './resend.tsx';
import { FormFailure } from './sign-frame.tsx';

interface Sent {
  readonly expiresAt: number;
  readonly resendAt: number;
}

/** A code to the contact, instead of the password. */
export function CodeForm({ contact, onContact, onAnswer }: SignInFormProps) {
  const t = useMessages('sign');
  const common = useMessages('common');
  const format = useFormat();
  const { language } = useLanguage();
  const [sent, setSent] = useState<Sent | null>(null);
  const send = async (to: string): Promise<void> => {
    setSent(await call(sendSignInCode, { body: { contact: contactOf(to)! } }, { language }));
  };
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { contact, code: '' },
    check: (given) => ({
      ...(contactOf(given.contact) === null ? { contact: t.contactWrong } : {}),
      ...(sent !== null && given.code.length !== 6 ? { code: common.codeSix } : {}),
    }),
    send: async (given) => {
      if (sent === null) return send(given.contact);
      const body = { contact: contactOf(given.contact)!, code: given.code };
      await onAnswer(await call(signInWithCode, { body }, { language }));
    },
    places: { '/contact/value': 'contact', '/contact': 'contact', '/code': 'code' },
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
        </>
      )}
      <FormFailure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {sent === null ? t.sendCode : common.signIn}
        </Button>
      </div>
    </form>
  );
}
