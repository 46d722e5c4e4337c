import { FIRST_REFUSAL, type Program } from '@kept/policy';
import { judgeField } from './fields.ts';
import { judge } from './judge.ts';
import { type SubjectTable, stateWords } from './state.ts';

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
  readonly rows: Uint32Array;
}

/**
 * Decides a batch as `decide` would, without strings and without allocating. `out[i * width + k]` is the ruling on field
 * k of request i: below `FIRST_REFUSAL` it is permitted (bits `REDACT` and `DESENSITISE`), else `program.refusals` at
 * `FIRST_REFUSAL` less says why. Numbers that the program does not have are refused; a subject past the table's end
 * counts as one of unknown status. `out` must hold `count * width` rulings; what lies past it is not written.
 */
export function decideBatch(program: Program, subjects: SubjectTable, batch: Batch, out: Uint16Array): void {
  const { tables } = program;
  const { rows, width } = batch;
  const { words } = subjects;
  const stride = BATCH.fields + width;
  const stateWidth = stateWords(program);
  for (let i = 0; i < batch.count; i++) {
    const row = i * stride;
    const to = i * width;
    const subject = rows[row]!;
    const at = subject * stateWidth;
    const actor = rows[row + 1]!;
    const action = rows[row + 2]!;
    const purpose = rows[row + 3]!;
    const recipient = rows[row + 4]!;
    const collection = rows[row + 5]!;
    const form =
      subject < subjects.count
        ? judge(tables, words, at, actor, action, purpose, recipient, collection, rows[row + 6]!, rows[row + 7]!)
        : tables.unknown['unknown-status'];
    if (form >= FIRST_REFUSAL) {
      out.fill(form, to, to + width);
      continue;
    }
    for (let k = 0; k < width; k++) {
      const field = rows[row + BATCH.fields + k]!;
      const ruling = judgeField(tables, words, at, actor, action, purpose, recipient, collection, field);
      out[to + k] = ruling < FIRST_REFUSAL ? ruling | form : ruling;
    }
  }
}
