/** The product as a service uses it: gate, vault, keys, ledger, subjects of one region. No path of its own. */
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { ensureDatabase, migrate, openPool, type Pool, type Server, startServer } from '@kept/db';
import { type Gate, openGate } from '@kept/gate';
import { type Keys, openKeys, type RegionKeys } from '@kept/keys';
import { keySigner, type Ledger, openLedger } from '@kept/ledger';
import { compile } from '@kept/policy';
import { openSubjects, type Subjects, subjectsMigrations } from '@kept/subjects';
import { ddl, type GroupsOf, openVault, type SealedTable, type Vault } from '@kept/vault';
import { FIELDS, type Person } from './people.ts';
import { policy } from './policy.ts';

export const TABLE = {
  name: 'delivery_address',
  plain: {},
  sealed: { sealed_delivery: { group: 'delivery', fields: FIELDS } },
} as const;
type Table = SealedTable<typeof TABLE, GroupsOf<typeof policy>>;

const REGION = 'eu';
/** As many as the peers have. */
const CONNECTIONS = 8;

export interface World {
  readonly dirs: readonly string[];
  readonly url: string;
  readonly pool: Pool;
  readonly allKeys: Keys;
  readonly keys: RegionKeys;
  readonly subjects: Subjects;
  readonly ledger: Ledger;
  readonly gate: Gate;
  readonly vault: Vault<GroupsOf<typeof policy>>;
  readonly table: Table;
  close(): Promise<void>;
}

/** Two PostgreSQL servers in `dir`, data and keys, as `kept start` runs them, and the kernel over them. */
export async function openWorld(dir: string): Promise<World> {
  const dirs = [join(dir, 'data'), join(dir, 'keys')];
  const [data, store] = (await Promise.all([
    startServer({ dir: dirs[0]!, port: 47_410 }),
    startServer({ dir: dirs[1]!, port: 47_440 }),
  ])) as [Server, Server];
  await ensureDatabase(data.url('postgres'), 'kept_eu');
  await ensureDatabase(store.url('postgres'), 'kept_keys');
  const url = data.url('kept_eu');
  const pool = openPool(url, { name: 'bench', max: CONNECTIONS, lookups: true });
  await migrate(pool, subjectsMigrations);
  await pool.query(ddl(TABLE));
  const program = compile(policy);
  const allKeys = await openKeys({ url: store.url('kept_keys'), rootDir: join(dir, 'keyring') });
  const keys = allKeys.region(REGION);
  const subjects = openSubjects({ region: REGION, url, pool, program: () => program });
  const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
  const ledger = await openLedger({ url, origin: `kept/${REGION}`, signer });
  const gate = openGate({ region: REGION, program, subjects, ledger, keys });
  const vault = openVault<GroupsOf<typeof policy>>({ region: REGION, url, pool, keys });
  return {
    ...{ dirs, url, pool, allKeys, keys, subjects, ledger, gate, vault, table: vault.table(TABLE) },
    async close() {
      await subjects.close();
      await ledger.close();
      await allKeys.close();
      await pool.end();
      await Promise.all([data.stop(), store.stop()]);
    },
  };
}

const BY_SERVICE = { role: 'service' } as const;
const BY_PERSON = { role: 'person' } as const;

/** Reads all twelve fields of one person: decided, recorded durably, then opened. */
export const readKept = ({ gate, table }: World, id: string) =>
  table.open(
    gate.permit({
      action: 'use',
      actor: BY_SERVICE,
      service: 'bench',
      purpose: 'delivery',
      fields: FIELDS,
      subject: id,
    }),
    id,
  );

/** A new person: key, state, two claims that nobody else may hold, the decision to collect, and the sealed row. */
export async function insertKept(
  { gate, table, keys, allKeys, subjects }: World,
  { id, values }: Person,
): Promise<void> {
  await Promise.all([
    keys.put([`person:${id}`]),
    subjects.create({ id, ageBand: 'adult', jurisdiction: 'everywhere' }),
    allKeys.claim('email', allKeys.blind('email', values.email), id, REGION),
    allKeys.claim('phone', allKeys.blind('phone', values.phone), id, REGION),
  ]);
  const ask = {
    action: 'collect',
    actor: BY_PERSON,
    service: 'bench',
    purpose: 'delivery',
    collection: 'order',
    fields: FIELDS,
  } as const;
  await table.insert(gate.permit({ ...ask, subject: id }), { id, plain: {}, values, bucket: 'closure' });
}

/** Every person inserted as a service would, many at once. */
export async function fillKept(world: World, people: readonly Person[]): Promise<void> {
  for (let at = 0; at < people.length; at += 500) {
    await Promise.all(people.slice(at, at + 500).map((person) => insertKept(world, person)));
  }
  await world.pool.query(`vacuum analyze ${TABLE.name}`);
}
