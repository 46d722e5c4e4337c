import { CHECK, CHECKS, FIELD, type Tables } from '@kept/policy';

const USE = 1;
const SHARE = 2;
const TRANSFER = 3;
const DISCLOSE = 4;
const PERSON = 0;

/**
 * The ruling on one field of a request that `judge` let through: 0 or `REDACT`, or why not. `form` (what `judge`
 * answered) is the caller's to add. Numbers as in `judge`, already compared with their sizes, but for the field's own.
 */
export function judgeField(
  tables: Tables,
  words: Uint32Array,
  at: number,
  actor: number,
  action: number,
  purpose: number,
  recipient: number,
  collection: number,
  field: number,
): number {
  const width = tables.sizes.fields;
  if (!(field >= 0 && field < width)) return tables.unknown['unknown-field'];
  const wanted = tables.purposeField[purpose * width + field]!;
  const given = tables.recipientField[recipient * width + field]!;
  const taken = tables.collectionField[collection * width + field]!;
  if ((wanted & FIELD.within) === 0) return tables.rulings[purpose * CHECKS + CHECK.minimisation]!;
  if ((taken & FIELD.within) === 0) return tables.outsideCollection[collection]!;
  if ((given & FIELD.within) === 0) return tables.outsideRecipient[recipient]!;
  if ((wanted & FIELD.sensitive) !== 0) {
    const consent = tables.sensitiveConsent[purpose]!;
    if (consent < 0 || ((words[at + 1 + (consent >>> 5)]! >>> (consent & 31)) & 1) === 0)
      return tables.rulings[purpose * CHECKS + CHECK.sensitive]!;
  }
  if ((wanted & FIELD.personOnly) !== 0 && actor !== PERSON && reveals(action)) return tables.personOnly[field]!;
  return (wanted | given) & FIELD.redact;
}

/** Whether somebody sees the value. Taking and keeping it shows it to nobody. */
const reveals = (action: number): boolean =>
  action === USE || action === SHARE || action === TRANSFER || action === DISCLOSE;
