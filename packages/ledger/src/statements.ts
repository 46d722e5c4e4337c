/** The ledger's SQL. Each statement is prepared once a connection, under its name. */

/** Two numbers of the advisory lock that writers of the log take turns with. */
const TURN = '1801810036, 7106407';

export const takeTurn = `select pg_advisory_xact_lock(${TURN})`;

/**
 * INVARIANT: one statement. The row goes in only if the row before it is the one it was computed from, if no row with
 * its `first` is there (the primary key, also against a transaction that is not visible yet), and if no other writer
 * is in turn; so rows form one chain whatever happens between processes. `pg_try_…` also yields to writers that wait.
 */
const insertBundle = `
  insert into ledger.bundle (first, count, leaves, tags, seal, checkpoint)
  select $1, $2, $3, $4, $5, $6
  where ($1::bigint = 0 or exists (select 1 from ledger.bundle where first = $7 and checkpoint = $8))
    and pg_try_advisory_xact_lock(${TURN})
  on conflict do nothing`;

export const commitBundle = { name: 'ledger_commit', text: insertBundle };

export const commitBundleAndTiles = {
  name: 'ledger_commit_tiles',
  text: `with bundle as (${insertBundle} returning first)
    insert into ledger.tile (level, n, root, hashes)
    select t.* from bundle, unnest($9::smallint[], $10::bigint[], $11::bytea[], $12::bytea[]) t`,
};

export const tail = {
  name: 'ledger_tail',
  text: 'select first, count, checkpoint from ledger.bundle order by first desc limit 1',
};

const bundlesOf = (name: string, columns: string) => ({
  name,
  text: `select ${columns} from ledger.bundle
    where first >= coalesce((select max(first) from ledger.bundle where first <= $1), 0) and first < $2
    order by first`,
});

export const bundles = bundlesOf('ledger_bundles', 'first, count, leaves, tags, seal, checkpoint');

export const packs = bundlesOf('ledger_packs', 'first::float8 as first, count, leaves');

export const tileRoots = {
  name: 'ledger_tile_roots',
  text: 'select root from ledger.tile where level = $1 and n >= $2 and n < $3 order by n',
};

export const tiles = {
  name: 'ledger_tiles',
  text: 'select level, n, root, hashes from ledger.tile where level = $1 and n >= $2 and n < $3 order by n',
};

/** Leaves of the indexes that `hits` names. */
const cutOut = `
  select hits.idx, ledger.leaf(b.leaves, hits.idx - b.first) as leaf
  from hits cross join lateral (
    select first, count, leaves from ledger.bundle where first <= hits.idx order by first desc limit 1
  ) b
  where hits.idx < b.first + b.count
  order by hits.idx desc`;

export const leaves = {
  name: 'ledger_leaves',
  text: `with hits as materialized (select distinct unnest($1::bigint[]) as idx) ${cutOut}`,
};

/**
 * INVARIANT: one statement, so that the index and the mark up to where it goes are of one moment: a leaf is found in
 * the index or behind the mark, never in neither. Without a mark all of the log lies behind it.
 */
export const byTag = {
  name: 'ledger_by_tag',
  text: `with hits as materialized (
      (select idx from ledger.tag where tag = any($1) and idx < $2 order by idx desc limit $3)
      union
      (select b.first + t.n - 1 from ledger.bundle b, unnest(b.tags) with ordinality t (tag, n)
       where b.first >= coalesce((select min(size) from ledger.indexed), 0) and t.tag = any($1) and b.first + t.n - 1 < $2)
      order by 1 desc limit $3
    ) ${cutOut}`,
};

/** Where the index by tag ends, and where the bundles within the next $1 leaves end. */
export const nextToIndex = {
  name: 'ledger_next_to_index',
  text: `select i.size, b.first + b.count as upto from ledger.indexed i, lateral (
      select first, count from ledger.bundle where first >= i.size and first < i.size + $1 order by first desc limit 1
    ) b`,
};

/** Does nothing if another process moved the mark meanwhile. */
export const indexTags = {
  name: 'ledger_index_tags',
  text: `with moved as (update ledger.indexed set size = $2 where size = $1 returning size)
    insert into ledger.tag (tag, idx)
    select t.tag, b.first + t.n - 1 from moved, ledger.bundle b, unnest(b.tags) with ordinality t (tag, n)
    where b.first >= $1 and b.first < $2 and t.tag is not null`,
};

export const tileCount = { text: 'select count(*) as count from ledger.tile' };
export const indexedSize = { text: 'select size from ledger.indexed' };
export const openTags = { text: 'declare tags no scroll cursor for select tag, idx from ledger.tag order by idx' };
export const nextTags = { text: 'fetch 8192 from tags' };
