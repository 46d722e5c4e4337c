/** The kernel of each region, put together: the only place where its parts meet. */
import { join } from 'node:path';
import { type Clock, systemClock } from '@kept/base';
import { clamd, folderStore, Uploads } from '@kept/blobs';
import { connectorsMigrations } from '@kept/connectors';
import { migrate, openPool, type Pool } from '@kept/db';
import { gateMigrations, openGate, openTally, type Tally } from '@kept/gate';
import { identityMigrations } from '@kept/identity';
import { incidentsMigrations } from '@kept/incidents';
import type { Keys } from '@kept/keys';
import type { Region, Service } from '@kept/kit';
import { fileSigner, openLedger, type Signer } from '@kept/ledger';
import { openRecipients, recipientsMigrations } from '@kept/recipients';
import { rightsMigrations } from '@kept/rights';
import { openSubjects, subjectsMigrations } from '@kept/subjects';
import { openVault } from '@kept/vault';
import type { Versions } from '@kept/versions';
import type { Config } from './config.ts';
import { keyringOf } from './config.ts';
import { adaptersOf } from './outgoing.ts';
import { serviceTables } from './tables.ts';

/** A region with all that runs in it. */
export interface Quarters {
  readonly region: Omit<Region, 'identity' | 'front'>;
  readonly pool: Pool;
  readonly signer: Signer;
  readonly tally: Tally;
  close(): Promise<void>;
}

export interface QuartersOptions {
  readonly id: string;
  readonly url: string;
  readonly config: Config;
  /** Which version of the policy is in force; the database may be another region's. */
  readonly versions: Versions;
  /** Address of our pages, as browsers send it. */
  readonly origin: string;
  readonly keys: Keys;
  readonly services: readonly Service[];
  readonly clock?: Clock;
}

const CONNECTIONS = 20;
const MIGRATIONS = [
  ...[subjectsMigrations, gateMigrations, identityMigrations, recipientsMigrations, rightsMigrations],
  connectorsMigrations,
  incidentsMigrations,
];

/** Migrates the region's database and opens everything over it, in the order of the lattice. */
export async function openQuarters(options: QuartersOptions): Promise<Quarters> {
  const { id, url, config, origin, versions, keys, services, clock = systemClock } = options;
  const { program, succession, certain, ready, versionAt } = versions;
  const pool = openPool(url, { name: `kept ${id}`, max: CONNECTIONS, lookups: true });
  for (const migrations of MIGRATIONS) await migrate(pool, migrations);
  await serviceTables(pool, services);
  const regionKeys = keys.region(id);
  const signer = await fileSigner(join(keyringOf(config), `ledger-${id}.key`));
  const [ledger, subjects] = await Promise.all([
    openLedger({ url, origin: `kept/${id}`, signer }),
    Promise.resolve(openSubjects({ region: id, url, pool, program, succession, clock })),
  ]);
  const tally = openTally(pool);
  const gate = openGate({
    ...{ region: id, program, certain, ready, versionAt },
    ...{ subjects, ledger, keys: regionKeys, tally, clock },
  });
  const vault = openVault({ region: id, url, pool, keys: regionKeys, clock });
  const files = {
    store: folderStore(join(config.data, 'files', id)),
    uploads: new Uploads(join(config.data, 'uploads', id), clock),
    scan: config.clamd === null ? null : clamd(config.clamd),
  };
  const recipients = openRecipients({
    region: id,
    program,
    pool,
    gate,
    keys: regionKeys,
    adapters: adaptersOf(config),
    origin,
    clock,
  });
  return {
    region: {
      ...{ id, clock, subjects, gate, vault, files, ledger, keys: regionKeys, recipients },
      get program() {
        return program();
      },
    },
    pool,
    signer,
    tally,
    async close() {
      await ledger.close();
      await tally.close();
      await Promise.all([subjects.close(), vault.close()]);
      await pool.end();
    },
  };
}
