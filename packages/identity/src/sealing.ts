/** Rows of the library, sealed and opened: between what it sees and what the database sees. */
import type { Clock } from '@kept/base';
import { type KeyLender, openBlob, sealBlob } from '@kept/vault';
import { NoKey } from './errors.ts';
import { NO_EMAIL } from './personal.ts';
import { type Claims, isNoKey, type RegionKeys } from './ports.ts';
import { blindOf, kindOf, type Model, raw } from './schema.ts';

export type Row = Record<string, unknown>;

export interface Sealing {
  /** Whose key seals a row. For rows of nobody the day's, which exists when this resolves. */
  keyOf(model: Model, row: Row): Promise<string>;
  /** What may stand in plain columns: operational fields, keyed hashes, blind indexes. */
  columns(model: Model, data: Row): Row;
  seal(model: Model, id: string, keyId: string, data: Row, before?: Row): Promise<Buffer>;
  /** The row as the library knows it; null once its key is erased. */
  reveal(model: Model, row: Row | undefined): Promise<Row | null>;
  /** Keyed hash of a value for the blind index of a field; null of null, and of an address of nobody. */
  blind(model: Model, field: string, value: unknown): Buffer | null;
  /** Keyed hash that is all that is kept of a field. */
  digest(model: Model, field: string, value: unknown): string;
}

export function openSealing(options: { region: string; claims: Claims; keys: RegionKeys; clock: Clock }): Sealing {
  const { region, claims, keys } = options;
  const today = dayKeys(options.keys, options.clock);
  const context = (model: Model, id: string) => `${region}/auth_${model.name}/${id}/${model.group}`;
  const blind: Sealing['blind'] = (model, field, value) => {
    if (value === null || value === undefined) return null;
    const text = textOf(value);
    return claims.blind(model.blinds[field]!, field === 'email' ? text.toLowerCase() : text);
  };
  const digest: Sealing['digest'] = (model, field, value) =>
    claims.blind(kindOf(model.name, field), textOf(value)).toString('base64url');

  return {
    blind,
    digest,
    keyOf: async (model, row) =>
      model.owner === 'day' ? today() : `person:${String(model.owner === 'self' ? row.id : row.userId)}`,
    columns(model, data) {
      const out: Row = {};
      for (const [field, value] of Object.entries(data)) {
        if (model.blinds[field] !== undefined) out[blindOf(field)] = blind(model, field, value);
        if (model.sealed.has(field)) continue;
        if (model.kept.has(field)) out[field] = digest(model, field, value);
        else out[field] = value !== null && model.fields[field]?.type === 'json' ? JSON.stringify(value) : value;
      }
      return out;
    },
    async seal(model, id, keyId, data, before = {}) {
      const secret: Row = {};
      for (const field of model.sealed) secret[field] = data[field] ?? (field in data ? null : (before[field] ?? null));
      const plain = Buffer.from(JSON.stringify(secret));
      try {
        return await sealBlob(keys, keyId, context(model, id), plain);
      } catch (error) {
        throw isNoKey(error) ? new NoKey(model.name, error) : error;
      } finally {
        plain.fill(0);
      }
    },
    async reveal(model, row) {
      if (row === undefined) return null;
      const out: Row = { id: row.id };
      for (const field of Object.keys(model.fields)) if (!model.sealed.has(field)) out[field] = row[raw(field)];
      if (model.sealed.size === 0) return out;
      const secret = await opened(keys, String(row.key_id), context(model, String(row.id)), row.sealed as Buffer);
      return secret && Object.assign(out, secret);
    },
  };
}

async function opened(keys: KeyLender, keyId: string, context: string, blob: Buffer): Promise<Row | null> {
  try {
    const plain = await openBlob(keys, keyId, context, blob);
    const secret = JSON.parse(plain.toString()) as Row;
    plain.fill(0);
    return secret;
  } catch (error) {
    if (isNoKey(error)) return null;
    throw error;
  }
}

/** What the library holds as text is text; anything else has one form too. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Rows that belong to nobody share a key a day, which goes once the day's rows have expired. */
export function dayKeys(keys: RegionKeys, clock: Clock): () => Promise<string> {
  let made = '';
  return async () => {
    const id = `day:${new Date(clock.now()).toISOString().slice(0, 10)}`;
    if (made !== id) {
      await keys.put([id]);
      made = id;
    }
    return id;
  };
}

export const isNobodysEmail = (value: unknown): boolean => typeof value === 'string' && value.endsWith(NO_EMAIL);
