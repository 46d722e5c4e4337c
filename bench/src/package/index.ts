/** Everything held about a person of 100,000 rows, fetched over HTTP as a sealed package, beside plain rows written out by hand. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from '@kept/db';
import { type Running, startKept } from '@kept/server';
import { type Bench, type Check, mergedChecks, type Options, type Result } from '../bench.ts';
import { Figures } from '../figures.ts';
import { Browser } from './browser.ts';
import { fillHeld, fillPlain, ROWS } from './rows.ts';

const PASSPHRASE = 'four words kept well';
/** How often memory is looked at. */
const LOOK_MS = 20;
const MIB = 2 ** 20;

interface Read {
  readonly bytes: number;
  readonly seconds: number;
  /** The most memory of this process, server and reader, over what it was before. */
  readonly grown: number;
}

async function reading(pieces: () => Promise<AsyncIterable<Uint8Array>>): Promise<Read> {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK_MS);
  const from = performance.now();
  let bytes = 0;
  for await (const piece of await pieces()) bytes += piece.length;
  clearInterval(look);
  return { bytes, seconds: (performance.now() - from) / 1_000, grown: (most - before) / MIB };
}

/** The rows as somebody would write them out who has promised nothing: pages by key, as JSON and as CSV. */
async function* byHand(pool: Pool, owner: string): AsyncGenerator<Uint8Array> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await pool.query(
      'select id, created_at, a, b, c from plain_rows where owner_id = $1 and id > $2 order by id limit 500',
      [owner, last],
    );
    if (rows.length === 0) return;
    last = rows.at(-1).id;
    yield Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
    yield Buffer.from(
      rows
        .map((row) =>
          Object.values(row)
            .map((value) => `"${String(value)}"`)
            .join(),
        )
        .join('\r\n'),
    );
  }
}

async function round(kept: Running, browser: Browser, pool: Pool, figures: Figures): Promise<Check[]> {
  const { id, region } = await browser.self();
  const ledger = kept.house.regions.get(region)!.ledger;
  const entries = ledger.size;
  const ours = await reading(async () => {
    const { path } = await browser.call<{ path: string }>(201, 'POST', '/api/my/packages', {
      seal: { passphrase: PASSPHRASE },
    });
    return browser.stream(path);
  });
  const recorded = ledger.size - entries;
  const theirs = await reading(async () => byHand(pool, id));
  for (const [name, { seconds, grown }] of [
    ['kept', ours],
    ['by hand', theirs],
  ] as const) {
    figures.add(name, 'rows', '/s', ROWS / seconds);
    figures.add(name, 'memory, at most, over before', 'MiB', grown);
  }
  figures.add('kept', 'size', 'MiB', ours.bytes / MIB);
  figures.add('kept', 'entries of the ledger', '', recorded);
  return [
    { what: 'packages smaller than what is held', count: 1, wrong: ours.bytes > ROWS ? 0 : 1 },
    { what: 'packages without an entry for each page of rows', count: 1, wrong: recorded >= ROWS / 500 ? 0 : 1 },
  ];
}

async function measured({ rounds, progress }: Options): Promise<Result> {
  const data = await mkdtemp(join(tmpdir(), 'kept-bench-package-'));
  const env = { KEPT_DATA: join(data, 'kept'), KEPT_PORT: '47400', KEPT_MQTT_PORT: '47883' };
  const kept = await startKept({ env, step: progress });
  const browser = new Browser(kept.url);
  try {
    await browser.call(200, 'POST', '/api/session', {
      contact: kept.demo!.contact,
      password: kept.demo!.password,
    });
    const { id, region } = await browser.self();
    progress(`${ROWS.toLocaleString('en')} rows are collected and sealed`);
    await fillHeld(kept.house, region, id);
    const { pool } = kept.house.quarters.get(region)!;
    await fillPlain(pool, id);
    const figures = new Figures();
    const checks: Check[] = [];
    for (let i = 1; i <= rounds; i++) {
      progress(`round ${i} of ${rounds}`);
      checks.push(...(await round(kept, browser, pool, figures)));
    }
    return { series: figures.series(), compare: COMPARE, checks: mergedChecks(checks), notes: NOTES };
  } finally {
    await kept.stop();
    await rm(data, { recursive: true, force: true });
  }
}

const COMPARE = [{ of: 'kept', to: 'by hand', metric: 'rows' }];

const NOTES = [
  'kept: each page of rows decided, recorded and opened; JSON, CSV and a page to read, an index with checksums, zipped, sealed to a passphrase (age), over HTTP',
  'by hand: plain rows by a key, as JSON and CSV, in the same process; nothing zipped, sealed, recorded or sent',
  'memory is of the whole process: server, reader and what the collector has not yet taken back',
];

export const bench: Bench = {
  question: 'How fast does somebody get everything that is held about them, and how much memory does it take?',
  run: measured,
};
