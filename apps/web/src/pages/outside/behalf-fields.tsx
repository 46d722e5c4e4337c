import type { BehalfWants, OutsideRight } from '@kept/api';
import { useMessages } from '../../app/language.tsx';
import { CheckField, TextField } from '../../ui/field.tsx';
import { RadioField } from '../../ui/radio-field.tsx';

interface Values {
  readonly guardian: boolean;
  /** Contact of the person for whom it is asked. */
  readonly of: string;
  readonly wants: string;
  /** Of a correction. */
  readonly field: string;
}

type Wants = BehalfWants | '';

/** For whom it is asked, and what; null for oneself. */
export function behalfOf(right: OutsideRight | undefined, { guardian, wants }: Values): { wants: Wants } | null {
  if (right?.behalf === 'relative') return { wants: wants as Wants };
  return right?.behalf === 'guardian' && guardian ? { wants: right.id as Wants } : null;
}

interface BehalfFieldsProps {
  readonly as: 'relative' | 'guardian';
  /** Of a correction: what can be corrected. */
  readonly fields?: OutsideRight['fields'];
  readonly form: {
    readonly values: Values;
    readonly errors: { readonly [K in 'of' | 'wants' | 'field']?: string | undefined };
    set<K extends keyof Values>(name: K, value: Values[K]): void;
  };
}

/** By which contact the other is known here, and what is to be done. */
export function BehalfFields({ as, fields, form: { values, errors, set } }: BehalfFieldsProps) {
  const t = useMessages('outside').behalf;
  const shown = as === 'relative' || values.guardian;
  return (
    <>
      {as === 'guardian' && (
        <CheckField name="guardian" checked={values.guardian} onCheck={(guardian) => set('guardian', guardian)}>
          {t.guardian}
        </CheckField>
      )}
      {as === 'relative' && (
        <RadioField
          name="wants"
          label={t.wants}
          error={errors.wants}
          value={values.wants}
          options={[
            { value: 'copy', label: t.copy },
            { value: 'erasure', label: t.erasure },
          ]}
          onChoose={(wants) => set('wants', wants)}
        />
      )}
      {shown && fields && (
        <RadioField
          name="field"
          label={t.field}
          error={errors.field}
          value={values.field}
          options={fields.map(({ id, label }) => ({ value: id, label }))}
          onChoose={(field) => set('field', field)}
        />
      )}
      {shown && (
        <TextField
          name="of"
          label={t.contact[as]}
          hint={t.why}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          value={values.of}
          onText={(of) => set('of', of)}
          error={errors.of}
        />
      )}
    </>
  );
}
