import { createHash } from 'node:crypto';
import { type Clock, Days, Hours, type Instant, isUuid, type Json, Minutes, type Random, uuidv7 } from '@kept/base';
import type { Pool } from '@kept/db';
import type { ActivityEntry } from '@kept/gate';
import type { Passwords } from '@kept/identity';
import type { RegionKeys } from '@kept/keys';
import { newSecret, stepOf, uriOf } from './app-code.ts';
import {
  CodeWrong,
  CredentialsWrong,
  Enrolled,
  LinkRefused,
  Locked,
  LoginTaken,
  MemberUnknown,
  OwnerStays,
  PasswordWeak,
} from './errors.ts';
import { openProfiles, type Profile, type Profiles } from './profiles.ts';
import { type MemberRow, type MemberState, type StaffRole, Store } from './store.ts';

/** A member of staff. The name is theirs and sealed; null once it was destroyed. */
export interface Member {
  readonly id: string;
  readonly role: StaffRole;
  readonly state: MemberState;
  readonly name: string | null;
  readonly since: Instant;
  readonly removedAt: Instant | null;
}

/** Whoever is signed in to the console. `invited`: may do nothing yet but choose how to sign in. */
export interface OnDuty {
  readonly id: string;
  readonly role: StaffRole;
  readonly state: MemberState;
  readonly until: Instant;
}

/** A token for the cookie; only its hash is kept. */
export interface Begun {
  readonly session: string;
  readonly expiresAt: Instant;
  readonly member: OnDuty;
}

export interface StaffOptions {
  /** Of the database that holds the accounts. */
  readonly pool: Pool;
  readonly keys: RegionKeys;
  readonly blind: (kind: string, value: string) => Buffer;
  readonly passwords: Passwords;
  /** The ledger of that region. */
  readonly record: (id: string, of: string, payload: Json) => Promise<number>;
  readonly activity: (id: string, page: { since: Instant; limit: number }) => Promise<ActivityEntry[]>;
  readonly clock: Clock;
  readonly random: Random;
}

const SESSION = Hours(8);
const INVITATION = Days(7);
const LOCK = Minutes(15);
const ACTS = 200;
const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * The accounts of staff. Everything that changes one is recorded in the ledger before it holds, under the pseudonymous
 * id of whoever did it; sessions lie in the database, so that a removal ends them in every process.
 */
