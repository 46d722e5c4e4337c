/** A key store of its own for a test file, on the server that `test/setup.ts` started. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd, testDatabase } from '@kept/db/testing';
import { type Keys, openKeys } from './keys.ts';
import type { KeysOptions } from './options.ts';

export interface TestKeys {
  readonly keys: Keys;
  readonly url: string;
  /** The folder of the keyring. */
  readonly rootDir: string;
}

/** Empty keys, closed and removed when the test file ends. */
export async function testKeys(options: Pick<KeysOptions, 'cache' | 'lease' | 'probe'> = {}): Promise<TestKeys> {
  const { url } = await testDatabase('keys');
  const rootDir = await mkdtemp(join(tmpdir(), 'kept-keyring-'));
  const keys = await openKeys({ ...options, url, rootDir });
  atEnd(async () => {
    await keys.close();
    await rm(rootDir, { recursive: true, force: true });
  });
  return { keys, url, rootDir };
}
