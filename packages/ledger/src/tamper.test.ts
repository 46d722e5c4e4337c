/** Whatever is changed in the database, whoever changes it: the verification says so. */
import { SeededRandom } from '@kept/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from './checkpoint.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { verifierKey } from './note.ts';
import { appendAll, naiveRoot, ORIGIN, someLeaves, type TestLog, tagOf, testLog } from './testing.ts';

const SIZE = 700;
const LEAVES = someLeaves(SIZE);
let log: TestLog;
let ledger: Ledger;

beforeAll(async () => {
  log = await testLog();
  ledger = await openLedger({ url: log.url, origin: ORIGIN, signer: log.signer });
  for (let from = 0; from < SIZE; from += 70) {
    await appendAll(ledger, LEAVES.slice(from, from + 70), from === 210 ? undefined : (i) => tagOf(i % 9));
  }
  // Once more with everything in the index by tag.
  await ledger.close();
  ledger = await openLedger({ url: log.url, origin: ORIGIN, signer: log.signer });
  while (Number((await log.query('select size from ledger.indexed'))[0]!.size) < SIZE) await new Promise(setImmediate);
  await prepare();
});
afterAll(() => ledger.close());

const TABLES = ['bundle', 'tile', 'tag', 'indexed'];

/** Keeps a copy of all rows, and lifts what an intruder does not keep to either. */
async function prepare(): Promise<void> {
  const constraints = await log.query(
    `select conname as name, conrelid::regclass::text as "on" from pg_constraint
     where connamespace = 'ledger'::regnamespace and contype in ('c', 'p')`,
  );
  const lift = constraints.map(({ name, on }) => `alter table ${String(on)} drop constraint ${String(name)} cascade`);
  const keep = TABLES.map((table) => `create unlogged table kept_${table} as table ledger.${table}`);
  await log.query([...lift, ...keep].join(';'));
}

/** Runs `change`, expects a finding, and undoes the change. */
async function caught(what: string, change: string, values: unknown[] = []): Promise<void> {
  try {
    await log.query(change, values);
    expect(await changed(), `${what} changes something`).toBe(true);
    const { valid, problems } = await ledger.verify();
    expect(valid, what).toBe(false);
    expect(problems.length, what).toBeGreaterThan(0);
  } finally {
    const undo = TABLES.map((table) => `delete from ledger.${table}; insert into ledger.${table} table kept_${table}`);
    await log.query(undo.join(';'));
  }
}

async function changed(): Promise<boolean> {
  const each = TABLES.map(
    (table) => `exists (table ledger.${table} except all table kept_${table})
      or exists (table kept_${table} except all table ledger.${table})`,
  );
  return (await log.query(`select ${each.join(' or ')} as changed`))[0]!.changed === true;
}

it('an untouched log verifies, with its own checkpoints as known ones', async () => {
  const known = (await log.query('select checkpoint from ledger.bundle')).map(({ checkpoint }) => String(checkpoint));
  const reports: number[] = [];
  expect(await ledger.verify({ known, onProgress: ({ done }) => reports.push(done) })).toMatchObject({
    valid: true,
    size: SIZE,
    checkpoints: known.length,
    root: naiveRoot(LEAVES).toString('base64'),
    problems: [],
  });
  expect(reports.at(-1)).toBe(SIZE);
});

describe('a single bit changed is found', () => {
  const random = new SeededRandom(8);
  const soak = Number(process.env.KEPT_SOAK ?? 0);
  const each = soak > 0 ? Math.ceil(soak / 10) : 3;
  const bytes = ['bundle.leaves', 'bundle.seal', 'tile.root', 'tile.hashes'];
  const numbers = ['bundle.first', 'bundle.count', 'tile.level', 'tile.n', 'tag.idx', 'indexed.size'];

  /** One row of a table, picked by a number. */
  const row = (table: string): string =>
    `ctid = (select ctid from ledger.${table} order by ctid offset floor($1::float8 * (select count(*) from ledger.${table})) limit 1)`;

  it.each(bytes)('in the bytes of %s', async (column) => {
    const [table, name] = column.split('.') as [string, string];
    for (let i = 0; i < each; i++) {
      const place = `floor($2::float8 * 8 * octet_length(${name}))::bigint`;
      const values = [random.next(), random.next()];
      await caught(
        `${column} ${values.join()}`,
        `update ledger.${table} set ${name} = set_bit(${name}, ${place}, 1 - get_bit(${name}, ${place})) where ${row(table)}`,
        values,
      );
    }
  });

  it.each(numbers)('in the number %s', async (column) => {
    const [table, name] = column.split('.') as [string, string];
    for (let i = 0; i < each; i++) {
      const values = [random.next(), random.below(name === 'level' ? 15 : name === 'count' ? 31 : 52)];
      await caught(
        `${column} ${values.join()}`,
        `update ledger.${table} set ${name} = ${name} # (1::bigint << $2::int)::${name === 'level' ? 'int2' : name === 'count' ? 'int4' : 'int8'} where ${row(table)}`,
        values,
      );
    }
  });

  it('in a checkpoint', async () => {
    const [{ length }] = (await log.query('select length(checkpoint) from ledger.bundle order by first limit 1')) as [
      { length: number },
    ];
    for (let i = 0; i < 4 * each; i++) {
      const values = [random.next(), 1 + random.below(length)];
      const change = `update ledger.bundle set checkpoint = overlay(checkpoint placing chr(ascii(substr(checkpoint, $2::int, 1)) # 1) from $2::int for 1) where ${row('bundle')}`;
      await caught(`checkpoint ${values.join()}`, change, values);
    }
  });

  it('in a tag, in the index or beside its leaf', async () => {
    for (let i = 0; i < each; i++) {
      const other = tagOf(100 + i).toString('hex');
      await caught('index', `update ledger.tag set tag = $2::uuid where ${row('tag')}`, [random.next(), other]);
      await caught(
        'row',
        `update ledger.bundle set tags[1 + floor(random() * count)::int] = $2::uuid where tags is not null and ${row('bundle')}`,
        [[0.05, 0.55, 0.95][i % 3], other],
      );
    }
  });
});

