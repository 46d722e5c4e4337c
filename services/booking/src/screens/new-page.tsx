import {
  Answer,
  Button,
  Failure,
  Page,
  RadioField,
  TextArea,
  TextField,
  useAct,
  useAnswer,
  useForm,
  useFormat,
  useToast,
  useWords,
} from '@kept/web/kit';
import { Link, useNavigate } from '@tanstack/react-router';
import { bookVisit, type FoundStore, listStores, listTimes, listVisits } from '../api/index.ts';
import { Finder } from './finder.tsx';
import { TimeChoice } from './time-choice.tsx';
import { words } from './words.ts';
import './booking.css';

const EMPTY = { store: '', day: '', starts: '', at: '', name: '', phone: '', region: '', address: '', need: '' };
type Values = typeof EMPTY;

/** Of a visit at home also where that is. */
const needed = ({ at }: Values): readonly (keyof Values)[] => [
  ...(['store', 'starts', 'at', 'name', 'phone', 'need'] as const),
  ...(at === 'home' ? (['region', 'address'] as const) : []),
];

function Form({ stores }: { stores: readonly FoundStore[] }) {
  const t = useWords(words);
  const format = useFormat();
  const navigate = useNavigate();
  const { say } = useToast();
  const { mutateAsync } = useAct(bookVisit, [listVisits, listTimes]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: EMPTY,
    check: (all) =>
      Object.fromEntries(needed(all).flatMap((name) => (all[name].trim() === '' ? [[name, t.missing]] : []))),
    places: { '/starts': 'starts', '/address': 'address', '/phone': 'phone', '/values/booking-phone': 'phone' },
    send: async ({ store, starts, at, name, phone, need, region, address }) => {
      const where = at === 'home' ? ({ at: 'home', region, address } as const) : ({ at: 'store' } as const);
      const { told } = await mutateAsync({ body: { store, starts: Number(starts), name, phone, need, ...where } });
      say(t.booked(format.list(told.map((way) => t.ways[way]))));
      await navigate({ to: '/booking' as string });
    },
  });
  const field = (name: 'name' | 'phone' | 'region' | 'address', more: object = {}) => (
    <TextField
      name={name}
      label={t[name]}
      value={values[name]}
      error={errors[name]}
      onText={(text) => set(name, text)}
      {...more}
    />
  );
  return (
    <form {...props} className="form">
      <Finder
        stores={stores}
        chosen={values.store}
        error={errors.store}
        onChoose={(store) => {
          set('store', store);
          set('day', '');
          set('starts', '');
        }}
      />
      {values.store !== '' && (
        <section aria-labelledby="when">
          <h2 id="when">{t.when}</h2>
          <TimeChoice
            store={values.store}
            day={values.day}
            starts={values.starts}
            error={errors.starts}
            onChoose={(day, starts) => {
              set('day', day);
              set('starts', starts);
            }}
          />
        </section>
      )}
      <RadioField
        name="at"
        label={t.whereAsked}
        value={values.at}
        error={errors.at}
        options={[
          { value: 'store', label: t.come },
          { value: 'home', label: t.come2 },
        ]}
        onChoose={(at) => set('at', at)}
      />
      {field('name', { autoComplete: 'name', maxLength: 80 })}
      {field('phone', { type: 'tel', autoComplete: 'tel', maxLength: 32, hint: t.phoneHint })}
      {values.at === 'home' && field('region', { maxLength: 120 })}
      {values.at === 'home' && field('address', { autoComplete: 'street-address', maxLength: 200 })}
      <TextArea
        name="need"
        label={t.need}
        value={values.need}
        error={errors.need}
        maxLength={1_000}
        onText={(text) => set('need', text)}
      />
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}

/** A store, a time, and what it needs to know. */
export function NewPage() {
  const t = useWords(words);
  const stores = useAnswer(listStores, {});
  return (
    <Page title={t.book} lead={t.lead} clause="2.1.3" crumb={<Link to={'/booking' as string}>{t.title}</Link>}>
      <Answer of={stores}>{({ stores: all }) => <Form stores={all} />}</Answer>
    </Page>
  );
}
