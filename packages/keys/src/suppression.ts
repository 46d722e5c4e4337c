/**
 * Whom and what to erase again if it comes back with a backup or an import: keyed hashes in the key store, and the same
 * beside the roots, which no restored backup takes back in time.
 */
import { Batcher, isUuid } from '@kept/base';
import { transaction } from '@kept/db';
import type pg from 'pg';
import type { Hashes } from './blind.ts';
import type { SuppressionCopy } from './roots.ts';

const PAGE = 5000;
/** The ids under which the keys of an owner hang in a tree. */
const idsOf = (owner: string): string[] => [`person:${owner}`, `org:${owner}`];

interface Addition {
  readonly blind: Uint8Array;
  /** Whose keys are to be erased with it. */
  readonly owner?: { readonly region: string; readonly id: string };
}

export class SuppressionList {
  readonly #pool: pg.Pool;
  readonly #copy: SuppressionCopy;
  readonly #hashes: Hashes;
  readonly #probe: (step: string) => void;
  readonly #additions = new Batcher<Addition, null>({ max: 1000, lanes: 1 }, (items) => this.#add(items));

  constructor(pool: pg.Pool, copy: SuppressionCopy, hashes: Hashes, probe: (step: string) => void) {
    this.#pool = pool;
    this.#copy = copy;
    this.#hashes = hashes;
    this.#probe = probe;
  }

