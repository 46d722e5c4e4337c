/** Whether a text stands anywhere on a disk, in whatever form a program may have written it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text as it may stand on a disk: in either case, percent-encoded, hex, base64 at any offset, UTF-16. */
export function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].flatMap((pad) => {
    const coded = Buffer.concat([Buffer.alloc(pad), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(pad && pad + 1, -2);
    return [coded, coded.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const texts = [
    text,
    text.toLowerCase(),
    encodeURIComponent(text),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64,
  ];
  return [...new Set(texts)]
    .filter((each) => each.length > 5)
    .map((each) => Buffer.from(each))
    .concat(Buffer.from(text, 'utf16le'));
}

export interface Scan {
  /** `name file`, for each text that was found. */
  readonly hits: readonly string[];
  readonly files: number;
  readonly bytes: number;
}

/** Looks for texts, by name, in whole files and in all that is below folders. */
export function scan(places: readonly string[], needles: Readonly<Record<string, string>>): Scan {
  const look = lookFor(needles);
  const hits = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const file of places.flatMap(filesIn)) {
    const content = contentOf(file);
    files++;
    bytes += content.length;
    for (const name of look(content)) hits.add(`${name} ${file}`);
  }
  return { hits: [...hits], files, bytes };
}

/** One pass over the bytes: two of them decide whether to look closer. */
export function lookFor(needles: Readonly<Record<string, string>>): (content: Buffer) => ReadonlySet<string> {
  const begins = new Uint8Array(65_536);
  const byStart = new Map<number, { name: string; form: Buffer }[]>();
  for (const [name, text] of Object.entries(needles))
    for (const form of formsOf(text)) {
      const start = form.readUInt16BE(0);
      begins[start] = 1;
      byStart.set(start, [...(byStart.get(start) ?? []), { name, form }]);
    }
  return (content) => {
    const found = new Set<string>();
    for (let i = 0, start = 0; i < content.length; i++) {
      start = ((start << 8) | content[i]!) & 0xffff;
      if (i === 0 || begins[start] === 0) continue;
      for (const { name, form } of byStart.get(start)!)
        if (content.subarray(i - 1, i - 1 + form.length).equals(form)) found.add(name);
    }
    return found;
  };
}

function filesIn(place: string): string[] {
  if (statSync(place, { throwIfNoEntry: false })?.isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

/** A file that another test's database took along is none of ours. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
