/** Opens a package here in the browser: unsealed, checked against its index, taken apart into rows. */
import { Decrypter } from 'age-encryption';
import { unzipSync } from 'fflate';

/** One row of a resource elsewhere. */
export interface Row {
  readonly collection: string;
  readonly values: Readonly<Record<string, string>>;
}

/** `wrong`: does not open; `altered`: differs from its index; `other`: no package. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
  readonly why: 'wrong' | 'altered' | 'other';
  constructor(why: 'wrong' | 'altered' | 'other') {
    super(why);
    this.why = why;
  }
}

interface Index {
  readonly format?: unknown;
  readonly files?: readonly { readonly name: string; readonly sha256: string }[];
}

interface Item {
  readonly id: string;
  readonly collectionId: string;
  readonly field: string;
  readonly value: string;
}

/** What opens it: words, or the key that an address was made with. */
export type Opener = { readonly passphrase: string } | { readonly identity: string };

export async function openPackage(sealed: Uint8Array, opener: Opener): Promise<Row[]> {
  const files = unzipped(await unsealed(sealed, opener));
  const { format, files: listed } = parsed(files['index.json']) as Index;
  if (format !== 'kept-package/1' || listed === undefined) throw new NotOpened('other');
  for (const { name, sha256 } of listed) {
    const bytes = files[name];
    if (bytes === undefined || (await digest(bytes)) !== sha256) throw new NotOpened('altered');
  }
  const items = listed
    .filter(({ name }) => /\/\d+\.json$/.test(name))
    .flatMap(({ name }) => (parsed(files[name]) as { items: readonly Item[] }).items);
  return rowsOf(items);
}

async function unsealed(sealed: Uint8Array, opener: Opener): Promise<Uint8Array> {
  const reader = new Decrypter();
  if ('passphrase' in opener) reader.addPassphrase(opener.passphrase);
  else reader.addIdentity(opener.identity);
  return reader.decrypt(sealed).catch(() => {
    throw new NotOpened('wrong');
  });
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    throw new NotOpened('other');
  }
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new NotOpened('other');
  }
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Values of one row belong together: their ids differ in the field alone. */
export function rowsOf(items: readonly Item[]): Row[] {
  const rows = new Map<string, { collection: string; values: Record<string, string> }>();
  for (const { id, collectionId, field, value } of items) {
    const row = id.split('.').slice(0, 3).join('.');
    const known = rows.get(row) ?? { collection: collectionId, values: {} };
    known.values[field] = value;
    rows.set(row, known);
  }
  return [...rows.values()];
}

/** As many rows as one call takes: 200, and what fits into its body. */
export function batchesOf(rows: readonly Row[], characters = 60_000): Row[][] {
  const batches: Row[][] = [];
  let size = 0;
  for (const row of rows) {
    const own = JSON.stringify(row).length;
    const last = batches.at(-1);
    if (last === undefined || last.length >= 200 || size + own > characters) {
      batches.push([row]);
      size = own;
    } else {
      last.push(row);
      size += own;
    }
  }
  return batches;
}
