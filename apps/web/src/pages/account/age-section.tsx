import { type AnswerTo, correctAge } from '@kept/api';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Failure, Note } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';

type Withheld = Extract<AnswerTo<typeof correctAge>, { outcome: 'withheld' }>;

function Younger({ onNoted, onWithheld }: { onNoted(): void; onWithheld(said: Withheld): void }) {
  const t = useMessages('ages');
  const { say } = useToast();
  const { mutateAsync } = useAct(correctAge);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { years: '' },
    check: ({ years }) => (/^\s*\d{1,2}\s*$/.test(years) ? {} : { years: t.yearsWrong }),
    send: async ({ years }) => {
      const said = await mutateAsync({ body: { years: Number(years) } });
      if (said.outcome === 'withheld') return onWithheld(said);
      say(t.own.noted);
      onNoted();
    },
    places: { '/years': 'years' },
  });
  return (
    <form {...props} className="form">
      <TextField
        name="years"
        label={t.years}
        hint={t.yearsHint}
        inputMode="numeric"
        autoComplete="off"
        value={values.years}
        onText={(text) => set('years', text)}
        error={errors.years}
      />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="ending" busy={busy}>
          {t.own.save}
        </Button>
      </div>
    </form>
  );
}

/** Whoever is younger than they had said corrects it; older, nobody becomes here. */
export function AgeSection() {
  const t = useMessages('ages').own;
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [withheld, setWithheld] = useState<Withheld | null>(null);
  if (withheld !== null)
    return (
      <section className="sect" aria-labelledby="age-heading">
        <h2 id="age-heading">{t.title}</h2>
        <div role="status">
          <Note of="due" title={t.withheld}>
            <p>
              {t.withheldText(format.date(withheld.until))} <ClauseChip id={withheld.clause} />
            </p>
          </Note>
        </div>
      </section>
    );
  return (
    <section className="sect" aria-labelledby="age-heading">
      <h2 id="age-heading">{t.title}</h2>
      <p className="quiet measure mb-4">{t.text}</p>
      {open ? (
        <Younger onNoted={() => setOpen(false)} onWithheld={setWithheld} />
      ) : (
        <Button onClick={() => setOpen(true)}>{t.go}</Button>
      )}
    </section>
  );
}
