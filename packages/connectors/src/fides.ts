/**
 * Datasets as Fides writes them (`fides_meta`, `fidesops_meta`, nested fields), taken as they are. What is `user` data of a
 * collection is masked, as Fides' own erasure does; a collection may say `delete`.
 */
import { parse } from 'yaml';
import { z } from 'zod';
import { NotADeclaration } from './errors.ts';
import type { Collection, Field, Held, Mask, Reference, Treatment } from './words.ts';

const strategy = z.looseObject({
  strategy: z.string(),
  configuration: z.looseObject({}).nullish(),
});

const meta = z
  .looseObject({
    identity: z.string().nullish(),
    primary_key: z.boolean().nullish(),
    length: z.number().int().positive().nullish(),
    masking_strategy_override: strategy.nullish(),
    skip_processing: z.boolean().nullish(),
    after: z.array(z.string()).nullish(),
    references: z
      .array(
        z.looseObject({
          dataset: z.string(),
          field: z.string().regex(/^[^.]+\..+$/),
          direction: z.enum(['from', 'to']).nullish(),
        }),
      )
      .nullish(),
  })
  .nullish();

const NAME = z.string().min(1).max(128);
const categories = z.array(z.string()).nullish();
const fieldShape = z.looseObject({
  name: NAME,
  data_categories: categories,
  fides_meta: meta,
  fidesops_meta: meta,
  masking_strategy_override: strategy.nullish(),
  get fields() {
    return z.array(fieldShape).nullish();
  },
});
type FidesField = z.infer<typeof fieldShape>;

const dataset = z.looseObject({
  fides_key: NAME,
  data_categories: categories,
  fides_meta: meta,
  fidesops_meta: meta,
  collections: z.array(
    z.looseObject({
      name: NAME,
      data_categories: categories,
      fides_meta: meta,
      fidesops_meta: meta,
      fields: z.array(fieldShape),
    }),
  ),
});
const file = z.looseObject({ dataset: z.array(dataset).min(1) });

/** What the operator says besides, by the collection's name. */
export interface Besides {
  /** As the system calls it: a file, a pattern of keys. */
  readonly name?: string | undefined;
  readonly primaryKey?: readonly string[] | undefined;
  readonly erase?: Treatment | undefined;
  readonly held?: Held | undefined;
}

/**
 * The collections of a file. `held` is the clause and purpose of those that name none of their own. Collections that Fides
 * is told to skip are left out; they are in `skipped`. Throws CONNECTORS_NOT_A_DECLARATION.
 */
export function fromFides(
  name: string,
  text: string,
  held: Held,
  besides: Readonly<Record<string, Besides>> = {},
): { collections: Collection[]; skipped: string[] } {
  const { dataset: datasets } = read(name, text);
  const skipped: string[] = [];
  const collections = datasets.flatMap((each) =>
    each.collections.flatMap((collection): Collection[] => {
      const own = collection.fides_meta ?? collection.fidesops_meta;
      const id = `${each.fides_key}.${collection.name}`;
      if (own?.skip_processing) {
        skipped.push(id);
        return [];
      }
      const said = besides[collection.name] ?? {};
      const around = [...(each.data_categories ?? []), ...(collection.data_categories ?? [])];
      const fields = collection.fields.flatMap((field) => fieldsOf(field, '', around));
      return [
        {
          ...{ id, dataset: each.fides_key, name: said.name ?? collection.name, fields },
          primaryKey: said.primaryKey ?? keyOf(collection.fields),
          erase: said.erase ?? treatmentOf(own?.masking_strategy_override?.strategy, fields),
          held: said.held ?? held,
          after: [...(own?.after ?? []), ...afterDatasets(each, datasets)],
        },
      ];
    }),
  );
  return { collections, skipped };
}

function read(name: string, text: string): z.infer<typeof file> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new NotADeclaration(name, '', error);
  }
  const { success, data, error } = file.safeParse(value);
  if (!success) throw new NotADeclaration(name, `/${error.issues[0]?.path.join('/') ?? ''}`);
  return data;
}

type Dataset = z.infer<typeof dataset>;

const afterDatasets = ({ fides_meta, fidesops_meta }: Dataset, all: readonly Dataset[]): string[] =>
  ((fides_meta ?? fidesops_meta)?.after ?? []).flatMap((key) =>
    (all.find(({ fides_key }) => fides_key === key)?.collections ?? []).map(({ name }) => `${key}.${name}`),
  );

const metaOf = ({ fides_meta, fidesops_meta }: FidesField) => fides_meta ?? fidesops_meta;

const keyOf = (fields: readonly FidesField[]): string[] =>
  fields.filter((field) => metaOf(field)?.primary_key).map(({ name }) => name);

/** `user` and what stands below it; `system.operations` is nobody's. */
const isPersonal = (each: string): boolean => each === 'user' || each.startsWith('user.');

/** The leaves of a field. Categories of an object are those of what is in it. */
function fieldsOf(field: FidesField, above: string, around: readonly string[]): Field[] {
  const path = above === '' ? field.name : `${above}.${field.name}`;
  const own = [...around, ...(field.data_categories ?? [])];
  if (field.fields && field.fields.length > 0) return field.fields.flatMap((each) => fieldsOf(each, path, own));
  const said = metaOf(field);
  const key = said?.primary_key === true;
  const override = said?.masking_strategy_override ?? field.masking_strategy_override;
  const mask = !key && (override || own.some(isPersonal)) ? maskOf(override ?? null, said?.length ?? null) : null;
  return [
    {
      path,
      ...(said?.identity && { identity: said.identity }),
      references: (said?.references ?? []).map(referenceOf),
      ...(mask && { mask }),
    },
  ];
}

function referenceOf({
  dataset: key,
  field,
  direction,
}: {
  dataset: string;
  field: string;
  direction?: 'from' | 'to' | null | undefined;
}): Reference {
  const dot = field.indexOf('.');
  return {
    collection: `${key}.${field.slice(0, dot)}`,
    field: field.slice(dot + 1),
    ...(direction && { direction }),
  };
}

const RANDOM_LENGTH = 32;

/**
 * A hash, or what can be decrypted, of a person's value still tells them apart: those strategies write something random
 * instead.
 */
function maskOf(override: z.infer<typeof strategy> | null, length: number | null): Mask {
  const settings = (override?.configuration ?? {}) as {
    rewrite_value?: unknown;
    length?: unknown;
    format_preservation?: { suffix?: unknown } | null;
  };
  const said = settings.format_preservation?.suffix;
  const suffix = typeof said === 'string' ? said : '';
  switch (override?.strategy) {
    case undefined:
    case 'null_rewrite':
      return { with: 'null' };
    case 'string_rewrite':
      return { with: 'text', text: `${rewritten(settings.rewrite_value)}${suffix}`.slice(0, length ?? undefined) };
    default: {
      const wanted = typeof settings.length === 'number' ? settings.length : RANDOM_LENGTH;
      const most = Math.max(1, Math.min(wanted, (length ?? Number.MAX_SAFE_INTEGER) - suffix.length));
      return { with: 'random', length: most, suffix };
    }
  }
}

const rewritten = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : '';

const treatmentOf = (override: string | undefined, fields: readonly Field[]): Treatment =>
  override === 'delete' ? 'delete' : fields.some(({ mask }) => mask) ? 'mask' : 'keep';
