/** A line a point (RFC 4180), with names in the first. */
import { csvCell } from '@kept/kit';
import type { Part } from './points.ts';

const COLUMNS = ['time', 'device', 'name', 'space', 'key', 'value', 'unit'] as const;
const LINES = 2_000;

export async function* csvOf(parts: AsyncIterable<Part>): AsyncGenerator<string> {
  // The mark by which spreadsheets know UTF-8. It comes with the first lines: until then this may still be refused.
  let head = `\uFEFF${COLUMNS.join(',')}\r\n`;
  for await (const { device, points } of parts) {
    const { name, space, features } = device.description;
    const units = new Map(features.map((each) => [each.name, each.unit]));
    for (let from = 0; from < points.length; from += LINES) {
      const lines = points.slice(from, from + LINES).map(({ at, key, value }) => {
        const cells = [new Date(at).toISOString(), device.id, name, space, key, value, units.get(key) ?? ''];
        return `${cells.map(csvCell).join(',')}\r\n`;
      });
      yield head + lines.join('');
      head = '';
    }
  }
  if (head !== '') yield head;
}
