/** What start-up does with a key store, a data store or a keyring that is of another time than the rest. */
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@kept/db/testing';
import { afterAll, expect, test } from 'vitest';
import { hashOf } from './audit.ts';
import { abandonRegion, fileKeyring, type Keys, openKeys } from './index.ts';

const { pool } = await testDatabase('keys');
const ending: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ending) await end();
});

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kept-suppression-'));
  ending.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A key store that can be backed up while nobody has it open, and opened from the backup. */
async function store() {
  const { url } = await testDatabase('keys');
  const rootDir = folder();
  const during = async <T>(
    run: (keys: Keys) => Promise<T>,
    at: { url?: string; rootDir?: string } = {},
  ): Promise<T> => {
    const keys = await openKeys({ url, rootDir, ...at });
    try {
      return await run(keys);
    } finally {
      await keys.close();
    }
  };
  const backup = async (): Promise<string> => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await pool.query(`create database ${name} template ${new URL(url).pathname.slice(1)}`);
    ending.unshift(() => pool.query(`drop database ${name} with (force)`));
    const copy = new URL(url);
    copy.pathname = `/${name}`;
    return copy.href;
  };
  return { url, rootDir, during, backup };
}

/** Two people with keys and claims, the first of whom will ask to be erased. */
function people() {
  const [ann, bob] = [randomUUID(), randomUUID()];
  const begin = async (keys: Keys): Promise<string> => {
    await keys.region('cn').put([`person:${ann}`, `person:${bob}`]);
    await keys.claim('phone', keys.blind('phone', ann), ann, 'cn');
    await keys.claim('phone', keys.blind('phone', bob), bob, 'cn');
    return keys.region('cn').use(`person:${bob}`, hashOf);
  };
  const annIsGone = async (keys: Keys): Promise<void> => {
    await expect(keys.region('cn').use(`person:${ann}`, hashOf)).rejects.toMatchObject({ code: 'KEYS_NO_KEY' });
    expect(await keys.suppressedOwners('cn', [bob, ann])).toEqual([ann]);
  };
  const holder = async (keys: Keys, owner: string) => (await keys.locate('phone', keys.blind('phone', owner)))?.owner;
  return { ann, bob, begin, annIsGone, holder };
}

const shared = await store();

test('with an owner go the identifiers that they hold', async () => {
  const { ann, bob, begin } = people();
  await shared.during(async (keys) => {
    await begin(keys);
    await keys.suppressOwner('cn', ann);
    expect(await keys.suppressed([keys.blind('phone', ann), keys.blind('phone', bob)])).toEqual([true, false]);
  });
});

test('what is suppressed stays so, for its region and value only', async () => {
  const { ann, bob } = people();
  await shared.during(async (keys) => {
    const before = await keys.suppressions();
    await keys.suppress([keys.blind('phone', ann)]);
    await keys.suppressOwner('cn', ann);
    await keys.suppressOwner('cn', ann);
    expect(await keys.suppressions()).toBe(before + 3);
  });
  await shared.during(async (keys) => {
    const blinds = [keys.blind('phone', ann), keys.blind('phone', bob), keys.blind('email', ann)];
    expect(await keys.suppressed(blinds)).toEqual([true, false, false]);
    expect(await keys.suppressedOwners('cn', [ann, bob])).toEqual([ann]);
    expect(await keys.suppressedOwners('eu', [ann, bob])).toEqual([]);
  });
});

test('a suppressed owner is erased at the next start, if the erasure itself did not happen', async () => {
  const { ann, bob, begin, annIsGone } = people();
  const kept = await shared.during(async (keys) => {
    const hash = await begin(keys);
    await keys.suppressOwner('cn', ann);
    return hash;
  });
  await shared.during(async (keys) => {
    await annIsGone(keys);
    expect(await keys.region('cn').use(`person:${bob}`, hashOf)).toBe(kept);
  });
});

