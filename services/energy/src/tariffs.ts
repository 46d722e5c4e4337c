/** Tariffs as they are kept: a copy for each who lives there. */
import { type By, openService, type Region } from '@kept/kit';
import { type Household, refusedIsNothing, type View } from '@kept/service-devices';
import { type Repositories, served } from './service.ts';
import { type Tariff, tariffOf, textOf } from './tariff.ts';

const SERVICE: By = { role: 'service' };
/** What is in use is taken down anew so long after it was. */
const RENEW_MS = 30 * 86_400_000;

const opened = new WeakMap<object, Tariffs>();

/** Of a region; the same for whoever asks. */
export function tariffsOf(region: Region): Tariffs {
  const there = opened.get(region.vault);
  if (there) return there;
  const { tariffs } = openService(served, region).place.resources as unknown as Repositories;
  const made = new Tariffs(region, tariffs);
  opened.set(region.vault, made);
  return made;
}

export class Tariffs {
  readonly #region: Region;
  readonly #rows: Repositories['tariffs'];

  constructor(region: Region, rows: Repositories['tariffs']) {
    this.#region = region;
    this.#rows = rows;
  }

  /** As the copy of whom somebody looks at has it; a resident who has none, or an old one, is given one. */
  async of({ home, residents }: Household, { by, owner, purpose }: View): Promise<Tariff | null> {
    const rows = (await this.#rows.having('home', home)).filter((row) => residents.includes(row.owner));
    const now = this.#region.clock.now();
    const own = rows.find((row) => row.owner === owner);
    if (own === undefined || now - own.createdAt.getTime() > RENEW_MS) await this.#shareOut(home, rows, owner);
    const there = (await this.#rows.rows(owner)).find(({ plain }) => plain['home'] === home);
    if (!there) return null;
    const { 'device-energy': text = '' } = await this.#rows.read(by, owner, there.id, purpose, ['device-energy']);
    return tariffOf(text);
  }

  async #shareOut(home: string, rows: readonly { readonly id: string; readonly owner: string }[], to: string) {
    const from = rows.find(({ owner }) => owner === to) ?? rows.at(-1);
    if (!from) return;
    const kept = await this.#rows
      .readMany(SERVICE, from.owner, [from.id], 'device-security', ['device-energy'])
      .catch(refusedIsNothing);
    const text = kept.get(from.id)?.['device-energy'];
    if (text !== undefined) await this.#put(home, to, text);
  }

  /** For everybody who lives there; whom the policy, or their choice, leaves out is left out. */
  async set({ home, residents }: Household, tariff: Tariff): Promise<void> {
    for (const person of residents) await this.#put(home, person, textOf(tariff));
  }

  async #put(home: string, person: string, text: string): Promise<void> {
    const before = (await this.#rows.rows(person)).filter(({ plain }) => plain['home'] === home);
    const made = await this.#rows
      .append(SERVICE, person, [{ values: { 'device-energy': text }, plain: { home } }])
      .catch(refusedIsNothing);
    if ('rows' in made && before.length > 0)
      await this.#rows.remove(
        person,
        before.map(({ id }) => id),
      );
  }

  async clear({ home, residents }: Household): Promise<void> {
    const rows = (await this.#rows.having('home', home)).filter((row) => residents.includes(row.owner));
    for (const { owner, id } of rows) await this.#rows.remove(owner, id);
  }
}
