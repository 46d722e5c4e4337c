/** The kernel of one region over empty databases, for a test file: real servers, a real ledger, keys and vault. */
import { generateKeyPairSync } from 'node:crypto';
import { ManualClock, SeededRandom, uuidv7 } from '@kept/base';
import { migrate } from '@kept/db';
import { testDatabase } from '@kept/db/testing';
import { type Gate, openGate } from '@kept/gate';
import type { Keys, RegionKeys } from '@kept/keys';
import { testKeys } from '@kept/keys/testing';
import { keySigner, type Ledger, openLedger } from '@kept/ledger';
import { compile, type Manifest, type Program } from '@kept/policy';
import { openSubjects, type Subjects, subjectsMigrations } from '@kept/subjects';
import type pg from 'pg';
import { afterAll } from 'vitest';
import type { SuiteName } from './suite.ts';
import type { GroupsOf, PurposeGroups, TableDef } from './table-def.ts';
import { ddl } from './table-def.ts';
import { openVault, type Vault } from './vault.ts';

export interface TestRegion<G extends PurposeGroups = PurposeGroups> {
  readonly region: string;
  readonly program: Program;
  readonly clock: ManualClock;
  readonly random: SeededRandom;
  readonly url: string;
  readonly pool: pg.Pool;
  readonly allKeys: Keys;
  readonly keys: RegionKeys;
  readonly keysUrl: string;
  readonly keyring: string;
  readonly subjects: Subjects;
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly vault: Vault<G>;
  /** A new person with a key, `active` unless said; answers their id. */
  newPerson(options?: { prospective?: boolean; ageBand?: string; jurisdiction?: string }): Promise<string>;
  newId(): string;
}

export interface TestRegionOptions<M extends Manifest> {
  readonly policy: M;
  readonly region: string;
  /** Jurisdiction of new people. */
  readonly jurisdiction: string;
  readonly tables?: readonly TableDef[];
  readonly suite?: SuiteName;
  readonly seed?: number;
}

/** Closed and dropped when the test file ends. */
export async function testRegion<const M extends Manifest>(
  options: TestRegionOptions<M>,
): Promise<TestRegion<GroupsOf<M>>> {
  const { policy, region, jurisdiction, tables = [], suite, seed = 1 } = options;
  const program = compile(policy);
  const clock = new ManualClock();
  const random = new SeededRandom(seed);
  const { url, pool } = await testDatabase('data');
  const { keys: allKeys, url: keysUrl, rootDir: keyring } = await testKeys();
  await migrate(pool, subjectsMigrations);
  for (const table of tables) await pool.query(ddl(table));
  const keys = allKeys.region(region);
  const subjects = openSubjects({ region, url, pool, program: () => program, clock, random });
  const ledger = await openLedger({
    url,
    origin: `kept/${region}`,
    signer: keySigner(generateKeyPairSync('ed25519').privateKey),
  });
  const gate = openGate({ region, program, subjects, ledger, keys, clock });
  const vault = openVault<GroupsOf<M>>({ region, url, pool, keys, clock, ...(suite && { suite }) });
  afterAll(async () => {
    await subjects.close();
    await ledger.close();
    await vault.close();
  });
  const newId = (): string => uuidv7(clock, random);
  return {
    ...{
      region,
      program,
      clock,
      random,
      url,
      pool,
      allKeys,
      keys,
      keysUrl,
      keyring,
      subjects,
      ledger,
      gate,
      vault,
      newId,
    },
    async newPerson({ prospective = false, ageBand = 'adult', jurisdiction: where = jurisdiction } = {}) {
      const id = newId();
      await Promise.all([keys.put([`person:${id}`]), subjects.create({ id, ageBand, jurisdiction: where })]);
      if (!prospective) await subjects.activate(id);
      return id;
    },
  };
}
