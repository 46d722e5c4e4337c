import pg from 'pg';
import { translated } from './errors.ts';
import type { KeyProvider } from './roots.ts';
import { wire } from './statements.ts';
import { abandon } from './store.ts';

/**
 * Gives up a region whose keys are lost for good (KEYS_ROOT_MISMATCH and no write-ahead log, or KEYS_ROOT_LOST), so that
 * it can begin anew. Everything stored in the region becomes unreadable for ever; its claims go, the suppression list
 * stays. No process may have the region open. Repeating it is harmless. Throws KEYS_STORE_DOWN.
 */
export async function abandonRegion(options: { url: string; root: KeyProvider; region: string }): Promise<void> {
  const pool = new pg.Pool({ ...wire(options.url, 'kept keys'), max: 1 }).on('error', () => {});
  try {
    await abandon({ pool, provider: options.root }, options.region);
  } catch (error) {
    throw translated(error);
  } finally {
    await pool.end();
  }
}
