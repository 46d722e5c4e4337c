import { Asked, Button, Note, RadioField, Select, useFormat, useWords } from '@kept/web/kit';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import type { FoundStore } from '../api/index.ts';
import { distances } from './near.ts';
import { whereNow } from './where-now.ts';
import { words } from './words.ts';

type Away = ReadonlyMap<string, number>;

/** The question, where it is first needed; then the browser is asked, and its answer stays here. */
function Near({ stores, onFound }: { stores: readonly FoundStore[]; onFound(away: Away): void }) {
  const t = useWords(words);
  const [wanted, setWanted] = useState(false);
  const [denied, setDenied] = useState(false);
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    setBusy(true);
    const spot = await whereNow();
    setBusy(false);
    setDenied(spot === null);
    if (spot !== null) onFound(distances(stores, spot));
  };
  const button = (act: () => void) => (
    <Button small icon={LocateFixed} busy={busy} onClick={act}>
      {t.near}
    </Button>
  );
  return (
    <div className="finding">
      {wanted ? <Asked consent="location">{button(() => void look())}</Asked> : button(() => setWanted(true))}
      <p className="quiet">
        <small>{t.nearText}</small>
      </p>
      {denied && (
        <Note of="due">
          <p role="alert">{t.denied}</p>
        </Note>
      )}
    </div>
  );
}

interface FinderProps {
  readonly stores: readonly FoundStore[];
  readonly chosen: string;
  readonly error?: string | undefined;
  onChoose(store: string): void;
}

/** Stores by province, city and district, or the nearest first. */
export function Finder({ stores, chosen, error, onChoose }: FinderProps) {
  const t = useWords(words);
  const format = useFormat();
  const [area, setArea] = useState({ province: '', city: '', district: '' });
  const [away, setAway] = useState<Away | null>(null);
  const among = (upTo: readonly (keyof typeof area)[]) =>
    stores.filter((store) => upTo.every((part) => area[part] === '' || store[part] === area[part]));
  const choice = (part: keyof typeof area, above: readonly (keyof typeof area)[]) =>
    [...new Set(among(above).map((store) => store[part]))].map((value) => ({ value, label: value }));
  const found = among(['province', 'city', 'district']).toSorted(
    (a, b) => (away?.get(a.id) ?? 0) - (away?.get(b.id) ?? 0),
  );
  const told = (store: FoundStore): string => {
    const km = away?.get(store.id);
    const parts = [
      store.name,
      store.address,
      km !== undefined && t.away(format.number(km)),
      store.synthetic && t.synthetic,
    ];
    return parts.filter((part) => part !== false).join(' · ');
  };
  return (
    <section aria-labelledby="find">
      <h2 id="find">{t.find}</h2>
      <div className="areas">
        <Select
          label={t.province}
          none={t.all}
          value={area.province}
          options={choice('province', [])}
          onChoose={(province) => setArea({ province, city: '', district: '' })}
        />
        <Select
          label={t.city}
          none={t.all}
          value={area.city}
          options={choice('city', ['province'])}
          onChoose={(city) => setArea({ ...area, city, district: '' })}
        />
        <Select
          label={t.district}
          none={t.all}
          value={area.district}
          options={choice('district', ['province', 'city'])}
          onChoose={(district) => setArea({ ...area, district })}
        />
      </div>
      <Near stores={stores} onFound={setAway} />
      {found.length === 0 ? (
        <p className="quiet">{t.noStore}</p>
      ) : (
        <RadioField
          name="store"
          label={t.store}
          hint={away === null ? undefined : t.nearest}
          error={error}
          value={chosen}
          options={found.map((store) => ({ value: store.id, label: told(store) }))}
          onChoose={onChoose}
        />
      )}
    </section>
  );
}