describe('found is also', () => {
  it.each([
    ['a row taken out', 'delete from ledger.bundle where first = 140'],
    ['the first row taken out', 'delete from ledger.bundle where first = 0'],
    [
      'a row told twice',
      'insert into ledger.bundle select first + 1, count, leaves, tags, seal, checkpoint from ledger.bundle where first = 70',
    ],
    ['two rows exchanged', 'update ledger.bundle set first = 210 - first where first in (70, 140)'],
    ['a tag taken from its leaf', 'update ledger.bundle set tags[3] = null where first = 70'],
    ['all tags of a row taken away', 'update ledger.bundle set tags = null where first = 70'],
    [
      'tags given to a row that has none',
      'update ledger.bundle set tags = (select tags from ledger.bundle where first = 70) where first = 210',
    ],
    [
      'tags exchanged between rows, seals and all',
      `update ledger.bundle b set tags = o.tags, seal = o.seal from ledger.bundle o where b.first = 70 and o.first = 140`,
    ],
    ['a leaf hidden from the index', 'delete from ledger.tag where idx = 300'],
    [
      'a leaf put into the index under another tag',
      `insert into ledger.tag values ('${tagOf(50).toString('hex')}', 300)`,
    ],
    [
      'a leaf put into the index that is not there',
      `insert into ledger.tag values ('${tagOf(50).toString('hex')}', 7000)`,
    ],
    ['the mark of the index moved back', 'update ledger.indexed set size = 630'],
    ['the mark of the index moved within a row', 'update ledger.indexed set size = 650'],
    ['the mark of the index gone', 'delete from ledger.indexed'],
    ['a tile gone', 'delete from ledger.tile where n = 1'],
    ['a tile too many', 'insert into ledger.tile select level, 7, root, hashes from ledger.tile where n = 1'],
    [
      'a leaf made longer at the cost of the next',
      `update ledger.bundle set leaves = overlay(leaves placing '\\x0001' from 1 for 2) where first = 70`,
    ],
    [
      'a leaf cut off',
      'update ledger.bundle set leaves = substr(leaves, 1, octet_length(leaves) - 1) where first = 70',
    ],
    [
      'a line after a checkpoint',
      `update ledger.bundle set checkpoint = checkpoint || '— other/key AAAAAAEC' || chr(10) where first = 70`,
    ],
  ])('%s', async (what, change) => {
    await caught(what, change);
  });
});

describe('a checkpoint kept elsewhere', () => {
  it('finds a log that was cut back at its end', async () => {
    const before = (await ledger.checkpoint())!;
    const other = await testLog();
    const short = await other.open();
    await appendAll(short, LEAVES.slice(0, 50));
    const key = verifierKey(ORIGIN, other.signer.publicKey);
    const longer = await signCheckpoint(60, naiveRoot(LEAVES.slice(0, 60)), key, other.signer);
    expect((await short.verify()).valid).toBe(true);
    expect(await short.verify({ known: [longer] })).toMatchObject({ valid: false, problems: [{ at: 60 }] });
    // One of another log says nothing, and is not taken for an assent.
    expect((await short.verify({ known: [before] })).valid).toBe(false);
  });

  it('finds a log that was written anew with the right key', async () => {
    const other = await testLog();
    const forged = await other.open();
    await appendAll(forged, someLeaves(50, 99));
    const key = verifierKey(ORIGIN, other.signer.publicKey);
    const known = [await signCheckpoint(20, naiveRoot(LEAVES.slice(0, 20)), key, other.signer)];
    expect(await forged.verify({ known })).toMatchObject({ valid: false, problems: [{ at: 0 }] });
  });
});

describe('on opening', () => {
  const reopened = async (change: string): Promise<unknown> => {
    const damaged = await testLog();
    const first = await damaged.open();
    await appendAll(first, LEAVES.slice(0, 300));
    await appendAll(first, LEAVES.slice(300, 320));
    await first.close();
    await damaged.query(change);
    return damaged.open().catch((error) => error.code);
  };

  it.each([
    [
      'a leaf behind the last full tile',
      `update ledger.bundle set leaves = set_byte(leaves, 9, 1 # get_byte(leaves, 9)) where first = 300`,
      'LEDGER_DAMAGED',
    ],
    ['the root of a tile', `update ledger.tile set root = set_byte(root, 9, 1 # get_byte(root, 9))`, 'LEDGER_DAMAGED'],
    ['a tile gone', `delete from ledger.tile`, 'LEDGER_DAMAGED'],
    ['a row gone', `delete from ledger.bundle where first = 0`, 'LEDGER_DAMAGED'],
    [
      'the last checkpoint',
      `update ledger.bundle set checkpoint = replace(checkpoint, '320', '321')`,
      'LEDGER_OTHER_LOG',
    ],
    [
      'the last checkpoint put in place of another',
      `update ledger.bundle set checkpoint = (select min(checkpoint) from ledger.bundle)`,
      'LEDGER_DAMAGED',
    ],
  ])('%s is found at once', async (_, change, code) => {
    expect(await reopened(change)).toBe(code);
  });
});
