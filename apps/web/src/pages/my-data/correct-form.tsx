import { correctItem, type Item, LongestValue, readMyData } from '@kept/api';
import { useAct } from '../../api/query.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { useToast } from '../../ui/toast.tsx';

/** Rectification on the spot. The old value is not shown: showing it would be a use of its own. */
export function CorrectForm({ item, onDone }: { item: Item; onDone(): void }) {
  const t = useMessages('myData').correct;
  const common = useMessages('common');
  const format = useFormat();
  const correct = useAct(correctItem, [readMyData]);
  const { say } = useToast();
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { value: '' },
    check: ({ value }) => {
      if (value.trim() === '') return { value: t.missing };
      return value.length > LongestValue ? { value: t.long } : {};
    },
    send: async ({ value }) => {
      const { index } = await correct.mutateAsync({ body: { item: item.id, value: value.trim() } });
      say(t.done(item.label, format.number(index + 1)));
      onDone();
    },
    places: { '/value': 'value' },
  });
  return (
    <form {...props} className="form mt-4">
      <TextField
        name="value"
        label={t.label(item.label)}
        hint={t.hint}
        value={values.value}
        onText={(text) => set('value', text)}
        error={errors.value ?? failure ?? undefined}
        autoFocus
      />
      <div className="acts">
        <Button type="submit" look="primary" small busy={busy}>
          {t.go}
        </Button>
        <Button small onClick={onDone}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}