  async add(blinds: readonly Uint8Array[]): Promise<void> {
    await Promise.all(blinds.map((blind) => this.#additions.add({ blind })));
  }

  async addOwner(region: string, id: string): Promise<void> {
    await this.#additions.add({ blind: this.#hashes.ownerBlind(region, id), owner: { region, id } });
  }

  /** Grows with whatever is added, and never shrinks. */
  length(): Promise<number> {
    return this.#copy.length();
  }

  async has(blinds: readonly Uint8Array[]): Promise<boolean[]> {
    const hashes = blinds.map((blind) => this.#hashes.suppression(blind));
    const found = new Set<string>();
    for (let at = 0; at < hashes.length; at += PAGE) {
      const text = 'select hash from keys.suppression where hash = any($1)';
      const { rows } = await this.#pool.query(text, [hashes.slice(at, at + PAGE)]);
      for (const { hash } of rows) found.add(hash.toString('latin1'));
    }
    return hashes.map((hash) => found.has(hash.toString('latin1')));
  }

  async owners(region: string, owners: readonly string[]): Promise<string[]> {
    const has = await this.has(owners.map((owner) => this.#hashes.ownerBlind(region, owner)));
    return owners.filter((_, i) => has[i]);
  }

  /**
   * Brings list and copy together. If the list had to learn, the key store was put back to an older state: whoever it
   * learnt of loses claims, and their keys are marked for erasure.
   */
  async reconcile(): Promise<void> {
    await transaction(this.#pool, async (db) => {
      await this.#together(db);
    });
  }

  async #add(items: readonly Addition[]): Promise<null[]> {
    await transaction(this.#pool, async (db) => {
      await this.#together(db);
      const owners = items.flatMap(({ owner }) => owner ?? []);
      const blinds = [...items.map(({ blind }) => blind), ...(await heldBy(db, owners))];
      const hashes = blinds.map((blind) => this.#hashes.suppression(blind));
      // The copy first: a list that knows less than its copy learns the rest, also after a crash between the two.
      await this.#copy.append(hashes);
      this.#probe('suppress:copied');
      await insert(db, hashes);
      for (const [region, some] of Map.groupBy(owners, (owner) => owner.region)) {
        const ids = some.flatMap(({ id }) => idsOf(id));
        await mark(db, region, ids);
      }
      await db.query('update keys.keyring set copied = $1', [await this.#copy.length()]);
    });
    this.#probe('suppress:committed');
    return items.map(() => null);
  }

  /** INVARIANT: the row of the keyring is locked first, by which only one process at a time adds to the copy. */
  async #together(db: pg.PoolClient): Promise<void> {
    const { rows } = await db.query('select copied from keys.keyring for update');
    const copied: number = rows[0].copied;
    const length = await this.#copy.length();
    if (copied === length) return;
    const learnt = new Set<string>();
    // A copy that is shorter than it was lost something: then both are read from the start.
    const from = copied < length ? copied : 0;
    const inCopy = new Set<string>();
    for await (const hashes of this.#copy.read(from)) {
      for (const hash of await insert(db, hashes)) learnt.add(hash.toString('latin1'));
      if (from === 0) for (const hash of hashes) inCopy.add(hash.toString('latin1'));
    }
    if (copied > length) await this.#restoreCopy(db, inCopy);
    if (learnt.size > 0) await this.#eraseAgain(db, learnt);
    await db.query('update keys.keyring set copied = $1', [await this.#copy.length()]);
  }

  async #restoreCopy(db: pg.PoolClient, inCopy: ReadonlySet<string>): Promise<void> {
    const pages = paged<{ hash: Buffer }>(
      db,
      [Buffer.alloc(0)],
      ({ hash }) => [hash],
      (limit) => `select hash from keys.suppression where hash > $1 order by hash limit ${limit}`,
    );
    for await (const rows of pages) {
      const missing = rows.map(({ hash }) => hash).filter((hash) => !inCopy.has(hash.toString('latin1')));
      if (missing.length > 0) await this.#copy.append(missing);
    }
  }

  async #eraseAgain(db: pg.PoolClient, learnt: ReadonlySet<string>): Promise<void> {
    const learntOf = (region: string, owner: string): boolean =>
      learnt.has(this.#hashes.suppression(this.#hashes.ownerBlind(region, owner)).toString('latin1'));
    const { rows: trees } = await db.query('select tree, region from keys.tree');
    for (const { tree, region } of trees) {
      const pages = paged<{ id: string }>(
        db,
        [tree, ''],
        ({ id }) => [tree, id],
        (limit) => `select id from keys.entry where tree = $1 and id > $2 order by id limit ${limit}`,
      );
      for await (const rows of pages) {
        const again = rows.map(({ id }) => id).filter((id) => learntOf(region, id.slice(id.indexOf(':') + 1)));
        await mark(db, region, again);
      }
    }
    const pages = paged<Claim>(
      db,
      ['', Buffer.alloc(0)],
      ({ kind, blind }) => [kind, blind],
      (limit) =>
        `select kind, blind, owner, region from keys.claim where (kind, blind) > ($1, $2) order by kind, blind limit ${limit}`,
    );
    for await (const rows of pages) {
      for (const { kind, blind, owner, region } of rows) {
        if (!learntOf(region, owner)) continue;
        await db.query('delete from keys.claim where kind = $1 and blind = $2', [kind, blind]);
      }
    }
  }
}

/** Identifiers that these owners hold: they go with them, and an import must not bring them back either. */
async function heldBy(db: pg.PoolClient, owners: readonly { readonly id: string }[]): Promise<Buffer[]> {
  const ids = owners.map(({ id }) => id).filter(isUuid);
  if (ids.length === 0) return [];
  const { rows } = await db.query('select blind from keys.claim where owner = any($1::uuid[])', [ids]);
  return rows.map((row) => row.blind);
}

interface Claim {
  readonly kind: string;
  readonly blind: Buffer;
  readonly owner: string;
  readonly region: string;
}

/** Answers those that were not in the list. */
async function insert(db: pg.PoolClient, hashes: readonly Buffer[]): Promise<Buffer[]> {
  const { rows } = await db.query(
    'insert into keys.suppression select distinct unnest($1::bytea[]) on conflict do nothing returning hash',
    [hashes],
  );
  return rows.map((row) => row.hash);
}

/** From here on these keys are not lent any more, and whoever settles the tree next erases them. */
async function mark(db: pg.PoolClient, region: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.query(
    `update keys.entry e set erasing = 0 from keys.tree t
     where t.region = $1 and e.tree = t.tree and e.id = any($2) and e.erasing is null`,
    [region, ids],
  );
}

/** All rows, a page at a time, each beginning behind the last row of the one before. */
async function* paged<R>(
  db: pg.PoolClient,
  start: unknown[],
  keyOf: (row: R) => unknown[],
  text: (limit: number) => string,
): AsyncGenerator<R[]> {
  for (let after = start; ; ) {
    const rows: R[] = (await db.query(text(PAGE), after)).rows;
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = keyOf(rows[rows.length - 1]!);
  }
}
