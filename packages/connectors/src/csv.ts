/** CSV with names in its first line (RFC 4180). Rows of others are copied byte for byte, never written anew. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { NotAsDeclared } from './errors.ts';
import type { Changes, FileFormat } from './file-format.ts';
import type { Row } from './words.ts';

interface Read {
  readonly record: readonly string[];
  readonly info: { readonly bytes: number };
}

/** `delimiter`: one character. */
export const csv = (delimiter: string): FileFormat => ({
  async columns(path, collection) {
    for await (const { record } of records(path, delimiter)) return named(record, collection);
    throw new NotAsDeclared(collection, 'a file is empty');
  },
  async count(path) {
    let n = -1;
    for await (const _ of records(path, delimiter)) n++;
    return Math.max(0, n);
  },
  async *rows(path, collection) {
    let names: readonly string[] | null = null;
    let n = 0;
    for await (const { record } of records(path, delimiter)) {
      if (names) yield { n: n++, row: rowOf(names, record) };
      else names = named(record, collection);
    }
  },
  absent: '',
  async write(path, beside, collection, changes) {
    const spans = await spansOf(path, delimiter, collection, changes);
    await pipeline(pieces(path, spans), async (source: AsyncIterable<Buffer>) => {
      const file = await open(beside, 'w');
      try {
        for await (const piece of source) await file.write(piece);
      } finally {
        await file.close();
      }
    });
  },
});

async function* records(path: string, delimiter: string): AsyncGenerator<Read> {
  const source = createReadStream(path);
  const parser = parse({ delimiter, bom: true, info: true, skip_empty_lines: true });
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const each of source.pipe(parser) as unknown as AsyncIterable<Read>) yield each;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function named(record: readonly string[], collection: string): readonly string[] {
  if (new Set(record).size < record.length || record.includes(''))
    throw new NotAsDeclared(collection, 'two columns of a file have one name, or one has none');
  return record;
}

const rowOf = (names: readonly string[], record: readonly string[]): Row =>
  Object.fromEntries(names.map((name, i) => [name, record[i] ?? '']));

interface Span {
  readonly from: number;
  readonly to: number;
  /** What stands there afterwards. */
  readonly text: string;
}

/** Where rows that change lie, in bytes. */
async function spansOf(path: string, delimiter: string, collection: string, changes: Changes): Promise<Span[]> {
  const spans: Span[] = [];
  let names: readonly string[] | null = null;
  let [n, from] = [0, 0];
  for await (const { record, info } of records(path, delimiter)) {
    if (!names) names = named(record, collection);
    else {
      const change = changes.get(n++);
      if (change === 'gone') spans.push({ from, to: info.bytes, text: '' });
      else if (change) {
        const row = { ...rowOf(names, record), ...change };
        const text = stringify([names.map((name) => row[name] ?? '')], { delimiter, record_delimiter: '\n' });
        spans.push({ from, to: info.bytes, text });
      }
    }
    from = info.bytes;
  }
  return spans;
}

async function* pieces(path: string, spans: readonly Span[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (const { from, to, text } of spans) {
    if (from > at) yield* createReadStream(path, { start: at, end: from - 1 });
    if (text !== '') yield Buffer.from(text);
    at = to;
  }
  yield* createReadStream(path, { start: at });
}
