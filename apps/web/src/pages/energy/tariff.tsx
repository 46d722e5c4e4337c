import { clearTariff, readEnergy, readTariff, setTariff, type Tariff } from '@kept/service-energy/api';
import type { Home } from '@kept/service-spaces/api';
import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useToast } from '../../ui/toast.tsx';

type Period = Tariff['periods'][number];

const CURRENCIES = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY', 'KRW', 'SGD', 'RUB', 'AUD', 'CAD', 'INR', 'CHF'];
const DAYS = { every: [1, 2, 3, 4, 5, 6, 7], weekdays: [1, 2, 3, 4, 5], weekend: [6, 7] } as const;
type Days = keyof typeof DAYS;

interface TypedHours {
  readonly key: number;
  readonly days: Days;
  readonly from: string;
  readonly to: string;
  readonly price: string;
}

const priceOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const daysOf = (days: readonly number[]): Days =>
  days.length === 7 ? 'every' : days.includes(6) ? 'weekend' : 'weekdays';

function HoursFields({ given, isTried, change, drop }: HoursProps) {
  const t = useMessages('energy').tariff;
  const wrong = (is: boolean, text: string) => (isTried && !is ? text : undefined);
  return (
    <fieldset className="hours">
      <Select
        label={t.which}
        value={given.days}
        options={[
          { value: 'every', label: t.everyDay },
          { value: 'weekdays', label: t.weekdays },
          { value: 'weekend', label: t.weekend },
        ]}
        onChoose={(days) => change({ ...given, days: days as Days })}
      />
      <TextField
        name={`from-${given.key}`}
        label={t.begins}
        type="time"
        value={given.from}
        onText={(from) => change({ ...given, from })}
        error={wrong(isTime(given.from), t.timeWrong)}
      />
      <TextField
        name={`to-${given.key}`}
        label={t.ends}
        type="time"
        value={given.to}
        onText={(to) => change({ ...given, to })}
        error={wrong(isTime(given.to), t.timeWrong)}
      />
      <TextField
        name={`price-${given.key}`}
        label={t.hourPrice}
        inputMode="decimal"
        value={given.price}
        onText={(price) => change({ ...given, price })}
        error={wrong(Number.isFinite(priceOf(given.price)), t.priceWrong)}
      />
      <Button small icon={X} onClick={drop}>
        {t.remove}
      </Button>
    </fieldset>
  );
}

interface HoursProps {
  readonly given: TypedHours;
  readonly isTried: boolean;
  change(next: TypedHours): void;
  drop(): void;
}

interface FormProps {
  readonly tariff: Tariff | null;
  readonly isBusy: boolean;
  onSave(tariff: Tariff): void;
}

