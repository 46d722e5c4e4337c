import { listQueue, reportAge } from '@kept/api';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAct } from '../../api/query.ts';
import { residences } from '../../app/countries.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Choose } from '../../ui/choose.tsx';
import { TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { Failure, Note } from '../../ui/status.tsx';
import { contactOf } from '../sign/contact.ts';

const WHYS = ['guardian', 'person', 'papers', 'seen'] as const;
type Why = (typeof WHYS)[number];

/** Whole years as they are typed; null where it is no age. */
const yearsOf = (text: string): number | null =>
  /^\s*\d{1,3}\s*$/.test(text) && Number(text) <= 120 ? Number(text) : null;

function useReporting(onOutcome: (outcome: 'noted' | 'nothing-held') => void) {
  const t = useMessages('ages');
  const navigate = useNavigate();
  const { mutateAsync } = useAct(reportAge, [listQueue]);
  return useForm({
    initial: { contact: '', residence: '', years: '', why: '' },
    check: ({ contact, residence, years, why }) => ({
      ...(contactOf(contact) === null && { contact: t.contactWrong }),
      ...(residence === '' && { residence: t.residenceMissing }),
      ...(yearsOf(years) === null && { years: t.yearsWrong }),
      ...(why === '' && { why: t.whyMissing }),
    }),
    send: async ({ contact, residence, years, why }) => {
      const body = { contact: contactOf(contact)!, residence, years: yearsOf(years)!, why: why as Why };
      const found = await mutateAsync({ body });
      if (found.outcome !== 'withheld') return onOutcome(found.outcome);
      const { id, region } = found.request;
      await navigate({ to: '/console/requests/$region/$id', params: { region: region.id, id } });
    },
    places: { '/contact/value': 'contact', '/contact': 'contact', '/residence': 'residence', '/years': 'years' },
  });
}

/** Somebody is younger than they had said: their account is withheld at once. */
export function AgePage() {
  const t = useMessages('ages');
  const queue = useMessages('queue');
  const format = useFormat();
  const countries = useMemo(() => residences(format), [format]);
  const [outcome, setOutcome] = useState<'noted' | 'nothing-held' | null>(null);
  const { values, errors, failure, busy, set, props } = useReporting(setOutcome);
  return (
    <Page title={t.title} lead={t.lead} crumb={<Link to="/console/requests">{queue.title}</Link>}>
      <form {...props} className="form">
        <TextField
          name="contact"
          label={t.contact}
          hint={t.contactWhy}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          value={values.contact}
          onText={(text) => set('contact', text)}
          error={errors.contact}
        />
        <Choose
          name="residence"
          label={t.residence}
          error={errors.residence}
          none={t.residenceNone}
          open={t.residenceOpen}
          choices={countries}
          value={countries.find(({ value }) => value === values.residence) ?? null}
          onChoose={(choice) => set('residence', choice?.value ?? '')}
        />
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
        <RadioField
          name="why"
          label={t.why}
          error={errors.why}
          value={values.why}
          options={WHYS.map((why) => ({ value: why, label: t.whys[why] }))}
          onChoose={(why) => set('why', why)}
        />
        <Failure text={failure} />
        {outcome !== null && <Note of={outcome === 'noted' ? 'kept' : 'unknown'} title={t.outcomes[outcome]} />}
        <div className="acts">
          <Button type="submit" look="primary" busy={busy}>
            {t.go}
          </Button>
        </div>
      </form>
    </Page>
  );
}
