import {
  AgentName,
  askOutside,
  listOutsideRights,
  type OutsideProof,
  type OutsideRight,
  type RightId,
} from '@kept/api';
import { useMemo, useState } from 'react';
import { call } from '../../api/client.ts';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { residences } from '../../app/countries.ts';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choose } from '../../ui/choose.tsx';
import { CheckField, TextArea, TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { contactOf } from '../sign/contact.ts';
import { FormFailure } from '../sign/sign-frame.tsx';
import { BehalfFields, behalfOf } from './behalf-fields.tsx';

interface AskFormProps {
  onBegun(proof: OutsideProof, agent: boolean): void;
}

const initial = {
  right: '',
  contact: '',
  typed: '',
  note: '',
  forOther: false,
  agent: '',
  guardian: false,
  of: '',
  wants: '',
  field: '',
};

function useAsking(residence: string, rights: readonly OutsideRight[], { onBegun }: AskFormProps) {
  const t = useMessages('outside');
  const { language } = useLanguage();
  const rightOf = (id: string) => rights.find((each) => each.id === id);
  return useForm({
    initial,
    check: (values) => {
      const { right, contact, typed, forOther, agent } = values;
      const behalf = behalfOf(rightOf(right), values);
      const word = behalf ? undefined : rightOf(right)?.confirm;
      return {
        ...(rightOf(right) === undefined && { right: t.rightMissing }),
        ...(contactOf(contact) === null && { contact: t.contactWrong }),
        ...(word !== undefined && typed.trim() !== word && { typed: t.typeExactly(word) }),
        ...(behalf && contactOf(values.of) === null && { of: t.contactWrong }),
        ...(behalf && behalf.wants === '' && { wants: t.behalf.wantsMissing }),
        ...(corrects(behalf) && values.field === '' && { field: t.behalf.fieldMissing }),
        ...(corrects(behalf) && values.note.trim() === '' && { note: t.behalf.valueMissing }),
        ...(!behalf && forOther && !AgentName.safeParse(agent).success && { agent: t.agentMissing }),
      };
    },
    send: async (values) => {
      const { right, contact, typed, note, agent } = values;
      const chosen = rightOf(right);
      const behalf = behalfOf(chosen, values);
      const forOther = !behalf && values.forOther;
      const body = {
        ...{ residence, right: right as RightId, contact: contactOf(contact)! },
        ...(behalf &&
          behalf.wants !== '' && {
            behalf: {
              ...{ contact: contactOf(values.of)!, wants: behalf.wants },
              ...(corrects(behalf) && { field: values.field }),
            },
          }),
        ...(!behalf && chosen?.confirm !== undefined && { confirm: typed.trim() }),
        ...((behalf || chosen?.note === true) && note.trim() !== '' && { note: note.trim() }),
        ...(forOther && { agent: { name: agent } }),
      };
      onBegun(await call(askOutside, { body }, { language }), forOther);
    },
    places: {
      ...{ '/contact/value': 'contact', '/contact': 'contact', '/right': 'right' },
      ...{ '/confirm': 'typed', '/note': 'note', '/agent/name': 'agent', '/behalf/contact/value': 'of' },
      '/behalf/field': 'field',
    },
  });
}

const corrects = (behalf: ReturnType<typeof behalfOf>): boolean => behalf?.wants === 'rectification';

type Form = ReturnType<typeof useAsking>;

function RightChoice({ rights, form }: { rights: readonly OutsideRight[]; form: Form }) {
  const t = useMessages('outside');
  const { values, errors, set } = form;
  const chosen = rights.find(({ id }) => id === values.right);
  const behalf = behalfOf(chosen, values);
  return (
    <>
      <RadioField
        name="right"
        label={t.right}
        hint={chosen && `${t.within(chosen.deadline)} · §${chosen.clause}`}
        value={values.right}
        options={rights.map(({ id, label }) => ({ value: id, label }))}
        onChoose={(right) => set('right', right)}
        error={errors.right}
      />
      {chosen?.behalf && <BehalfFields as={chosen.behalf} fields={chosen.fields} form={form} />}
      {(chosen?.note === true || behalf) && (
        <TextArea
          name="note"
          label={corrects(behalf) ? t.behalf.value : t.note}
          hint={corrects(behalf) ? t.behalf.valueHint : t.noteHint}
          error={errors.note}
          value={values.note}
          onText={(text) => set('note', text)}
          maxLength={2_000}
        />
      )}
      {chosen?.confirm !== undefined && !behalf && (
        <TextField
          name="typed"
          label={t.type(chosen.confirm)}
          hint={t.typeHint}
          value={values.typed}
          onText={(text) => set('typed', text)}
          error={errors.typed}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </>
  );
}

function Who({ behalf, form: { values, errors, set } }: { behalf: boolean; form: Form }) {
  const t = useMessages('outside');
  return (
    <>
      <TextField
        name="contact"
        label={behalf ? t.behalf.own : t.contact}
        hint={behalf ? t.behalf.ownWhy : t.contactWhy}
        autoCapitalize="none"
        autoComplete={values.forOther ? 'off' : 'email'}
        spellCheck={false}
        value={values.contact}
        onText={(text) => set('contact', text)}
        error={errors.contact}
      />
      {!behalf && (
        <CheckField name="forOther" checked={values.forOther} onCheck={(other) => set('forOther', other)}>
          {t.forOther}
        </CheckField>
      )}
      {!behalf && values.forOther && (
        <TextField
          name="agent"
          label={t.agent}
          hint={t.agentHint}
          value={values.agent}
          onText={(text) => set('agent', text)}
          error={errors.agent}
          maxLength={80}
        />
      )}
    </>
  );
}

/** What is asked for, and by whom; the rights depend on where the person lives. */
export function AskForm(props: AskFormProps) {
  const t = useMessages('outside');
  const format = useFormat();
  const countries = useMemo(() => residences(format), [format]);
  const [residence, setResidence] = useState<string>('');
  const answer = useAnswer(listOutsideRights, { query: { residence } }, { enabled: residence !== '' });
  const rights = answer.data?.rights ?? [];
  const form = useAsking(residence, rights, props);
  const behalf = behalfOf(
    rights.find(({ id }) => id === form.values.right),
    form.values,
  );
  return (
    <form {...form.props} className="form">
      <Choose
        name="residence"
        label={t.residence}
        hint={t.residenceWhy}
        none={t.residenceNone}
        open={t.residenceOpen}
        choices={countries}
        value={countries.find(({ value }) => value === residence) ?? null}
        onChoose={(choice) => {
          setResidence(choice?.value ?? '');
          form.set('right', '');
        }}
      />
      {residence !== '' && (
        <>
          <Answer of={answer}>{() => <RightChoice rights={rights} form={form} />}</Answer>
          <Who behalf={behalf !== null} form={form} />
          <FormFailure text={form.failure} />
          <div className="acts">
            <Button type="submit" look="primary" busy={form.busy}>
              {t.send}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
