/** What people have set up for their homes, as it is kept: each a row of whoever made it, with a name of its own. */
import { type Listed, type Region, Turns, uuidv7 } from '@kept/kit';
import { refusedIsNothing } from '@kept/service-devices';
import { parse } from 'yaml';
import type { Repositories } from './service.ts';

export type Kind = 'automation' | 'scene';

/** One of them, opened. */
export interface Setting {
  readonly id: string;
  readonly home: string;
  /** Whose it is: an opaque id. */
  readonly author: string;
  readonly active: boolean;
  /** Since when it has been as it is. */
  readonly armed: number;
  /** As its person has it in a copy of their data. */
  readonly text: string;
}

const SERVICE = { role: 'service' } as const;
const PERSON = { role: 'person' } as const;
/** What is in use is taken down anew so long after it was. */
const RENEW_MS = 30 * 86_400_000;
const LOOK_MS = 1_000;

type Row = Listed & { readonly owner: string };

export class Settings {
  readonly #region: Region;
  readonly #rows: Repositories['settings'];
  /** INVARIANT: of one person nothing is changed while something is taken down anew, or the change would be lost with the old row. */
  readonly #turns = new Turns();
  readonly #looked = new Map<string, { readonly at: number; readonly known: Promise<ReadonlySet<unknown>> }>();

  constructor(region: Region, { settings }: Repositories) {
    this.#region = region;
    this.#rows = settings;
  }

  /** All of a kind in the region, for those who run them. */
  async all(kind: Kind): Promise<Setting[]> {
    return this.#opened(await this.#rows.having('kind', kind));
  }

  /** Those of one home. */
  async ofHome(kind: Kind, home: string): Promise<Setting[]> {
    const rows = await this.#rows.having('home', home);
    return this.#opened(rows.filter(({ plain }) => plain['kind'] === kind));
  }

  /** Those of one person. */
  async ofPerson(kind: Kind, owner: string): Promise<Setting[]> {
    const rows = await this.#rows.rows(owner);
    return this.#opened(rows.filter(({ plain }) => plain['kind'] === kind).map((row) => ({ ...row, owner })));
  }

  /** Read for the person whose they are; where they have said no to that, there is nothing. */
  async #opened(rows: readonly Row[]): Promise<Setting[]> {
    const found: Setting[] = [];
    for (const [owner, own] of Map.groupBy(rows, (row) => row.owner)) {
      const ids = own.map(({ id }) => id);
      const opened = await this.#rows
        .readMany(SERVICE, owner, ids, 'device-security', ['device-automations'])
        .catch(refusedIsNothing);
      for (const row of own) {
        const text = opened.get(row.id)?.['device-automations'];
        if (text === undefined) continue;
        if (this.#isOld(row)) await this.#turns.take(owner, () => this.#anew(row)).catch(refusedIsNothing);
        found.push(...settingOf(row, text));
      }
    }
    return found;
  }

  /** What has become old of a home that is in use is taken down anew, whether or not anybody looks or anything fires. */
  async renew(home: string): Promise<void> {
    await this.#opened((await this.#rows.having('home', home)).filter((row) => this.#isOld(row)));
  }

  #isOld({ createdAt }: Row): boolean {
    return this.#region.clock.now() - createdAt.getTime() > RENEW_MS;
  }

  async #anew({ id, owner }: Row): Promise<void> {
    const there = (await this.#rows.rows(owner)).find((row) => row.id === id);
    if (!there) return;
    const opened = await this.#rows.readMany(SERVICE, owner, [id], 'device-security', ['device-automations']);
    const values = opened.get(id);
    if (!values) return;
    await this.#rows.append(SERVICE, owner, [{ values, plain: there.plain }]);
    await this.#rows.remove(owner, id);
  }

  /** Takes down what somebody has set up, or changed; answers since when it is so. */
  async keep(kind: Kind, { id, home, author, active, text }: Omit<Setting, 'armed'>): Promise<number> {
    const now = this.#region.clock.now();
    const values = { 'device-automations': text };
    const plain = { home, rule: id, kind, active, armed: new Date(now) };
    await this.#turns.take(author, async () => {
      const [own] = await this.#named(author, id);
      if (own) {
        await this.#rows.collect(PERSON, author, values, own.id);
        await this.#rows.setPlain(author, own.id, plain);
      } else await this.#rows.append(PERSON, author, [{ values, plain }]);
    });
    this.#looked.delete(author);
    return now;
  }

  async turn({ id, author }: Pick<Setting, 'id' | 'author'>, active: boolean): Promise<number> {
    const now = this.#region.clock.now();
    await this.#turns.take(author, async () => {
      for (const own of await this.#named(author, id))
        await this.#rows.setPlain(author, own.id, { active, armed: new Date(now) });
    });
    return now;
  }

  async #named(author: string, id: string): Promise<Listed[]> {
    return (await this.#rows.rows(author)).filter(({ plain }) => plain['rule'] === id);
  }

  async remove({ id, author }: Pick<Setting, 'id' | 'author'>): Promise<void> {
    await this.#turns.take(author, async () => {
      const ids = (await this.#named(author, id)).map((row) => row.id);
      await this.#rows.remove(author, ids);
    });
    this.#looked.delete(author);
  }

  /** Whether it has not been erased meanwhile. Asked at most once a second of one person. */
  async isThere({ id, author }: Pick<Setting, 'id' | 'author'>): Promise<boolean> {
    const now = this.#region.clock.now();
    let looked = this.#looked.get(author);
    if (!looked || now - looked.at >= LOOK_MS) {
      const known = this.#rows.rows(author).then((rows) => new Set(rows.map(({ plain }) => plain['rule'])));
      looked = { at: now, known };
      this.#looked.set(author, looked);
    }
    return (await looked.known).has(id);
  }

  newId(): string {
    return uuidv7(this.#region.clock);
  }
}

function settingOf({ owner, plain }: Row, text: string): Setting[] {
  const [id, home, armed] = [plain['rule'], plain['home'], plain['armed']];
  if (typeof id !== 'string' || typeof home !== 'string' || !(armed instanceof Date)) return [];
  return [{ id, home, author: owner, active: plain['active'] === true, armed: armed.getTime(), text }];
}

/** What is no YAML is nothing. */
export function read(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
