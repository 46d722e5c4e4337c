import { list, nullable, object, oneOf, optional, record, ref, term, text, whole } from '../shape.ts';
import { clause, deadline, period } from './common.ts';

const kinds =
  'information access copy rectification erasure restriction objection portability withdrawal consent closure explanation deceased automated-decision opt-out limit-sensitive content-removal non-discrimination complaint';
const holds = 'asked not-needed period-over consent-withdrawn judged';
const proofs = 'session code written-request identity-document guardianship kinship authorship';

export const right = object({
  kind: oneOf(...kinds.split(' ')),
  label: text,
  dpv: optional(list(term)),
  jurisdictions: optional(list(ref('jurisdiction'))),
  deadline,
  confirmWithin: optional(period),
  fee: nullable(text),
  refusalGrounds: list(object({ label: text, dpv: optional(term) })),
  conditions: optional(list(text)),
  grounds: optional(record(object({ label: text, holds: oneOf(...holds.split(' ')), clause: optional(clause) }))),
  below: optional(whole),
  consequence: optional(text),
  identity: list(oneOf(...proofs.split(' '))),
  channels: list(oneOf('account', 'device', 'browser', 'email', 'post', 'phone')),
  clause,
});

export const age = object({
  below: whole,
  jurisdictions: optional(list(ref('jurisdiction'))),
  rule: oneOf('no-account', 'guardian', 'advice'),
  consent: optional(ref('consent')),
  found: oneOf('erase', 'keep'),
  eraseWithin: optional(deadline),
  clause,
});
