/** The ledgers of this Kept, opened without the rest of it. */
import { join } from 'node:path';
import { fileSigner, type Ledger, openLedger } from '@kept/ledger';
import { keyringOf, readConfig } from './config.ts';
import { regionIds } from './house.ts';
import { openStorage } from './storage.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts or adopts the databases for as long as `work` needs them, one ledger after the other. */
export async function withLedgers(
  env: Environment,
  step: (what: string) => void,
  work: (region: string, ledger: Ledger) => Promise<void>,
): Promise<void> {
  const config = readConfig(env, regionIds());
  step('starting the databases');
  const storage = await openStorage(config, regionIds());
  try {
    for (const [region, url] of Object.entries(storage.databases)) {
      const signer = await fileSigner(join(keyringOf(config), `ledger-${region}.key`));
      const ledger = await openLedger({ url, origin: `kept/${region}`, signer });
      try {
        await work(region, ledger);
      } finally {
        await ledger.close();
      }
    }
  } finally {
    await storage.stop();
  }
}
