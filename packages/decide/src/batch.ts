import { ACTIONS, ACTORS, CHECK, CHECKS, FIRST_REFUSAL, type Program } from '@kept/policy';
import { judgeField } from './fields.ts';
import { judge } from './judge.ts';
import { AT_LENGTH, plainOf } from './plain.ts';
import {
  BAND_SHIFT,
  JURISDICTION_SHIFT,
  PLAIN,
  STANDING_SHIFT,
  STOPPED,
  type SubjectTable,
  stateWords,
} from './state.ts';

/** Where each number of a request stands in its row of `Batch.rows`; the fields follow from `fields` on. */
export const BATCH = {
  subject: 0,
  actor: 1,
  action: 2,
  purpose: 3,
  recipient: 4,
  collection: 5,
  from: 6,
  to: 7,
  fields: 8,
} as const;

/**
 * Many requests as numbers of the program's indexes. Row i is `rows[i * (8 + width)]` onward, in the order of `BATCH`. No
 * recipient and no collection are `program.recipients.ids.length` and `program.collections.ids.length`.
 */
export interface Batch {
  readonly count: number;
  /** Fields in each request, from 1. */
  readonly width: number;
  readonly rows: Int32Array;
}

// Constants of this module are compiled into the loop; what is imported would be fetched again and again.
const SHARE = ACTIONS.indexOf('share');
const ACTION_COUNT = ACTIONS.length;
const ACTOR_COUNT = ACTORS.length;
const HEAD = BATCH.fields;
const LONG = AT_LENGTH;
const REFUSED = FIRST_REFUSAL;
const ROW = CHECKS;
const CONSENT = CHECK.consent;
const STOP = STOPPED;
const GOOD_STANDING = PLAIN | STOPPED;
const STANDING = STANDING_SHIFT;
const JURISDICTION = JURISDICTION_SHIFT;
const BAND = BAND_SHIFT;

/**
 * Decides a batch as `decide` would, without strings and without allocating. `out[i * width + k]` is the ruling on field
 * k of request i: below `FIRST_REFUSAL` it is permitted (bits `REDACT` and `DESENSITISE`), else `program.refusals` at
 * `FIRST_REFUSAL` less says why. Numbers that the program does not have, -1 among them, are refused; a subject past the
 * table's end counts as one of unknown status. `out` must hold `count * width` rulings; what lies past it is not written.
 *
 * What is plain (an active account, data that stays where it is, a field that depends on nobody) is read off combined
 * tables, with everything that the loop needs held in locals; the rest is left to the checks of `decide`.
 */
export function decideBatch(program: Program, subjects: SubjectTable, batch: Batch, out: Uint16Array): void {
  const { tables } = program;
  const { asks, way, field: plainField } = plainOf(program);
  const { age, ageConsent, consent, rulings } = tables;
  const { purposes, fields, recipients, regions, collections, jurisdictions, ageBands } = tables.sizes;
  const { rows, width } = batch;
  const { words, count } = subjects;
  const stride = HEAD + width;
  const stateWidth = stateWords(program);
  const stops = 1 + tables.sizes.consentWords;
  const { purposeWords } = tables.sizes;
  for (let i = 0; i < batch.count; i++) {
    const row = i * stride;
    const subject = rows[row]!;
    const at = subject * stateWidth;
    const actor = rows[row + 1]!;
    const action = rows[row + 2]!;
    const purpose = rows[row + 3]!;
    const recipient = rows[row + 4]!;
    const collection = rows[row + 5]!;
    const from = rows[row + 6]!;
    const to = rows[row + 7]!;
    const placed = purpose >>> 0 < purposes && recipient >>> 0 <= recipients && to >>> 0 < regions && from === to;
    const known = subject >>> 0 < count && actor >>> 0 < ACTOR_COUNT && action >>> 0 < ACTION_COUNT;
    const shared = placed ? purpose * (recipients + 1) + recipient : 0;
    let form = LONG;
    if (
      placed &&
      known &&
      collection === collections &&
      (action !== SHARE || recipient < recipients) &&
      ((asks[purpose]! >>> (actor * ACTION_COUNT + action)) & 1) === 1
    ) {
      const first = words[at]!;
      const standing = first >>> STANDING;
      const stop = at + stops + (purpose >>> 5);
      const stopped =
        (standing & STOP) !== 0 && (((words[stop]! | words[stop + purposeWords]!) >>> (purpose & 31)) & 1) === 1;
      if ((standing | STOP) === GOOD_STANDING && !stopped) {
        const person =
          (purpose * jurisdictions + ((first >>> JURISDICTION) & 255)) * ageBands + ((first >>> BAND) & 255);
        const barred = age[person]!;
        const asked = consent[purpose]!;
        if (barred !== 0) form = ageConsent[person]! < 0 ? barred : LONG;
        else if (asked >= 0 && ((words[at + 1 + (asked >>> 5)]! >>> (asked & 31)) & 1) === 0)
          form = rulings[purpose * ROW + CONSENT]!;
        else form = way[shared * regions + to]!;
      }
    }
    const plain = form !== LONG;
    if (!plain)
      form = known
        ? judge(tables, words, at, actor, action, purpose, recipient, collection, from, to)
        : tables.unknown['unknown-status'];
    const end = (i + 1) * width;
    if (form >= REFUSED) {
      for (let o = i * width; o < end; o++) out[o] = form;
      continue;
    }
    for (let o = i * width, k = row + HEAD; o < end; o++, k++) {
      const field = rows[k]!;
      let ruling = plain && field >>> 0 < fields ? plainField[shared * fields + field]! : LONG;
      if (ruling === LONG) ruling = judgeField(tables, words, at, actor, action, purpose, recipient, collection, field);
      out[o] = ruling < REFUSED ? form | ruling : ruling;
    }
  }
}
