import { correctAge, readSession } from '@kept/api';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Failure } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';

function Younger({ onDone }: { onDone(): void }) {
  const t = useMessages('ages');
  const { say } = useToast();
  const { mutateAsync } = useAct(correctAge, [readSession]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { years: '' },
    check: ({ years }) => (/^\s*\d{1,2}\s*$/.test(years) ? {} : { years: t.yearsWrong }),
    send: async ({ years }) => {
      const { outcome } = await mutateAsync({ body: { years: Number(years) } });
      say(t.own[outcome]);
      onDone();
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
  const [open, setOpen] = useState(false);
  return (
    <section className="sect" aria-labelledby="age-heading">
      <h2 id="age-heading">{t.title}</h2>
      <p className="quiet measure mb-4">{t.text}</p>
      {open ? <Younger onDone={() => setOpen(false)} /> : <Button onClick={() => setOpen(true)}>{t.go}</Button>}
    </section>
  );
}
