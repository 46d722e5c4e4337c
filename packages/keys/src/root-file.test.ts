import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { fileKeyring, type KeyProvider, keySealer, type Root, type Sealer, Secrets } from './index.ts';

const TREE = Buffer.alloc(16, 7);
const folders: string[] = [];
const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'kept-ring-'));
  folders.push(dir);
  return dir;
};
afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});
const secrets = new Secrets();
const root = (version: number): Root => ({ version, key: secrets.random() });
const open = (dir: string, sealers: Sealer[] = [], probe?: (step: string) => void): KeyProvider =>
  fileKeyring({ dir, secrets, sealers, ...(probe ? { probe } : {}) });
const versions = async (ring: KeyProvider) => {
  const { live, staged } = await (await ring.open('cn', TREE))!.read();
  return [live.version, staged?.version];
};

test('a root is kept, replaced in two steps, and the old one leaves no byte behind', async () => {
  const dir = folder();
  const [first, second] = [root(1), root(2)];
  const store = await open(dir).found('cn', TREE, first);
  await store.commit(1);
  await store.stage(second);
  expect(await versions(open(dir))).toEqual([1, 2]);
  expect(readFileSync(join(dir, 'cn.root')).includes(first.key)).toBe(true);
  await store.commit(2);
  await store.commit(2);
  const { live, staged } = await (await open(dir).open('cn', TREE))!.read();
  expect(live.key.equals(second.key)).toBe(true);
  expect(staged).toBeNull();
  expect(readFileSync(join(dir, 'cn.root')).includes(first.key)).toBe(false);
  expect(statSync(join(dir, 'cn.root')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dir, 'cn.root.lock')).mode & 0o777).toBe(0o600);
});

test('a version is seen once: late writers are refused', async () => {
  const dir = folder();
  const store = await open(dir).found('cn', TREE, root(1));
  await store.stage(root(5));
  await expect(store.stage(root(6))).rejects.toMatchObject({ code: 'KEYS_SUPERSEDED' });
  await store.abort(5);
  for (const late of [() => store.stage(root(5)), () => store.commit(5), () => store.stage(root(1))]) {
    await expect(late()).rejects.toMatchObject({ code: 'KEYS_SUPERSEDED' });
  }
  await store.stage(root(6));
  await store.commit(6);
  await expect(store.abort(6)).rejects.toMatchObject({ code: 'KEYS_SUPERSEDED' });
});

test('a root that was never committed may be founded again, a live one never', async () => {
  const dir = folder();
  await open(dir).found('cn', Buffer.alloc(16, 1), root(1));
  expect(await open(dir).open('cn', TREE)).toBeNull();
  const store = await open(dir).found('cn', TREE, root(1));
  await store.commit(1);
  await expect(open(dir).found('cn', TREE, root(1))).rejects.toMatchObject({ code: 'KEYS_ROOT_MISMATCH' });
  await expect(open(dir).open('cn', Buffer.alloc(16, 1))).rejects.toMatchObject({ code: 'KEYS_ROOT_MISMATCH' });
  await open(dir).destroy('cn');
  expect(await open(dir).open('cn', TREE)).toBeNull();
});

test('sealed roots lie nowhere in clear, and a sealer can be replaced', async () => {
  const dir = folder();
  const [before, after] = [keySealer(secrets.random()), keySealer(secrets.random())];
  const first = root(1);
  await (await open(dir, [before]).found('cn', TREE, first)).commit(1);
  expect(readFileSync(join(dir, 'cn.root')).includes(first.key)).toBe(false);
  const both = (await open(dir, [after, before]).open('cn', TREE))!;
  expect((await both.read()).live.key.equals(first.key)).toBe(true);
  await both.stage(root(2));
  await both.commit(2);
  expect(await versions(open(dir, [after]))).toEqual([2, undefined]);
  await expect(versions(open(dir, [before]))).rejects.toMatchObject({ code: 'KEYS_ROOT_LOST' });
});

test('a keyring that others may use, or that is unreadable, is refused', async () => {
  const dir = folder();
  await (await open(dir).found('cn', TREE, root(1))).commit(1);
  writeFileSync(join(dir, 'cn.root'), Buffer.alloc(8192, 1));
  await expect(open(dir).open('cn', TREE)).rejects.toMatchObject({ code: 'KEYS_ROOT_LOST' });
  rmSync(dir, { recursive: true });
  open(dir);
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  writeFileSync(join(dir, 'cn.root'), '', { mode: 0o640 });
  await expect(open(dir).open('cn', TREE)).rejects.toMatchObject({ code: 'KEYS_RING_EXPOSED' });
  const shared = folder();
  rmSync(shared, { recursive: true });
  expect(() => {
    open(shared);
    // Whoever made it first made it so.
    rmSync(shared, { recursive: true });
    writeFileSync(shared, '', { mode: 0o600 });
    open(shared);
  }).toThrow();
});

class Crash extends Error {}

/** A write that a power cut stopped: the slot is part new, part old. */
function tear(file: string, before: Buffer, at: number): void {
  const after = readFileSync(file);
  const torn = Buffer.from(after);
  for (let i = 0; i < after.length; i++) if (i % 4096 >= at) torn[i] = before[i]!;
  writeFileSync(file, torn);
}

test('whatever is cut short, and torn, the newest committed root is there', async () => {
  const action = fc.record({
    what: fc.constantFrom('stage', 'commit', 'abort'),
    crash: fc.constantFrom(null, null, 'root:write', 'root:written', 'torn'),
    torn: fc.integer({ min: 0, max: 4096 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
      const dir = folder();
      const file = join(dir, 'cn.root');
      const known = new Map<number, Buffer>();
      const fresh = (version: number): Root => {
        const made = root(version);
        known.set(version, made.key);
        return made;
      };
      await (await open(dir).found('cn', TREE, fresh(1))).commit(1);
      let [live, last] = [1, 1];
      for (const { what, crash, torn } of actions) {
        const crashed = crash === 'torn' ? 'root:written' : crash;
        const probe = (step: string) => {
          if (step === crashed) throw new Crash();
        };
        const store = (await open(dir, [], probe).open('cn', TREE))!;
        const staged = (await store.read()).staged?.version;
        const before = readFileSync(file);
        const version = what === 'stage' ? ++last : (staged ?? live);
        const done = await (what === 'stage' ? store.stage(fresh(version)) : store[what](version)).then(
          () => true,
          (error) => error instanceof Crash && 'cut',
        );
        if (done === 'cut' && crash === 'torn') tear(file, before, torn);
        const now = await (await open(dir).open('cn', TREE))!.read();
        const may = what === 'commit' && done ? [live, version] : [live];
        expect(may).toContain(now.live.version);
        if (done === true && what === 'commit') expect(now.live.version).toBe(version);
        expect(now.live.key.equals(known.get(now.live.version)!)).toBe(true);
        live = now.live.version;
      }
    }),
    { numRuns: Number(process.env.KEPT_SOAK ?? 40) },
  );
}, 3_600_000);