function TariffForm({ tariff, isBusy, onSave }: FormProps) {
  const t = useMessages('energy').tariff;
  const format = useFormat();
  const now = useNow();
  const { language } = useLanguage();
  const last = tariff?.periods.at(-1);
  const [currency, setCurrency] = useState(tariff?.currency ?? 'CNY');
  const [price, setPrice] = useState(last ? String(last.price) : '');
  const [from, setFrom] = useState(last?.from ?? `${format.isoDay(now).slice(0, 4)}-01-01`);
  const [hours, setHours] = useState<readonly TypedHours[]>(
    (last?.hours ?? []).map((each, key) => ({ ...each, key, days: daysOf(each.days), price: String(each.price) })),
  );
  const [isTried, setTried] = useState(false);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(from);
  const isFine =
    isDay &&
    Number.isFinite(priceOf(price)) &&
    hours.every((each) => isTime(each.from) && isTime(each.to) && Number.isFinite(priceOf(each.price)));
  const names = new Intl.DisplayNames(language, { type: 'currency' });

  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isFine) return;
    const period: Period = {
      ...{ from, price: priceOf(price) },
      hours: hours.map((each) => ({
        ...{ days: [...DAYS[each.days]], from: each.from, to: each.to, price: priceOf(each.price) },
      })),
    };
    // What held before that day stays; another currency begins anew.
    const before = tariff?.currency === currency ? tariff.periods.filter((each) => each.from < from) : [];
    const zone = tariff?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    onSave({ currency, zone, periods: [...before, period] });
  };

  const change = (next: TypedHours): void => setHours(hours.map((each) => (each.key === next.key ? next : each)));
  const fresh = (): TypedHours => ({
    ...{ key: Math.max(-1, ...hours.map(({ key }) => key)) + 1, days: 'every', from: '22:00', to: '06:00', price: '' },
  });
  return (
    <form className="form" onSubmit={save} noValidate>
      <Select
        label={t.currency}
        value={currency}
        options={[...new Set([currency, ...CURRENCIES])].map((code) => ({
          value: code,
          label: `${code} · ${names.of(code)}`,
        }))}
        onChoose={setCurrency}
      />
      <TextField
        name="price"
        label={t.price}
        inputMode="decimal"
        value={price}
        onText={setPrice}
        error={isTried && !Number.isFinite(priceOf(price)) ? t.priceWrong : undefined}
      />
      <TextField
        name="from"
        label={t.from}
        type="date"
        value={from}
        onText={setFrom}
        error={isTried && !isDay ? t.fromWrong : undefined}
      />
      {hours.map((each) => (
        <HoursFields
          key={each.key}
          given={each}
          isTried={isTried}
          change={change}
          drop={() => setHours(hours.filter(({ key }) => key !== each.key))}
        />
      ))}
      <div className="acts">
        <Button type="submit" look="primary" busy={isBusy}>
          {t.save}
        </Button>
        {hours.length < 12 && (
          <Button icon={Plus} onClick={() => setHours([...hours, fresh()])}>
            {t.add}
          </Button>
        )}
      </div>
    </form>
  );
}

function Standing({ tariff }: { tariff: Tariff }) {
  const t = useMessages('energy').tariff;
  const format = useFormat();
  const money = (price: number): string => `${format.number(price)} ${tariff.currency}`;
  const days = (given: readonly number[]): string =>
    given.length === 7 ? t.everyDay : format.list(given.map((day) => t.days[day - 1] ?? ''));
  return (
    <ul className="periods">
      {tariff.periods.map(({ from, price, hours }) => (
        <li key={from}>
          {t.now(money(price), from)}
          {hours.map((each) => (
            <small key={`${each.days.join('')}${each.from}`} className="block quiet">
              {t.hours(days(each.days), each.from, each.to, money(each.price))}
            </small>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What a kilowatt hour costs here; changed by whoever fits devices. */
export function TariffSection({ home }: { home: Home }) {
  const t = useMessages('energy').tariff;
  const failureText = useFailureText();
  const { say } = useToast();
  const answer = useAnswer(readTariff, { params: { id: home.id } });
  const { mutate, isPending } = useAct(clearTariff, [readTariff, readEnergy]);
  // Of the section: the form begins anew with what it has saved.
  const { mutate: set, isPending: isSaving } = useAct(setTariff, [readTariff, readEnergy]);
  const save = (tariff: Tariff): void =>
    set(
      { params: { id: home.id }, body: tariff },
      { onSuccess: () => say(t.saved), onError: (error) => say(failureText(error)) },
    );
  const isSetting = home.acts.includes('setup') && (home.role === 'owner' || home.role === 'member');
  return (
    <section className="sect" aria-labelledby="tariff">
      <h2 id="tariff">{t.title}</h2>
      <p className="measure">{t.text}</p>
      <Answer of={answer}>
        {({ tariff }) => (
          <>
            {tariff === null ? <p className="quiet">{t.none}</p> : <Standing tariff={tariff} />}
            {isSetting && <TariffForm key={JSON.stringify(tariff)} tariff={tariff} isBusy={isSaving} onSave={save} />}
            {isSetting && tariff !== null && (
              <Button
                small
                busy={isPending}
                className="mt-4"
                onClick={() =>
                  mutate(
                    { params: { id: home.id } },
                    { onSuccess: () => say(t.cleared), onError: (error) => say(failureText(error)) },
                  )
                }
              >
                {t.clear}
              </Button>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}
