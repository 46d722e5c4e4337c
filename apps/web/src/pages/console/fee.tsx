import { askFee, listQueue, type QueuedDetail, readQueued, waiveFee } from '@kept/api';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { Failure } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';

const CURRENCIES = ['CNY', 'EUR', 'USD', 'RUB', 'SGD', 'TWD'] as const;
const SUM = /^\d{1,4}([.,]\d{1,2})?$/;

const hundredths = (text: string): number => Math.round(Number(text.trim().replace(',', '.')) * 100);

function Ask({ request }: { request: QueuedDetail }) {
  const t = useMessages('queue').fee;
  const { mutateAsync } = useAct(askFee, [readQueued, listQueue]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { amount: '', currency: '' },
    check: ({ amount, currency }): { amount?: string; currency?: string } => ({
      ...((!SUM.test(amount.trim()) || hundredths(amount) === 0) && { amount: t.amountWrong }),
      ...(currency === '' && { currency: t.currency }),
    }),
    send: async ({ amount, currency }) => {
      const body = { amount: hundredths(amount), currency: currency as (typeof CURRENCIES)[number] };
      await mutateAsync({ params: { region: request.region.id, id: request.id }, body });
    },
    places: { '/amount': 'amount' },
  });
  return (
    <form {...props} className="form">
      <TextField
        name="amount"
        label={t.amount}
        hint={t.hint}
        inputMode="decimal"
        autoComplete="off"
        value={values.amount}
        onText={(amount) => set('amount', amount)}
        error={errors.amount}
      />
      <RadioField
        name="currency"
        label={t.currency}
        error={errors.currency}
        value={values.currency}
        options={CURRENCIES.map((value) => ({ value, label: value }))}
        onChoose={(currency) => set('currency', currency)}
      />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" busy={busy}>
          {t.ask}
        </Button>
      </div>
    </form>
  );
}

/** A fee for the same over and over: asked for, or taken back while its answer is waited for. */
export function Fee({ request }: { request: QueuedDetail }) {
  const t = useMessages('queue').fee;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(waiveFee, [readQueued, listQueue]);
  if (request.asked === undefined && !(request.chargeable && request.waits === 'decision')) return null;
  return (
    <section className="queue-part" aria-labelledby="fee-heading">
      <h2 id="fee-heading">{t.title}</h2>
      {request.asked === undefined ? (
        <Ask request={request} />
      ) : (
        <p>
          {t.states[request.asked.state]}: {request.asked.label}
        </p>
      )}
      {request.waits === 'fee' && (
        <div className="acts mt-3">
          <Button
            busy={isPending}
            onClick={() =>
              mutate(
                { params: { region: request.region.id, id: request.id } },
                { onError: (error) => say(failureText(error)) },
              )
            }
          >
            {t.waive}
          </Button>
        </div>
      )}
    </section>
  );
}
