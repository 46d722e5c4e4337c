import { ActedOn, type Notice } from '@kept/api';
import { Contact, type Registration, startRegistration } from '@kept/service-account/api';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { call } from '../../api/client.ts';
import { isFailure } from '../../api/failure.ts';
import { residences } from '../../app/countries.ts';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { Choose } from '../../ui/choose.tsx';
import { CheckField, TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { FormFailure } from './sign-frame.tsx';

interface StartFormProps {
  readonly notice: Notice;
  onBegun(registration: Registration): void;
  onNoticeChanged(): void;
}

const initial = { kind: 'phone' as 'phone' | 'email', value: '', residence: '', age: '', read: false };

/** First half: how to reach the person, where they live, that they are old enough, and which notice they have seen. */
export function StartForm({ notice, onBegun, onNoticeChanged }: StartFormProps) {
  const t = useMessages('sign').register;
  const { language } = useLanguage();
  const format = useFormat();
  const countries = useMemo(() => residences(format), [format]);
  const [changed, setChanged] = useState(false);
  const { values, errors, failure, busy, set, props } = useForm({
    initial,
    check: ({ kind, value, residence, age, read }) => ({
      ...(Contact.safeParse({ kind, value }).success ? {} : { value: kind === 'phone' ? t.phoneWrong : t.emailWrong }),
      ...(residence === '' ? { residence: t.residenceMissing } : {}),
      ...(age === '' ? { age: t.ageMissing } : {}),
      ...(read ? {} : { read: t.readMissing }),
    }),
    send: async ({ kind, value, residence, age }) => {
      try {
        const contact = { kind, value };
        const body = { contact, residence, ageAtLeast: Number(age), language, notice: notice.policy.hash };
        onBegun(await call(startRegistration, { body }, { language }));
      } catch (error) {
        if (isFailure(error) && error.problem?.code === ActedOn.noticeChanged) {
          setChanged(true);
          set('read', false);
          onNoticeChanged();
        }
        throw error;
      }
    },
    places: {
      '/contact/value': 'value',
      '/contact': 'value',
      '/residence': 'residence',
      '/ageAtLeast': 'age',
      '/notice': 'read',
    },
  });
  const email = values.kind === 'email';
  return (
    <form {...props} className="form">
      <div className="kind">
        <span className="label">{t.by}</span>
        <Segmented
          label={t.by}
          value={values.kind}
          options={[
            { value: 'phone', label: t.phone },
            { value: 'email', label: t.email },
          ]}
          onChoose={(kind) => set('kind', kind)}
        />
      </div>
      <TextField
        name="value"
        key={values.kind}
        label={email ? t.email : t.phone}
        type={email ? 'email' : 'tel'}
        autoComplete={email ? 'email' : 'tel'}
        hint={t.contactWhy}
        value={values.value}
        onText={(text) => set('value', text)}
        error={errors.value}
      />
      <Choose
        name="residence"
        label={t.residence}
        hint={t.residenceWhy}
        none={t.residenceNone}
        open={t.residenceOpen}
        choices={countries}
        value={countries.find(({ value }) => value === values.residence) ?? null}
        onChoose={(choice) => set('residence', choice?.value ?? '')}
        error={errors.residence}
      />
      <RadioField
        name="age"
        label={t.age}
        hint={t.ageWhy(notice.ages[0]?.from ?? 0)}
        value={values.age}
        options={notice.ages.map(({ from, to }) => ({ value: String(from), label: t.ageBand(from, to) }))}
        onChoose={(age) => set('age', age)}
        error={errors.age}
      />
      <CheckField name="read" checked={values.read} onCheck={(read) => set('read', read)} error={errors.read}>
        {t.readBefore}
        <Link to="/notice" target="_blank">
          {t.readNotice(notice.policy.version)}
        </Link>
        {t.readAfter}
      </CheckField>
      {changed ? <FormFailure text={t.noticeChanged} /> : <FormFailure text={failure} />}
      <div className="equal">
        <Link to="/" className="btn">
          {t.notNow}
        </Link>
        <button type="submit" className={busy ? 'btn busy' : 'btn'} aria-disabled={busy}>
          {t.sendCode}
        </button>
      </div>
    </form>
  );
}
