/** Accounts of one or more regions over empty databases, for a test file: real servers, keys, ledgers, gates. */
import { generateKeyPairSync } from 'node:crypto';
import { type Clock, type Duration, type Instant, KeptError } from '@kept/base';
import { migrate, openPool, type Pool } from '@kept/db';
import { atEnd, testDatabase } from '@kept/db/testing';
import { type Gate, openGate } from '@kept/gate';
import type { Keys, RegionKeys } from '@kept/keys';
import { testKeys } from '@kept/keys/testing';
import { keySigner, type Ledger, openLedger } from '@kept/ledger';
import { compile, type Manifest, regionOf } from '@kept/policy';
import { type Channel, openRecipients, type Parcel, type Recipients, recipientsMigrations } from '@kept/recipients';
import { openSubjects, type Subjects, subjectsMigrations } from '@kept/subjects';
import { expect } from 'vitest';
import {
  type Caller,
  type Contact,
  type Front,
  type Identity,
  identityMigrations,
  type Naming,
  normaliseContact,
  openFront,
  openIdentity,
} from './index.ts';

export { Authenticator } from './testing-authenticator.ts';
export { totp } from './totp.testing.ts';

/** Real time, which the library goes by, and a shift. */
export class ShiftedClock implements Clock {
  #shift = 0;
  now(): Instant {
    return Date.now() + this.#shift;
  }
  advance(by: Duration): void {
    this.#shift += by;
  }
}

export interface TestDesk {
  readonly region: string;
  readonly url: string;
  readonly pool: Pool;
  readonly keys: RegionKeys;
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly subjects: Subjects;
  readonly recipients: Recipients;
  readonly identity: Identity;
}

export interface TestDesks {
  readonly clock: ShiftedClock;
  readonly keys: Keys;
  /** Connection string of the key store, and the folder of the keyring. */
  readonly keysUrl: string;
  readonly keyring: string;
  readonly front: Front;
  readonly desks: Readonly<Record<string, TestDesk>>;
  /** Everything that left, oldest first. */
  readonly sent: Parcel[];
  /** The code in the last message to this address or number. */
  codeTo(to: string): Promise<string>;
  /** Somebody in a browser of their own, at an address of their own. */
  newBrowser(userAgent?: string): Browser;
  /** Somebody who has registered, and their browser, in which they are signed in. */
  newPerson(
    contact: Contact,
    more?: { residence?: string; nickname?: string },
  ): Promise<{ id: string; browser: Browser }>;
}

export const PASSWORD = 'correct-horse-battery-staple-41';

export interface TestDesksOptions<M extends Manifest> {
  readonly policy: M;
  readonly naming: Naming;
  readonly regions: readonly string[];
  readonly baseURL?: string;
  readonly rateLimit?: boolean;
  /** Has the data server log every statement with every parameter, as the worst operator would. */
  readonly loud?: boolean;
}

