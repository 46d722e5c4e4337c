import { sensitiveNeed } from '../meaning/purposes.ts';
import { FIELD, type Tables } from '../program.ts';
import type { Source } from './names.ts';

type FieldTables = Pick<
  Tables,
  'purposeField' | 'collectionField' | 'recipientField' | 'outsideCollection' | 'outsideRecipient' | 'personOnly'
>;

/** Which fields a purpose touches, a collection takes and a recipient gets, and in what form. */
export function fieldTables(source: Source): FieldTables {
  const { manifest, names, refusals } = source;
  const collections = Object.values(manifest.collections);
  const recipients = Object.values(manifest.recipients);
  return {
    purposeField: purposeFields(source),
    collectionField: rows(
      source,
      collections.map((row) => ({ fields: [...row.required, ...row.optional] })),
    ),
    recipientField: rows(source, recipients),
    outsideCollection: Uint16Array.from(collections, ({ clause }) => refusals.ruling('collection', clause)),
    outsideRecipient: Uint16Array.from(recipients, ({ clause }) => refusals.ruling('recipient-field', clause)),
    personOnly: Uint16Array.from(names.fields.ids, (id) => refusals.ruling('person-only', manifest.fields[id]!.clause)),
  };
}

interface Row {
  readonly fields: readonly string[];
  readonly redact?: readonly string[];
}

/** One row of bits for each list of fields, and a last one, for requests that name none, in which every field is within. */
function rows({ names }: Source, lists: readonly Row[]): Uint8Array {
  const width = names.fields.ids.length;
  const table = new Uint8Array((lists.length + 1) * width);
  for (const [i, row] of lists.entries()) {
    for (const field of row.fields) table[i * width + names.fields.of(field)]! |= FIELD.within;
    for (const field of row.redact ?? []) table[i * width + names.fields.of(field)]! |= FIELD.redact;
  }
  return table.fill(FIELD.within, lists.length * width);
}

function purposeFields(source: Source): Uint8Array {
  const { manifest, names } = source;
  const width = names.fields.ids.length;
  const purposes = Object.values(manifest.purposes);
  const table = rows(source, purposes);
  for (const [p, purpose] of purposes.entries()) {
    const asks = sensitiveNeed(manifest, purpose).kind !== 'none';
    for (const id of purpose.fields) {
      const field = manifest.fields[id]!;
      const at = p * width + names.fields.of(id);
      if (field.sensitive && asks) table[at]! |= FIELD.sensitive;
      if (field.readableBy === 'person') table[at]! |= FIELD.personOnly;
    }
  }
  // INVARIANT: `rights` is the last purpose (`NumberedNames`), and its row is the last one, in which everything is within.
  return table;
}
