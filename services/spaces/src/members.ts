/** Who belongs to a home, and what each may do there now. */
import { type By, type Listed, NothingHeld, openService, type Plain, type Region, Turns } from '@kept/kit';
import { Ends } from './ends.ts';
import { NotGranted } from './errors.ts';
import { type Act, allows, type HomeRole, isOpen, livesThere, type Scope } from './scope.ts';
import { type SpacesContext, served } from './service.ts';

type Memberships = ReturnType<SpacesContext['at']>['resources']['memberships'];

/** One person's place in one home. */
export interface Membership {
  readonly row: string;
  readonly home: string;
  readonly person: string;
  readonly role: HomeRole;
  readonly scope: Scope;
  readonly inviter: string | null;
  readonly ticket: string | null;
  readonly since: number;
  readonly ended: number | null;
}

const PERSON: By = { role: 'person' };
const SERVICE: By = { role: 'service' };
/** A membership is collected anew this long after it was: what is in use does not end by its age. */
const RENEW_MS = 30 * 86_400_000;

const FIELDS = ['device-space'] as const;

const opened = new WeakMap<object, Members>();

/** The memberships of a region; the same for whoever asks. */
export function membersOf(region: Region): Members {
  const there = opened.get(region.vault);
  if (there) return there;
  const { memberships } = openService(served, region).place.resources as unknown as { memberships: Memberships };
  const made = new Members(region, memberships);
  opened.set(region.vault, made);
  return made;
}

/** Told of every change before whoever made it is answered. */
export type Watcher = (home: string) => void | Promise<void>;

/** The memberships of a region. */
export class Members {
  readonly region: Region;
  readonly #rows: Memberships;
  readonly #watchers = new Set<Watcher>();
  /** INVARIANT: of one home nothing is changed while something is taken down anew, or the change would be lost with the old row. */
  readonly #turns = new Turns();
  /** Whose time runs out while nobody changes anything. */
  readonly ends: Ends;

  constructor(region: Region, rows: Memberships) {
    this.region = region;
    this.#rows = rows;
    this.ends = new Ends(region.clock, (home) => this.#changed(home));
  }

  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  async #changed(home: string): Promise<void> {
    for (const watcher of [...this.#watchers]) await watcher(home);
  }

  /** All that are and were, the oldest first. */
  async all(home: string): Promise<Membership[]> {
    const rows = await this.#rows.having('home', home);
    const all = rows.map((row) => membershipOf(row, row.owner)).toSorted((a, b) => (a.row < b.row ? -1 : 1));
    return headed(all);
  }

  /** Those that are in force, whether or not this is their hour. */
  async of(home: string): Promise<Membership[]> {
    const now = this.region.clock.now();
    const live = (await this.all(home)).filter((each) => isLive(each, now));
    this.ends.expect(home, Math.min(...live.map(({ scope }) => scope.until ?? Number.POSITIVE_INFINITY)));
    return live;
  }

  /** Of one person, in force. */
  async ofPerson(person: string): Promise<Membership[]> {
    const now = this.region.clock.now();
    const own = (await this.#rows.rows(person)).flatMap((row) =>
      row.plain['home'] ? [membershipOf(row, person)] : [],
    );
    const live = own.filter((each) => isLive(each, now));
    const whole = await Promise.all(
      live.map(async ({ home, row }) => (await this.of(home)).find((m) => m.row === row)),
    );
    return whole.filter((each) => each !== undefined);
  }

  async find(home: string, person: string): Promise<Membership | undefined> {
    return (await this.of(home)).find((each) => each.person === person);
  }

  /** Throws KIT_NOT_FOUND for a stranger, the same whether the home is there or not; SPACES_NOT_GRANTED. */
  async must(home: string, person: string, act: Act, space?: string): Promise<Membership> {
    const own = await this.find(home, person);
    if (!own) throw new NothingHeld();
    if (!this.may(own, act, space)) throw new NotGranted();
    return own;
  }

  may({ role, scope }: Membership, act: Act, space?: string): boolean {
    return allows(role, scope, act, this.region.clock.now(), space);
  }

  isOpenNow({ scope }: Membership): boolean {
    return isOpen(scope, this.region.clock.now());
  }

  /** People about whom the devices of this home tell something. */
  async residents(home: string): Promise<string[]> {
    return (await this.of(home)).filter(({ role }) => livesThere(role)).map(({ person }) => person);
  }

  /** `instead` of these, who are not there any more when anybody is told. */
  async add(person: string, text: string, plain: Plain, instead: readonly Membership[] = []): Promise<Membership> {
    const ended = new Date(this.region.clock.now());
    const home = plain['home'] as string;
    const row = await this.#turns.take(home, async () => {
      const made = await this.#rows.collect(PERSON, person, { 'device-space': text }, undefined, plain);
      for (const each of instead) await this.#set(each, { ended });
      return made.row;
    });
    await this.#changed(home);
    return (await this.all(home)).find((each) => each.row === row)!;
  }

