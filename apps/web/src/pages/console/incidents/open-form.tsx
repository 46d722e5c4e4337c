import { type IncidentSought, listConsoleRecipients, listIncidents, listStaff, openIncident } from '@kept/api';
import { useNavigate } from '@tanstack/react-router';
import { useAct, useAnswer } from '../../../api/query.ts';
import { useMessages } from '../../../app/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckField, TextField } from '../../../ui/field.tsx';
import { useForm } from '../../../ui/form.ts';
import { RadioField } from '../../../ui/radio-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Failure } from '../../../ui/status.tsx';

const KINDS = ['all', 'staff', 'recipient', 'uses'] as const;
const at = (text: string): number => new Date(text).getTime();

interface Values {
  readonly what: string;
  readonly who: string;
  readonly from: string;
  readonly to: string;
}

/** What is looked for in the ledger. Whatever was held was once collected, so that is looked for from the beginning. */
function soughtOf({ what, who, from, to }: Values): IncidentSought {
  const until = to === '' ? Date.now() : at(to);
  if (what === 'all') return { from: 0, to: until, actions: ['collect'] };
  const period = { from: at(from), to: until };
  if (what === 'staff') return { ...period, actor: who };
  if (what === 'recipient') return { ...period, recipient: who, actions: ['share', 'transfer', 'disclose'] };
  return period;
}

/** Whose doing is in question: an account of the staff, or a recipient. */
function Who({ what, value, error, onChoose }: WhoProps) {
  const t = useMessages('incidents').open;
  const staff = useAnswer(listStaff, {}, { enabled: what === 'staff' });
  const recipients = useAnswer(listConsoleRecipients, {}, { enabled: what === 'recipient' });
  const options =
    what === 'staff'
      ? (staff.data?.staff ?? []).map(({ id, name }) => ({ value: id, label: name ?? id.slice(-6) }))
      : (recipients.data?.recipients ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const label = what === 'staff' ? t.member : t.party;
  return <Select label={label} value={value} none={t.choose} error={error} options={options} onChoose={onChoose} />;
}

interface WhoProps {
  readonly what: 'staff' | 'recipient';
  readonly value: string;
  readonly error: string | undefined;
  onChoose(value: string): void;
}

/** Enters what is suspected. */
export function OpenForm() {
  const t = useMessages('incidents').open;
  const navigate = useNavigate();
  const { mutateAsync } = useAct(openIncident, [listIncidents]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { what: '', who: '', from: '', to: '', noticed: '', critical: false as boolean, drill: false as boolean },
    check: ({ what, who, from, to }): { what?: string; who?: string; from?: string } => ({
      ...(what === '' && { what: t.missing.what }),
      ...((what === 'staff' || what === 'recipient') && who === '' && { who: t.missing.who }),
      ...(what !== '' && what !== 'all' && (from === '' || at(from) >= soughtOf({ what, who, from, to }).to)
        ? { from: t.missing.time }
        : {}),
    }),
    send: async ({ noticed, critical, drill, ...rest }) => {
      const body = { critical, drill, sought: soughtOf(rest), ...(noticed !== '' && { noticedAt: at(noticed) }) };
      const { id } = await mutateAsync({ body });
      void navigate({ to: '/console/incidents/$id', params: { id } });
    },
  });
  const time = (
    name: 'from' | 'to' | 'noticed',
    label: string,
    more: { hint?: string; error?: string | undefined },
  ) => (
    <TextField
      type="datetime-local"
      {...{ name, label, ...more }}
      value={values[name]}
      onText={(text) => set(name, text)}
    />
  );
  return (
    <section className="queue-part" aria-labelledby="suspect-heading">
      <h2 id="suspect-heading">{t.title}</h2>
      <form {...props} className="form">
        <RadioField
          name="what"
          label={t.what}
          error={errors.what}
          value={values.what}
          options={KINDS.map((kind) => ({ value: kind, label: t[kind], note: t[`${kind}Note`] }))}
          onChoose={(what) => {
            set('what', what);
            set('who', '');
          }}
        />
        {(values.what === 'staff' || values.what === 'recipient') && (
          <Who what={values.what} value={values.who} error={errors.who} onChoose={(who) => set('who', who)} />
        )}
        {values.what !== '' && values.what !== 'all' && time('from', t.from, { error: errors.from })}
        {values.what !== '' && time('to', t.to, {})}
        {time('noticed', t.noticed, { hint: t.noticedHint })}
        <CheckField name="critical" checked={values.critical} onCheck={(on) => set('critical', on)}>
          {t.critical}
        </CheckField>
        <CheckField name="drill" checked={values.drill} onCheck={(on) => set('drill', on)}>
          {t.drillBox}
        </CheckField>
        <Failure text={failure} />
        <Button type="submit" look="primary" busy={busy}>
          {t.send}
        </Button>
      </form>
    </section>
  );
}