export class Staff {
  readonly #store: Store;
  readonly #profiles: Profiles;
  readonly #options: StaffOptions;
  /** Links of the owner, of this process and until it ends: by the hash, whether it works once. */
  readonly #ownerLinks = new Map<string, 'once' | 'always'>();
  #owner = '';
  /** Password hashes take memory: one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(options: StaffOptions) {
    this.#options = options;
    this.#store = new Store(options.pool);
    this.#profiles = openProfiles(options.keys);
  }

  /** Founds the owner where there is none, and removes again whoever came back with a restored database. */
  static async open(options: StaffOptions): Promise<Staff> {
    const staff = new Staff(options);
    for (const row of await staff.#store.all())
      if (row.state !== 'removed' && !(await staff.#profiles.open(row.id, row.sealed)))
        await staff.#store.remove(row.id, options.clock.now());
    if (!(await staff.#store.owner())) await staff.#found('owner', 'active', '');
    staff.#owner = (await staff.#store.owner())!.id;
    return staff;
  }

  async #found(role: StaffRole, state: MemberState, name: string): Promise<string> {
    const id = uuidv7(this.#options.clock);
    await this.#options.keys.put([`person:${id}`]);
    const sealed = await this.#profiles.found(id, { name });
    // Of two processes that start together one founds the owner.
    if (!(await this.#store.add(id, role, state, sealed, this.#options.clock.now()))) await this.#profiles.destroy(id);
    return id;
  }

  /** Records what somebody does, durable when it resolves. */
  async record(id: string, act: string, about: Json = {}): Promise<void> {
    await this.#options.record(id, 'staff', { act, about });
  }

  /** What somebody did, the newest first. Throws STAFF_UNKNOWN. */
  async acts(id: string): Promise<{ index: number; at: Instant; act: string; about: string }[]> {
    const row = await this.#row(id);
    const entries = await this.#options.activity(id, { since: row.created_at.getTime(), limit: ACTS });
    return entries.flatMap((entry) => {
      if (entry.kind !== 'evidence' || entry.of !== 'staff') return [];
      const { act, about } = entry.payload as { act: string; about: Record<string, string> };
      return [{ index: entry.index, at: entry.at, act, about: Object.values(about).join(' ') }];
    });
  }

  async list(): Promise<Member[]> {
    return Promise.all((await this.#store.all()).map((row) => this.#member(row)));
  }

  async #member(row: MemberRow): Promise<Member> {
    const { id, role, state } = row;
    const profile = await this.#profiles.open(id, row.sealed);
    return {
      ...{ id, role, state, name: profile?.name ?? null },
      ...{ since: row.created_at.getTime(), removedAt: row.removed_at?.getTime() ?? null },
    };
  }

  async #row(id: string): Promise<MemberRow> {
    const row = isUuid(id) ? await this.#store.byId(id) : undefined;
    if (!row) throw new MemberUnknown();
    return row;
  }

  /** Of those who still have access. Throws STAFF_UNKNOWN. */
  async #open(id: string): Promise<{ row: MemberRow; profile: Profile }> {
    const row = await this.#row(id);
    const profile = await this.#profiles.open(id, row.sealed);
    if (!profile) throw new MemberUnknown();
    return { row, profile };
  }

  async one(id: string): Promise<Member> {
    return this.#member(await this.#row(id));
  }

  /** Invites somebody: the link lets them in once, to choose how they sign in. */
  async invite(by: string, name: string, role: Exclude<StaffRole, 'owner'>): Promise<{ member: Member; link: string }> {
    const id = await this.#found(role, 'invited', name);
    await this.record(by, 'invite', { member: id, role });
    return { link: await this.#newLink(id, { name }), member: await this.one(id) };
  }

  /** A new link for somebody who cannot sign in: name, password, app and sessions of before are gone. Throws STAFF_OWNER_STAYS. */
  async invites(by: string, id: string): Promise<string> {
    const { row, profile } = await this.#open(id);
    if (row.role === 'owner') throw new OwnerStays();
    await this.record(by, 'reset', { member: id });
    return this.#newLink(id, { name: profile.name });
  }

  async #newLink(id: string, profile: Profile): Promise<string> {
    const token = this.#token(24);
    const until = this.#options.clock.now() + INVITATION;
    await this.#store.reset(id, await this.#profiles.seal(id, profile), hash(token), until);
    return token;
  }

  #token(bytes: number): string {
    return Buffer.from(this.#options.random.fill(new Uint8Array(bytes))).toString('base64url');
  }

  /** Ends the access at once and destroys what was personal; what they did stays in the ledger. Throws STAFF_OWNER_STAYS. */
  async remove(by: string, id: string): Promise<void> {
    const row = await this.#row(id);
    if (row.role === 'owner') throw new OwnerStays();
    if (row.state !== 'removed') await this.record(by, 'remove', { member: id });
    await this.#store.remove(id, this.#options.clock.now());
    await this.#profiles.destroy(id);
  }

  /** Lets the owner in: `once`, or as often as this process runs. */
  ownerLink(how: 'once' | 'always' = 'once'): string {
    const token = this.#token(24);
    this.#ownerLinks.set(hash(token).toString('hex'), how);
    return token;
  }

  /** Throws OPERATOR_INVALID_TOKEN. */
  async byLink(token: string): Promise<Begun> {
    const given = hash(token);
    const owners = this.#ownerLinks.get(given.toString('hex'));
    if (owners === 'once') this.#ownerLinks.delete(given.toString('hex'));
    const row = owners
      ? await this.#store.byId(this.#owner)
      : await this.#store.takeLink(given, this.#options.clock.now());
    if (!row || row.state === 'removed') throw new LinkRefused();
    return this.#begin(row, 'link');
  }

  /** Throws OPERATOR_CREDENTIALS_WRONG, OPERATOR_LOCKED. */
  async byPassword(login: string, password: string, code: string): Promise<Begun> {
    const work = this.#turn.then(() => this.#byPassword(login, password, code));
    this.#turn = work.catch(() => {});
    return work;
  }

  async #byPassword(login: string, password: string, code: string): Promise<Begun> {
    const { passwords, clock } = this.#options;
    const row = await this.#store.byLogin(this.#blind(login));
    const profile = row && (await this.#profiles.open(row.id, row.sealed));
    if (!row || !profile?.password || !profile.secret) {
      await passwords.verifyNothing(password);
      throw new CredentialsWrong();
    }
    const now = clock.now();
    if (!(await this.#store.try(row.id, now, now + LOCK))) throw new Locked(row.locked_until?.getTime() ?? now + LOCK);
    const right = await passwords.verify(profile.password, password);
    const step = await stepOf(profile.secret, code, now);
    if (!right || step === null || !(await this.#store.passed(row.id, step))) {
      await this.record(row.id, 'sign-in-failed');
      throw new CredentialsWrong();
    }
    return this.#begin(row, 'password and app');
  }

  #blind(login: string): Buffer {
    return this.#options.blind('staff-login', login.normalize('NFKC').trim().toLowerCase());
  }

  async #begin({ id, role, state }: MemberRow, how: string): Promise<Begun> {
    const { clock } = this.#options;
    await this.record(id, 'sign-in', { how });
    const session = this.#token(32);
    const expiresAt = clock.now() + SESSION;
    await this.#store.begin(hash(session), id, clock.now(), expiresAt);
    return { session, expiresAt, member: { id, role, state, until: expiresAt } };
  }

  /** A secret for the app, which counts once a code has proved it. */
  async propose(id: string): Promise<{ secret: string; uri: string }> {
    const { profile } = await this.#open(id);
    const secret = newSecret(this.#options.random);
    await this.#store.seal(id, await this.#profiles.seal(id, { ...profile, proposed: secret }));
    return { secret, uri: uriOf(secret, profile.name || 'owner') };
  }

  /** Chooses how to sign in from now on. Throws STAFF_ENROLLED, OPERATOR_PASSWORD_WEAK, OPERATOR_CODE_WRONG, STAFF_LOGIN_TAKEN. */
  async enrol(id: string, login: string, password: string, code: string): Promise<Member> {
    const { passwords, clock } = this.#options;
    const { row, profile } = await this.#open(id);
    if (row.role !== 'owner' && row.state === 'active') throw new Enrolled();
    if (await passwords.fault(password, [login, profile.name])) throw new PasswordWeak();
    const step = profile.proposed === undefined ? null : await stepOf(profile.proposed, code, clock.now());
    if (step === null) throw new CodeWrong();
    const chosen: Profile = {
      ...{ name: profile.name, login, secret: profile.proposed! },
      password: await passwords.hash(password),
    };
    await this.record(id, 'enrol');
    if (!(await this.#store.enrol(id, await this.#profiles.seal(id, chosen), this.#blind(login), step)))
      throw new LoginTaken();
    return this.one(id);
  }

  /** Null where nobody is signed in by this token, or not any more. */
  async session(token: string): Promise<OnDuty | null> {
    const found = await this.#store.session(hash(token), this.#options.clock.now());
    return found ? { ...found, until: found.expires_at.getTime() } : null;
  }

  async end(token: string): Promise<void> {
    const id = await this.#store.end(hash(token));
    if (id !== undefined) await this.record(id, 'sign-out');
  }
}
