import { finishWithBackupCode, finishWithTotp, type SecondStep } from '@kept/service-account/api';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useLanguage, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeField, TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { FormFailure } from './sign-frame.tsx';

interface SecondStepFormProps {
  readonly steps: readonly SecondStep[];
  onEntered(): Promise<void>;
  onLeave(): void;
}

function TypedStep({
  step,
  onEntered,
  onLeave,
}: { step: 'totp' | 'backup-code' } & Omit<SecondStepFormProps, 'steps'>) {
  const t = useMessages('sign');
  const common = useMessages('common');
  const { language } = useLanguage();
  const totp = step === 'totp';
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { code: '' },
    check: ({ code }) => {
      const missing = totp ? code.length !== 6 : code.trim().length < 6;
      return missing ? { code: totp ? common.codeSix : t.backupMissing } : {};
    },
    send: async (body) => {
      await call(totp ? finishWithTotp : finishWithBackupCode, { body }, { language });
      await onEntered();
    },
    places: { '/code': 'code' },
  });
  const field = {
    name: 'code',
    value: values.code,
    onText: (text: string) => set('code', text),
    error: errors.code,
    autoFocus: true,
  };
  return (
    <form {...props} className="form">
      {totp ? (
        <CodeField {...field} label={t.totp} hint={t.totpHint} />
      ) : (
        <TextField {...field} label={t.backup} hint={t.backupHint} />
      )}
      <FormFailure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {common.signIn}
        </Button>
        <Button look="plain" onClick={onLeave}>
          {common.back}
        </Button>
      </div>
    </form>
  );
}

/** Whichever second step the person has at hand. */
export function SecondStepForm({ steps, onEntered, onLeave }: SecondStepFormProps) {
  const t = useMessages('sign');
  const [step, setStep] = useState<SecondStep>(steps[0]!);
  const names: Readonly<Record<SecondStep, string>> = {
    totp: t.byApp,
    passkey: t.byPasskey,
    'backup-code': t.byBackup,
  };
  return (
    <>
      {steps.length > 1 && (
        <Segmented
          className="mb-5"
          label={t.signIn.secondTitle}
          value={step}
          options={steps.map((value) => ({ value, label: names[value] }))}
          onChoose={setStep}
        />
      )}
      {step === 'passkey' ? (
        <div className="form">
          <div className="acts">
            <PasskeyButton onEntered={onEntered} primary />
            <Button look="plain" onClick={onLeave}>
              {t.leave}
            </Button>
          </div>
        </div>
      ) : (
        <TypedStep key={step} step={step} onEntered={onEntered} onLeave={onLeave} />
      )}
    </>
  );
}