test('a crash between the two lists is made good', async () => {
  const { ann, begin, annIsGone } = people();
  await shared.during(begin);
  const probe = (step: string) => {
    if (step === 'suppress:copied') throw new RangeError('cut here');
  };
  const keys = await openKeys({ url: shared.url, rootDir: shared.rootDir, probe });
  await expect(keys.suppressOwner('cn', ann)).rejects.toThrow('cut here');
  expect(await keys.suppressedOwners('cn', [ann])).toEqual([]);
  await keys.close();
  await shared.during(annIsGone);
});

test('a key store that was put back to a time before the suppression erases again', async () => {
  const { during, backup } = await store();
  const { ann, bob, begin, annIsGone, holder } = people();
  const kept = await during(begin);
  const old = await backup();
  // No erasure moved the root on: store and root still match, only the list beside the roots knows.
  await during((keys) => keys.suppressOwner('cn', ann));
  await during(
    async (keys) => {
      await annIsGone(keys);
      expect(await holder(keys, ann)).toBeUndefined();
      expect(await holder(keys, bob)).toBe(bob);
      expect(await keys.region('cn').use(`person:${bob}`, hashOf)).toBe(kept);
    },
    { url: old },
  );
});

test('a key store from before an erasure does not open, and says what is left to do', async () => {
  const { during, backup, rootDir } = await store();
  const { ann, bob, begin, annIsGone, holder } = people();
  await during(begin);
  const old = await backup();
  await during(async (keys) => {
    await keys.suppressOwner('cn', ann);
    await keys.region('cn').erase([`person:${ann}`]);
    await keys.region('eu').put([`person:${ann}`]);
  });
  const refusal = { code: 'KEYS_ROOT_MISMATCH', help: expect.stringContaining('write-ahead log') };
  await expect(during(begin, { url: old })).rejects.toMatchObject(refusal);

  // Without the log: the region begins anew, and still knows whom to erase from a restored data store.
  for (const region of ['cn', 'eu']) await abandonRegion({ url: old, root: fileKeyring({ dir: rootDir }), region });
  await during(
    async (keys) => {
      await annIsGone(keys);
      expect(await holder(keys, bob)).toBeUndefined();
      await begin(keys);
    },
    { url: old },
  );
});

test('store and keyring that are not of one time, or not of one another, are refused', async () => {
  const { during, rootDir } = shared;
  const { ann, begin } = people();
  await during(begin);
  const old = folder();
  cpSync(rootDir, old, { recursive: true });
  await during((keys) => keys.region('cn').erase([`person:${ann}`]));
  await expect(during(begin, { rootDir: old })).rejects.toMatchObject({
    code: 'KEYS_ROOT_MISMATCH',
    message: expect.stringContaining('newer'),
    help: expect.stringContaining('keyring'),
  });
  await expect(during(begin, { rootDir: folder() })).rejects.toMatchObject({ code: 'KEYS_ROOT_LOST' });

  const other = await store();
  await expect(other.during(begin, { rootDir })).rejects.toMatchObject({ code: 'KEYS_ROOT_MISMATCH' });
  // Nothing was written: the empty store may still be begun with a keyring of its own.
  await other.during(begin);
  await expect(during(begin, { rootDir: other.rootDir })).rejects.toMatchObject({ code: 'KEYS_RING_FOREIGN' });
  rmSync(join(old, 'cn.root'));
  await expect(during(begin, { rootDir: old })).rejects.toMatchObject({ code: 'KEYS_ROOT_LOST' });
});

test('the list beside the roots is mended from the store, and a torn end of it is skipped', async () => {
  const { during, rootDir, backup } = await store();
  const file = join(rootDir, 'suppressed');
  await during(async () => {});
  const old = await backup();
  const suppress = (...values: string[]) =>
    during((keys) => keys.suppress(values.map((value) => keys.blind('email', value))));
  await suppress('a', 'b', 'c');
  truncateSync(file, 48 + 17);
  await suppress('d');
  appendFileSync(file, 'KSUP\x01 torn');
  await suppress('e');
  await during(
    async (keys) => {
      const all = ['a', 'b', 'c', 'd', 'e'].map((value) => keys.blind('email', value));
      expect(await keys.suppressed(all)).toEqual(all.map(() => true));
    },
    { url: old },
  );
});
