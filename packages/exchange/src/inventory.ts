/** The record of processing: every row of the collections, with all that holds for it. */
import { type Lang, type Program, type Retention, retentionOf, type Until } from '@kept/policy';
import type { Iri } from '@kept/vocab';
import { BASES } from './terms.ts';

/** One field of a row. */
export interface InventoryField {
  readonly id: string;
  readonly label: string;
  readonly category: Iri;
  readonly sensitive: boolean;
  readonly required: boolean;
  /** Who it is about. */
  readonly subject: string;
  readonly retention: readonly { readonly until: Until; readonly end: Retention['end']; readonly clause: string }[];
  readonly clause: string;
}

/** One row: a moment at which something is collected. */
export interface InventoryRow {
  readonly id: string;
  readonly label: string;
  readonly moment: string;
  readonly refusal: string;
  readonly fields: readonly InventoryField[];
  readonly purposes: readonly {
    readonly id: string;
    readonly label: string;
    readonly dpv: readonly Iri[];
    readonly basis: string;
    /** In the law's own terms. */
    readonly ground: Iri;
    /** Ids of the consents without which it, or its sensitive part, is refused. */
    readonly consents: readonly string[];
    readonly clause: string;
  }[];
  readonly recipients: readonly { readonly id: string; readonly label: string; readonly country: string }[];
  readonly regions: readonly { readonly id: string; readonly label: string; readonly country: string }[];
  readonly clause: string;
}

/** Labels in the language asked for; ids and terms as the manifest has them. Pure. */
export const inventory = (program: Program, lang: Lang): InventoryRow[] =>
  Object.keys(program.manifest.collections).map((id) => rowOf(program, id, lang));

function rowOf(program: Program, id: string, lang: Lang): InventoryRow {
  const { manifest } = program;
  const { label, moment, refusal, purposes, required, optional, clause } = manifest.collections[id]!;
  const fields = [...required, ...optional];
  const parties = unique(purposes.flatMap((purpose) => manifest.purposes[purpose]!.recipients)).filter((party) =>
    manifest.recipients[party]!.fields.some((field) => fields.includes(field)),
  );
  return {
    ...{ id, label: label[lang], moment: moment[lang], refusal: refusal[lang], clause },
    fields: fields.map((field) => fieldOf(program, id, field, lang)),
    purposes: purposes.map((purpose) => purposeOf(program, purpose, lang)),
    recipients: parties.map((party) => {
      const { name, party: called, country } = manifest.recipients[party]!;
      return { id: party, label: name ?? called[lang], country };
    }),
    regions: unique(purposes.flatMap((purpose) => manifest.purposes[purpose]!.regions)).map((region) => ({
      ...{ id: region, label: manifest.regions[region]!.label[lang], country: manifest.regions[region]!.country },
    })),
  };
}

function fieldOf({ manifest }: Program, collection: string, id: string, lang: Lang): InventoryField {
  const { label, category, sensitive, subject, clause } = manifest.fields[id]!;
  const row = manifest.collections[collection]!;
  const purposes = row.purposes.filter((purpose) => manifest.purposes[purpose]!.fields.includes(id));
  const rules = unique(purposes.flatMap((purpose) => retentionOf(manifest, { field: id, collection, purpose })));
  return {
    ...{ id, label: label[lang], category, sensitive, clause },
    required: row.required.includes(id),
    subject: manifest.roles[subject]!.label[lang],
    retention: rules.map(({ until, end, clause: of }) => ({ until, end, clause: of })),
  };
}

function purposeOf({ manifest }: Program, id: string, lang: Lang): InventoryRow['purposes'][number] {
  const { label, dpv, basis, ground, consent, sensitiveConsent, clause } = manifest.purposes[id]!;
  const own = consent === undefined ? undefined : manifest.consents[consent]?.ground;
  return {
    ...{ id, label: label[lang], dpv, basis, clause, ground: ground ?? own ?? BASES[basis] },
    consents: [consent, sensitiveConsent].filter((each) => each !== undefined),
  };
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];