  async change(own: Membership, plain: Plain): Promise<void> {
    await this.#turns.take(own.home, () => this.#set(own, plain));
    await this.#changed(own.home);
  }

  /** By the person: their row may have been taken down anew since. */
  async #set({ home, person }: Membership, plain: Plain): Promise<void> {
    for (const each of await this.all(home))
      if (each.person === person && each.ended === null) await this.#rows.setPlain(person, each.row, plain);
  }

  /** Everybody's copy of the plan. */
  async setPlan(home: string, text: string): Promise<void> {
    await this.#turns.take(home, async () => {
      for (const { person, row } of await this.of(home))
        await this.#rows.collect(PERSON, person, { 'device-space': text }, row);
    });
    await this.#changed(home);
  }

  /** The plan as this person has it: their own. One that has become old is taken down anew. */
  async plan(own: Membership): Promise<string> {
    const { 'device-space': text = '' } = await this.#rows.read(PERSON, own.person, own.row, 'rights', FIELDS);
    if (this.#isOld(own) && text !== '') await this.#turns.take(own.home, () => this.#anew(own, PERSON, text));
    return text;
  }

  /**
   * Takes down anew what has become old of those who live there, and of `others`: to be called while the home is in use,
   * whether or not anybody looks. Whom the policy, or a choice of theirs, leaves out is left out.
   */
  async renew(home: string, others: ReadonlySet<string>): Promise<void> {
    await this.#turns.take(home, async () => {
      const inUse = (await this.of(home)).filter(({ role, person }) => livesThere(role) || others.has(person));
      // All of them, the oldest first: who has been there longest is who comes after the owner.
      if (!inUse.some((each) => this.#isOld(each))) return;
      for (const each of inUse) {
        const opened = await this.#rows
          .readMany(SERVICE, each.person, [each.row], 'device-security', FIELDS)
          .catch(refusedIsNothing);
        const text = opened.get(each.row)?.['device-space'];
        if (text !== undefined) await this.#anew(each, SERVICE, text).catch(refusedIsNothing);
      }
    });
  }

  #isOld({ since }: Membership): boolean {
    return this.region.clock.now() - since > RENEW_MS;
  }

  async #anew({ person, row, ...rest }: Membership, by: By, text: string): Promise<void> {
    const { home, role, scope, inviter, ticket } = rest;
    if (!(await this.of(home)).some((each) => each.row === row)) return;
    const plain = { home, role, inviter, ticket, scope: scope as never };
    await this.#rows.append(by, person, [{ values: { 'device-space': text }, plain }]);
    await this.#rows.remove(person, row);
  }
}

/** The policy, a choice, or that the person is not here any more. */
function refusedIsNothing(error: unknown): ReadonlyMap<string, Record<string, never>> {
  const { kind, code } = error as { kind?: string; code?: string };
  if (kind !== 'refused' && code !== 'VAULT_KEY_ERASED') throw error;
  return new Map();
}

function membershipOf({ id, createdAt, plain }: Listed, person: string): Membership {
  return {
    row: id,
    home: plain['home'] as string,
    person,
    role: plain['role'] as HomeRole,
    scope: (plain['scope'] ?? {}) as Scope,
    inviter: (plain['inviter'] as string | null) ?? null,
    ticket: (plain['ticket'] as string | null) ?? null,
    since: createdAt.getTime(),
    ended: (plain['ended'] as Date | null)?.getTime() ?? null,
  };
}

const isLive = ({ ended, scope }: Membership, now: number): boolean =>
  ended === null && (scope.until === undefined || now < scope.until);

/** A home whose owner has gone is the oldest member's. */
function headed(all: Membership[]): Membership[] {
  const living = all.filter(({ ended }) => ended === null);
  if (living.some(({ role }) => role === 'owner')) return all;
  const heir = living.find(({ role }) => role === 'member');
  return all.map((each) => (each === heir ? { ...each, role: 'owner' } : each));
}
