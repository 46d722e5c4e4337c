/** Parquet with flat columns: a group of rows is written at a time, and leaves before the next one. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Device } from '../household.ts';
import type { Point } from '../series.ts';
import type { Part } from './points.ts';

const text = (name: string) => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' });

const SCHEMA = [
  { name: 'readings', num_children: 8 },
  { name: 'time', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'REQUIRED' },
  ...['device', 'name', 'space', 'key', 'value'].map(text),
  // The same as `value`, where that is one.
  { name: 'number', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
  text('unit'),
] as ConstructorParameters<typeof ParquetWriter>[0]['schema'];

/** A group of rows takes so few milliseconds that nobody waits for it. */
const ROWS = 10_000;

export async function* parquetOf(parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: SCHEMA, createdBy: 'kept' });
  for await (const { device, points } of parts)
    for (let from = 0; from < points.length; from += ROWS) {
      await writer.write({ columnData: columnsOf(device, points.slice(from, from + ROWS)), rowGroupSize: ROWS });
      yield taken(bytes);
    }
  await writer.finish();
  yield taken(bytes);
}

/** What was written since; places in the file go on counting. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

function columnsOf({ id, description: { name, space, features } }: Device, points: readonly Point[]) {
  const units = new Map(features.map((each) => [each.name, each.unit]));
  const of = (column: string, value: (point: Point) => unknown) => ({ name: column, data: points.map(value) });
  return [
    of('time', ({ at }) => new Date(at)),
    of('device', () => id),
    of('name', () => name),
    of('space', () => space),
    of('key', ({ key }) => key),
    of('value', ({ value }) => value),
    of('number', ({ value }) => (NUMBER.test(value) ? Number(value) : undefined)),
    of('unit', ({ key }) => units.get(key) ?? ''),
  ];
}
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;
