import { ACTIONS, ACTORS, CHECK, CHECKS, FIELD, type Tables } from '@kept/policy';

// Constants of this module are compiled in; what is imported would be fetched again at each use.
const PERSON = ACTORS.indexOf('person');
const COLLECT = ACTIONS.indexOf('collect');
const RETAIN = ACTIONS.indexOf('retain');
const ROW = CHECKS;
const { minimisation: NO_MINIMISATION, sensitive: NO_SENSITIVE } = CHECK;
const { within: WITHIN, redact: HIDDEN, sensitive: SENSITIVE, personOnly: PERSON_ONLY } = FIELD;

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
  if ((wanted & WITHIN) === 0) return tables.rulings[purpose * ROW + NO_MINIMISATION]!;
  if ((taken & WITHIN) === 0) return tables.outsideCollection[collection]!;
  if ((given & WITHIN) === 0) return tables.outsideRecipient[recipient]!;
  if ((wanted & SENSITIVE) !== 0) {
    const consent = tables.sensitiveConsent[purpose]!;
    if (consent < 0 || ((words[at + 1 + (consent >>> 5)]! >>> (consent & 31)) & 1) === 0)
      return tables.rulings[purpose * ROW + NO_SENSITIVE]!;
  }
  if ((wanted & PERSON_ONLY) !== 0 && actor !== PERSON && reveals(action)) return tables.personOnly[field]!;
  return (wanted | given) & HIDDEN;
}

/** Whether somebody sees the value. Taking and keeping it shows it to nobody. */
const reveals = (action: number): boolean => action !== COLLECT && action !== RETAIN;
