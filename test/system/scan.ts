/** Looks for texts in every byte below some folders, in every form in which a program may have written them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Hit {
  /** Which text. */
  readonly name: string;
  readonly form: string;
  readonly file: string;
}

export interface Scan {
  readonly hits: readonly Hit[];
  readonly files: number;
  readonly bytes: number;
}

interface Needle {
  readonly name: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** Shorter than that, chance finds it. */
const SHORTEST = 6;

/** The forms of a text, by name. */
export function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(text);
  const little = Buffer.from(text, 'utf16le');
  const forms: [string, Buffer][] = [
    ['UTF-8', bytes],
    ['lower case', Buffer.from(text.toLowerCase())],
    ['percent', Buffer.from(encodeURIComponent(text))],
    ['UTF-16LE', little],
    ['UTF-16BE', Buffer.from(little).swap16()],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
  ];
  // Where a text stands in what was encoded decides by its remainder of three how it looks; its ends mix with others.
  for (const at of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(at), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const own = whole.slice(at === 0 ? 0 : at + 1, (bytes.length + at) % 3 === 0 ? undefined : -1);
    forms.push([`base64 +${at}`, Buffer.from(own)]);
    forms.push([`base64url +${at}`, Buffer.from(own.replaceAll('+', '-').replaceAll('/', '_'))]);
  }
  return new Map(forms.filter(([, form]) => form.length >= SHORTEST));
}

/** One pass over each file: its next four bytes decide whether to look closer. */
export function scan(folders: readonly string[], texts: Readonly<Record<string, string>>): Scan {
  const needles = Object.entries(texts).flatMap(([name, text]) =>
    [...formsOf(text)].map(([form, bytes]): Needle => ({ name, form, bytes })),
  );
  const bySlot = Map.groupBy(needles, ({ bytes }) => slotOf(bytes.readInt32BE(0)));
  const taken = new Uint8Array(2 ** SLOT_BITS);
  for (const slot of bySlot.keys()) taken[slot] = 1;
  const hits = new Map<string, Hit>();
  let total = 0;
  const files = folders.flatMap(filesIn);
  for (const file of files) {
    const content = contentOf(file);
    total += content.length;
    for (const bytes of [content, ...unbroken(file, content)])
      for (const { name, form } of found(bytes, taken, bySlot))
        hits.set(`${name} ${form} ${file}`, { name, form, file });
  }
  return { hits: [...hits.values()], files: files.length, bytes: total };
}

/** A server that runs takes files away while they are read. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

const PAGE = 8192;
const FIRST_HEAD = 40;
const HEAD = 24;

/** A segment of the log for recovery without the heads of its pages, which cut records in two. */
function unbroken(file: string, content: Buffer): Buffer[] {
  if (!/\/[0-9A-F]{24}$/.test(file)) return [];
  const pages: Buffer[] = [];
  for (let at = 0; at < content.length; at += PAGE)
    pages.push(content.subarray(at + (at === 0 ? FIRST_HEAD : HEAD), at + PAGE));
  return [Buffer.concat(pages)];
}

const SLOT_BITS = 18;
/** Of four bytes as a number. */
const slotOf = (word: number): number => Math.imul(word, 0x9e3779b1) >>> (32 - SLOT_BITS);

function* found(content: Buffer, taken: Uint8Array, bySlot: ReadonlyMap<number, readonly Needle[]>): Generator<Needle> {
  for (let i = 0, word = 0; i < content.length; i++) {
    word = (word << 8) | content[i]!;
    if (i < 3 || taken[slotOf(word)] === 0) continue;
    const at = i - 3;
    for (const needle of bySlot.get(slotOf(word))!)
      if (content.subarray(at, at + needle.bytes.length).equals(needle.bytes)) yield needle;
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