/** Closed and dropped when the test file ends. */
export async function testDesks<const M extends Manifest>(options: TestDesksOptions<M>): Promise<TestDesks> {
  const { policy, regions, baseURL = 'http://localhost:4180' } = options;
  const program = compile(policy);
  const clock = new ShiftedClock();
  const { keys, url: keysUrl, rootDir: keyring } = await testKeys();
  const sent: Parcel[] = [];
  const carry = (channel: Channel) => ({
    name: `test-${channel}`,
    channel,
    deliver: async (parcel: Parcel) => {
      sent.push(parcel);
      return {};
    },
  });
  const desks: Record<string, TestDesk> = {};
  for (const region of regions) {
    const { url, pool } = await testDatabase('data');
    if (options.loud) await logEverything(url);
    for (const migrations of [subjectsMigrations, recipientsMigrations, identityMigrations])
      await migrate(pool, migrations);
    const regionKeys = keys.region(region);
    const subjects = openSubjects({ region, url, pool, program: () => program, clock });
    const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
    const ledger = await openLedger({ url, origin: `kept/${region}`, signer });
    const gate = openGate({ region, program, subjects, ledger, keys: regionKeys, clock });
    const adapters = { sms: carry('sms'), email: carry('email') };
    const recipients = openRecipients({
      region,
      program: () => program,
      gate,
      keys: regionKeys,
      pool,
      adapters,
      clock,
    });
    const identity = await openIdentity({
      ...{ region, baseURL, pool, gate, recipients, clock },
      ...{ claims: keys, keys: regionKeys, people: subjects, program: () => program, naming: options.naming },
      rateLimit: options.rateLimit ?? false,
    });
    desks[region] = { region, url, pool, keys: regionKeys, ledger, gate, subjects, recipients, identity };
    atEnd(async () => {
      await identity.idle();
      await subjects.close();
      await ledger.close();
    });
  }
  const home = regions[0]!;
  const identities = Object.fromEntries(Object.values(desks).map(({ region, identity }) => [region, identity]));
  const front = openFront({
    regions: identities,
    claims: keys,
    home,
    regionOf: (residence) => regionOf(program, residence),
  });
  let hosts = 0;
  const newBrowser = (userAgent = CHROME) => new Browser(`203.0.113.${++hosts}`, baseURL, userAgent);
  const codeTo = async (to: string): Promise<string> => {
    for (const { identity } of Object.values(desks)) await identity.idle();
    return /\d{6}/.exec(sent.findLast((parcel) => parcel.to === to)?.text ?? '')?.[0] ?? '';
  };
  return {
    ...{ clock, keys, keysUrl, keyring, front, desks, sent, codeTo, newBrowser },
    async newPerson(contact, { residence = 'CN', nickname } = {}) {
      const browser = newBrowser();
      const { body } = await front.startRegistration(browser.caller, {
        contact,
        residence,
        ageAtLeast: 18,
        language: 'zh-Hans',
      });
      const code = await codeTo(normaliseContact(contact, residence).value);
      const confirm = {
        registration: body.registration,
        code,
        password: PASSWORD,
        ...(nickname !== undefined && { nickname }),
      };
      const { person } = (await browser.keep(front.confirmRegistration(browser.caller, confirm))).body;
      return { id: person, browser };
    },
  };
}

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

/** Of connections from now on. */
async function logEverything(url: string): Promise<void> {
  const pool = openPool(url, { name: 'kept test', max: 1 });
  const database = new URL(url).pathname.slice(1);
  const settings = [
    `log_statement = 'all'`,
    `log_error_verbosity = 'default'`,
    'log_parameter_max_length = -1',
    'log_parameter_max_length_on_error = -1',
  ];
  for (const setting of settings) await pool.query(`alter database ${database} set ${setting}`);
  await pool.end();
}

/** What a call is refused with; fails if it is not, or with anything but an error of ours. */
export async function refusalOf(work: Promise<unknown>): Promise<KeptError> {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(KeptError);
  return error as KeptError;
}
export const refusal = async (work: Promise<unknown>): Promise<string> => (await refusalOf(work)).code;

/** A figure, into the output of the run. */
export const report = (line: string): void => void process.stdout.write(`${line}\n`);

/** A cookie jar and an address. */
export class Browser {
  readonly jar = new Map<string, string>();
  readonly ip: string;
  readonly origin: string;
  readonly userAgent: string;
  constructor(ip: string, origin: string, userAgent: string) {
    this.ip = ip;
    this.origin = origin;
    this.userAgent = userAgent;
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get caller(): Caller {
    const { ip, origin, userAgent, cookie } = this;
    return { ip, origin, userAgent, ...(cookie === '' ? {} : { cookie }) };
  }

  /** Keeps the cookies of an answer, or of a refusal, and hands it on. */
  async keep<T extends { readonly setCookies: readonly string[] }>(answer: Promise<T>): Promise<T> {
    try {
      const got = await answer;
      this.take(got.setCookies);
      return got;
    } catch (error) {
      this.take((error as { setCookies?: readonly string[] }).setCookies ?? []);
      throw error;
    }
  }

  take(setCookies: readonly string[]): void {
    for (const cookie of setCookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name === undefined || value === undefined) continue;
      if (/max-age=0/i.test(cookie) || value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }
}
