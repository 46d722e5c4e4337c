/** The kernel of one region up to the gate, over empty databases, for a test file: real servers, a real ledger, real keys. */
import { generateKeyPairSync } from 'node:crypto';
import { ManualClock, SeededRandom, uuidv7 } from '@kept/base';
import { migrate, type Pool } from '@kept/db';
import { atEnd, testDatabase } from '@kept/db/testing';
import type { Keys, RegionKeys } from '@kept/keys';
import { testKeys } from '@kept/keys/testing';
import { keySigner, type Ledger, openLedger } from '@kept/ledger';
import { compile, type Manifest, type Program } from '@kept/policy';
import { openSubjects, type Subjects, subjectsMigrations } from '@kept/subjects';
import { type Gate, openGate } from './gate.ts';

export interface TestGate {
  readonly region: string;
  readonly program: Program;
  readonly clock: ManualClock;
  readonly random: SeededRandom;
  readonly url: string;
  readonly pool: Pool;
  readonly allKeys: Keys;
  readonly keys: RegionKeys;
  readonly keysUrl: string;
  readonly keyring: string;
  readonly subjects: Subjects;
  readonly ledger: Ledger;
  readonly gate: Gate;
  /** A new person with a key, `active` unless said; answers their id. */
  newPerson(options?: { prospective?: boolean; ageBand?: string; jurisdiction?: string }): Promise<string>;
  newId(): string;
}

export interface TestGateOptions<M extends Manifest = Manifest> {
  readonly policy: M;
  readonly region: string;
  /** Jurisdiction of new people. */
  readonly jurisdiction: string;
  readonly seed?: number;
}

/** Closed and dropped when the test file ends. */
export async function testGate({ policy, region, jurisdiction, seed = 1 }: TestGateOptions): Promise<TestGate> {
  const program = compile(policy);
  const clock = new ManualClock();
  const random = new SeededRandom(seed);
  const { url, pool } = await testDatabase('data');
  const { keys: allKeys, url: keysUrl, rootDir: keyring } = await testKeys();
  await migrate(pool, subjectsMigrations);
  const keys = allKeys.region(region);
  const subjects = openSubjects({ region, url, pool, program: () => program, clock, random });
  const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
  const ledger = await openLedger({ url, origin: `kept/${region}`, signer });
  const gate = openGate({ region, program, subjects, ledger, keys, clock });
  atEnd(async () => {
    await subjects.close();
    await ledger.close();
  });
  const newId = (): string => uuidv7(clock, random);
  return {
    ...{ region, program, clock, random, url, pool, allKeys, keys, keysUrl, keyring, subjects, ledger, gate, newId },
    async newPerson({ prospective = false, ageBand = 'adult', jurisdiction: where = jurisdiction } = {}) {
      const id = newId();
      await Promise.all([keys.put([`person:${id}`]), subjects.create({ id, ageBand, jurisdiction: where })]);
      if (!prospective) await subjects.activate(id);
      return id;
    },
  };
}
