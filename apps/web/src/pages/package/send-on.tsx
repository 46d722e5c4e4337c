import { ArrivalAddress, listReceivers, sendPackageOn } from '@kept/api';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Failure, Note } from '../../ui/status.tsx';

interface Sent {
  readonly receiver: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly index: number;
}

/** Everything held, straight to another service that an operator has declared; nothing to see where there is none. */
export function SendOn() {
  const t = useMessages('pack').send;
  const { language } = useLanguage();
  const format = useFormat();
  const { data } = useAnswer(listReceivers, {});
  const { mutateAsync } = useAct(sendPackageOn);
  const [sent, setSent] = useState<Sent | null>(null);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { to: '' },
    check: ({ to }): { to?: string } => (ArrivalAddress.safeParse(to.trim()).success ? {} : { to: t.wrong }),
    send: async ({ to }) => setSent(await mutateAsync({ body: { to: to.trim(), lang: language } })),
  });
  if (data === undefined || data.receivers.length === 0) return null;
  return (
    <section className="mb-10" aria-labelledby="send-heading">
      <h2 id="send-heading">{t.title}</h2>
      <p className="quiet mb-4">{t.lead(data.receivers.map(({ label }) => label))}</p>
      {sent !== null ? (
        <div role="status">
          <Note of="kept" title={t.done(sent.receiver)}>
            <p>{t.receipt(format.number(Math.ceil(sent.bytes / 1024)), format.number(sent.index))}</p>
            <p className="small quiet break-all">{sent.sha256}</p>
          </Note>
        </div>
      ) : (
        <form {...props} className="form">
          <TextField
            name="to"
            label={t.to}
            error={errors.to}
            value={values.to}
            onText={(text) => set('to', text)}
            autoComplete="off"
          />
          <Failure text={failure} />
          <div className="acts">
            <Button type="submit" busy={busy}>
              {t.go}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
