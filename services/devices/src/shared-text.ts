/** A text about a home, of which everybody who lives there has a copy under their own key: a tariff, how it is armed. */
import type { By, Region, Repository } from '@kept/kit';
import { type Household, refusedIsNothing, SERVICE } from './household.ts';
import type { View } from './viewer.ts';

/** What is in use is taken down anew so long after it was. */
const RENEW_MS = 30 * 86_400_000;

interface Copy {
  readonly id: string;
  readonly owner: string;
  readonly createdAt: Date;
}

/** Texts of one resource, whose plain column `home` is indexed, in one region. */
export class SharedText {
  readonly #region: Region;
  readonly #rows: Repository;
  readonly #field: string;

  constructor(region: Region, rows: Repository, field: string) {
    this.#region = region;
    this.#rows = rows;
    this.#field = field;
  }

  /** As the copy of whom somebody looks at has it; null where there is none. Throws GATE_REFUSED. */
  async of(household: Household, { by, owner, purpose }: View): Promise<string | null> {
    const copies = await this.#copies(household);
    if (this.#isOld(copies.find((copy) => copy.owner === owner))) await this.#shareOut(household, copies, [owner]);
    const own = (await this.#copies(household)).find((copy) => copy.owner === owner);
    return own ? ((await this.#rows.read(by, owner, own.id, purpose, [this.#field]))[this.#field] ?? null) : null;
  }

  /** For the service itself: whichever copy may be opened. */
  async known(household: Household): Promise<string | null> {
    for (const copy of await this.#copies(household)) {
      const text = await this.#open(copy);
      if (text !== undefined) return text;
    }
    return null;
  }

  /** For everybody who lives there; whom the policy, or their choice, leaves out is left out. */
  async set({ home, residents }: Household, text: string): Promise<void> {
    for (const person of residents) await this.#put(home, person, text);
  }

  async clear(household: Household): Promise<void> {
    for (const { owner, id } of await this.#copies(household)) await this.#rows.remove(owner, id);
  }

  /** What a home that is in use has does not end by its age, though nobody looks. */
  async renew(household: Household): Promise<void> {
    const copies = await this.#copies(household);
    const old = household.residents.filter((person) => this.#isOld(copies.find(({ owner }) => owner === person)));
    await this.#shareOut(household, copies, old);
  }

  #isOld(copy: Copy | undefined): boolean {
    return copy === undefined || this.#region.clock.now() - copy.createdAt.getTime() > RENEW_MS;
  }

  async #copies({ home, residents }: Household): Promise<Copy[]> {
    return (await this.#rows.having('home', home)).filter(({ owner }) => residents.includes(owner));
  }

  async #open({ owner, id }: Copy): Promise<string | undefined> {
    const opened = await this.#rows
      .readMany(SERVICE, owner, [id], 'device-security', [this.#field])
      .catch(refusedIsNothing);
    return opened.get(id)?.[this.#field];
  }

  /** To each of these from their own copy, else from the newest that anybody has. */
  async #shareOut({ home }: Household, copies: readonly Copy[], to: readonly string[]): Promise<void> {
    for (const person of to) {
      const from = copies.find(({ owner }) => owner === person) ?? copies.at(-1);
      const text = from && (await this.#open(from));
      if (text !== undefined) await this.#put(home, person, text);
    }
  }

  async #put(home: string, person: string, text: string): Promise<void> {
    const before = (await this.#rows.rows(person)).filter(({ plain }) => plain['home'] === home).map(({ id }) => id);
    const made = await this.#rows
      .append(SERVICE as By, person, [{ values: { [this.#field]: text }, plain: { home } }])
      .catch(refusedIsNothing);
    if ('rows' in made && before.length > 0) await this.#rows.remove(person, before);
  }
}
