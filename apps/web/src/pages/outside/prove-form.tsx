import { type OutsideOutcome, type OutsideProof, proveOutside, resendOutside } from '@kept/api';
import { call } from '../../api/client.ts';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CodeField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Marked } from '../../ui/marked.tsx';
import { Resend } from '../sign/resend.tsx';
import { FormFailure } from '../sign/sign-frame.tsx';

interface ProveFormProps {
  /** What was sent; of somebody who follows an agent's link only its id is known at first. */
  readonly proof: Pick<OutsideProof, 'proof'> & Partial<OutsideProof>;
  onResent(proof: OutsideProof): void;
  onOther?(): void;
  onOutcome(outcome: OutsideOutcome): void;
}

/** The code that proves the contact, and makes the request. */
export function ProveForm({ proof, onResent, onOther, onOutcome }: ProveFormProps) {
  const t = useMessages('outside');
  const sign = useMessages('sign');
  const common = useMessages('common');
  const format = useFormat();
  const { language } = useLanguage();
  const params = { id: proof.proof };
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { code: '' },
    check: ({ code }): { code?: string } => (code.length === 6 ? {} : { code: common.codeSix }),
    send: async ({ code }) => onOutcome(await call(proveOutside, { params, body: { code } }, { language })),
    places: { '/code': 'code' },
  });
  const { maskedContact, codeUntil, resendAt = 0 } = proof;
  return (
    <form {...props} className="form">
      <p className="sent">
        {maskedContact !== undefined && codeUntil !== undefined ? (
          <Marked text={t.sent(maskedContact, format.time(codeUntil))} />
        ) : (
          t.needCode
        )}
        <br />
        <Resend at={resendAt} onResend={async () => onResent(await call(resendOutside, { params }, { language }))} />
      </p>
      <CodeField
        name="code"
        label={sign.code}
        value={values.code}
        onText={(text) => set('code', text)}
        error={errors.code}
      />
      <FormFailure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.prove}
        </Button>
        {onOther !== undefined && <Button onClick={onOther}>{t.other}</Button>}
      </div>
    </form>
  );
}
