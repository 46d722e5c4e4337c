import type { CollectionOf, FieldsOfCollection, Manifest, PurposeOf, Text } from '@kept/policy';
import type { PlainColumn, TableDef } from '@kept/vault';
import { BadService } from './errors.ts';
import { keepingOf, purposeOf } from './retention.ts';

/** How a long text is kept shorter. `unpack(pack(text))` is the text. */
export interface Packing {
  pack(text: string): string;
  unpack(kept: string): string;
}

/**
 * How a field is typed in and checked. Bounds are in characters. The value of a `file` tells of the file: see `files.ts`.
 */
export interface FieldForm {
  readonly kind: 'text' | 'multiline' | 'email' | 'phone' | 'date' | 'picture' | 'document' | 'file';
  readonly longest: number;
  /** Everybody above the vault sees the text; below it lies what this makes of it. */
  readonly packing?: Packing;
  /** Groups of a long form: `personal`, `company`. */
  readonly part?: string;
}

/**
 * A table of what one collection row of the policy takes about people. Fields, sealing, keys, retention and rights all
 * follow from the policy; what is declared here is only what the policy cannot know.
 */
export interface ResourceDeclaration<M extends Manifest = Manifest, C extends CollectionOf<M> = CollectionOf<M>> {
  readonly collection: C;
  readonly label: Text;
  /** The purpose under which others see it, if they do: its person can take all of it down at once. */
  readonly shown?: PurposeOf<M>;
  /** `one` row for each person, whose id is the person's, or `many`. */
  readonly rows: 'one' | 'many';
  /** Fields of the row that are kept here, and how each is filled in. */
  readonly form: { readonly [F in FieldsOfCollection<M, C>]?: FieldForm };
  /** Columns that say nothing of a person. */
  readonly plain?: Readonly<Record<string, PlainColumn>>;
}

/** Fields of a resource, as a type. */
export type FieldsOf<R extends ResourceDeclaration> = keyof R['form'] & string;

/**
 * The vault's table for a resource: one sealed column for each purpose group among the purposes of its collection.
 * Throws KIT_BAD_SERVICE where the form and the collection row differ.
 */
export function tableOf(service: string, name: string, manifest: Manifest, resource: ResourceDeclaration): TableDef {
  const collection = manifest.collections[resource.collection];
  if (!collection) throw new BadService(service, `the policy has no collection \`${resource.collection}\``);
  const declared = [...collection.required, ...collection.optional];
  const formed = Object.keys(resource.form);
  const stray = formed.find((field) => !declared.includes(field));
  if (stray)
    throw new BadService(service, `\`${name}\` takes \`${stray}\`, which \`${resource.collection}\` does not declare`);
  checkKeeping(service, name, manifest, resource);
  if (resource.shown && !manifest.purposes[resource.shown]?.actions?.includes('disclose'))
    throw new BadService(service, `\`${name}\` is shown for \`${resource.shown}\`, which discloses nothing`);
  const sealed: Record<string, { group: string; fields: string[] }> = {};
  // Declaration order: a sealed value keeps its fields by place, so new ones go to the end of their row.
  for (const field of formed) {
    const purpose = purposeOf(manifest, { field, collection: resource.collection });
    if (!purpose) throw new BadService(service, `no purpose of \`${resource.collection}\` may touch \`${field}\``);
    const { group } = manifest.purposes[purpose]!;
    const column = `sealed_${group.replaceAll('-', '_')}`;
    const { fields } = sealed[column] ?? { fields: [] };
    sealed[column] = { group, fields: [...fields, field] };
  }
  return { name: `${service}_${name}`.replaceAll('-', '_'), plain: resource.plain ?? {}, sealed };
}

/** A row ends as a whole, so its fields end alike. */
function checkKeeping(
  service: string,
  name: string,
  manifest: Manifest,
  { collection, form }: ResourceDeclaration,
): void {
  const fields = Object.keys(form);
  const keepings = fields.map((field) => keepingOf(manifest, { field, collection }));
  const noted = fields.find((_, i) => keepings[i]!.lastUse);
  if (noted) throw new BadService(service, `\`${noted}\` goes some time after its last use, which no resource notes`);
  const other = fields.find((_, i) => JSON.stringify(keepings[i]) !== JSON.stringify(keepings[0]));
  if (other)
    throw new BadService(
      service,
      `\`${name}\` holds \`${fields[0]}\` and \`${other}\`, which the policy does not keep equally long: two resources`,
    );
}
