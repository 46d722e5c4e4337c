/**
 * Connectors as an operator declares them: a folder of files, each with one system as its default export.
 *
 *     import type { Connector } from '@kept/connectors';
 *     export default {
 *       id: 'crm',
 *       label: { 'zh-Hans': '客户系统', 'zh-Hant': '客戶系統', en: 'Customer system' },
 *       regions: ['cn'],
 *       store: { kind: 'postgresql', url: { env: 'CRM_URL' } },
 *       held: { collection: 'registration', purpose: 'account' },
 *       fides: 'crm.yml',
 *     } satisfies Connector;
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { NotADeclaration } from './errors.ts';
import { fromFides } from './fides.ts';
import { type Endpoints, endpoints } from './http.ts';
import { completed, opener, store } from './kinds.ts';
import type { Collection, Field, Held, Mask, Reference, Store } from './words.ts';

const WORD = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/);
const NAME = z.string().min(1).max(128);
const held = z.strictObject({ collection: WORD, purpose: WORD });
const label = z.strictObject({ 'zh-Hans': z.string().min(1), 'zh-Hant': z.string().min(1), en: z.string().min(1) });
const treatment = z.enum(['delete', 'mask', 'keep']);
const mask = z.union([
  z.literal('null'),
  z.strictObject({ text: z.string().max(1_000) }),
  z.strictObject({ random: z.number().int().min(1).max(256), suffix: z.string().max(100).optional() }),
]);
const field = z.strictObject({
  identity: z.string().min(1).optional(),
  mask: mask.optional(),
  /** `dataset.collection.field`, whose values find rows here; or with the direction said. */
  references: z
    .array(
      z.union([
        z.string().regex(/^[^.]+\.[^.]+\..+$/),
        z.strictObject({
          field: z.string().regex(/^[^.]+\.[^.]+\..+$/),
          direction: z.enum(['from', 'to']).optional(),
        }),
      ]),
    )
    .optional(),
});
const collection = z.strictObject({
  /** As the system calls it; the id unless said. */
  name: NAME.optional(),
  primaryKey: z.array(NAME).optional(),
  erase: treatment.optional(),
  held: held.optional(),
  fields: z.record(NAME, field).optional(),
  /** Of a system that is spoken to by HTTP. */
  http: endpoints.optional(),
});
const connector = z.strictObject({
  id: WORD,
  label,
  /** Of whose people it keeps data; all regions unless said. */
  regions: z.array(WORD).optional(),
  store,
  held,
  /** A dataset as Fides writes it, beside this file; `collections` then says what is to be otherwise. */
  fides: NAME.optional(),
  /** By id: a field of it is referred to as `connector.id.field`. */
  collections: z.record(NAME, collection).optional(),
});

/** One system, as it is declared. */
export type Connector = z.input<typeof connector>;

/** A declared system with its collections, ready to be opened. */
export interface Declared {
  readonly id: string;
  readonly label: Readonly<Record<'zh-Hans' | 'zh-Hant' | 'en', string>>;
  readonly kind: z.output<typeof store>['kind'];
  /** Null: of all. */
  readonly regions: readonly string[] | null;
  readonly collections: readonly Collection[];
  /** Collections that Fides is told to skip. */
  readonly skipped: readonly string[];
  open(): Store;
}

/**
 * Reads every `.ts`, `.js` and `.mjs` file of the folder. Throws CONNECTORS_NOT_A_DECLARATION with the place in the file,
 * CONNECTORS_NO_SETTING where a variable is missing.
 */
export async function readConnectors(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Declared[]> {
  const files = await readdir(folder).catch((error: unknown) => {
    throw new NotADeclaration(folder, '', error);
  });
  const declared: Declared[] = [];
  for (const name of files.filter((each) => /\.(ts|js|mjs)$/.test(each)).toSorted()) {
    const module = await import(pathToFileURL(join(folder, name)).href).catch((error: unknown) => {
      throw new NotADeclaration(name, '', error);
    });
    declared.push(await declaredIn(folder, name, (module as { default?: unknown }).default, env));
  }
  const twice = declared.find(({ id }, i) => declared.findIndex((each) => each.id === id) < i);
  if (twice) throw new NotADeclaration(twice.id, '/id');
  return declared;
}

async function declaredIn(
  folder: string,
  name: string,
  value: unknown,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Declared> {
  const { success, data, error } = connector.safeParse(value);
  if (!success) throw new NotADeclaration(name, `/${error.issues[0]?.path.join('/') ?? ''}`);
  const { id, fides } = data;
  const spoken = Object.entries(data.collections ?? {}).flatMap(([key, { http }]): [string, Endpoints][] =>
    http ? [[`${id}.${key}`, http]] : [],
  );
  const open = await opener({ ...{ id, folder, env }, said: data.store, endpoints: new Map(spoken) });
  const { collections, skipped } = fides
    ? await ofFides(folder, fides, data)
    : {
        collections: Object.entries(data.collections ?? {}).map(([key, each]) =>
          collectionOf(id, key, each, data.held),
        ),
        skipped: [],
      };
  if (collections.length === 0) throw new NotADeclaration(name, '/collections');
  return {
    ...{ id, label: data.label, kind: data.store.kind, regions: data.regions ?? null, skipped, open },
    collections: collections.map((each) => completed(data.store, each)),
  };
}

type Parsed = z.output<typeof connector>;

async function ofFides(folder: string, file: string, { held: all, collections = {} }: Parsed) {
  const text = await readFile(join(folder, file), 'utf8').catch((error: unknown) => {
    throw new NotADeclaration(file, '', error);
  });
  return fromFides(file, text, all, collections);
}

function collectionOf(dataset: string, key: string, said: z.output<typeof collection>, all: Held): Collection {
  return {
    ...{ id: `${dataset}.${key}`, dataset, name: said.name ?? key, primaryKey: said.primaryKey ?? [] },
    ...{ erase: said.erase ?? 'delete', held: said.held ?? all, after: [] },
    fields: Object.entries(said.fields ?? {}).map(
      ([path, each]): Field => ({
        path,
        ...(each.identity && { identity: each.identity }),
        ...(each.mask && { mask: maskOf(each.mask) }),
        references: (each.references ?? []).map(referenceOf),
      }),
    ),
  };
}

function maskOf(said: z.output<typeof mask>): Mask {
  if (said === 'null') return { with: 'null' };
  if ('text' in said) return { with: 'text', text: said.text };
  return { with: 'random', length: said.random, suffix: said.suffix ?? '' };
}

function referenceOf(said: string | { field: string; direction?: 'from' | 'to' | undefined }): Reference {
  const { field: whole, direction } = typeof said === 'string' ? { field: said, direction: 'from' as const } : said;
  const [dataset, name, ...path] = whole.split('.');
  return { collection: `${dataset}.${name}`, field: path.join('.'), ...(direction && { direction }) };
}
