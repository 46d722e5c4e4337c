import { boolean, id, list, object, oneOf, optional, ref, term, text, whole } from '../shape.ts';
import { action, basis, basisWithoutConsent, clause } from './common.ts';

export const purpose = object({
  label: text,
  dpv: list(term),
  basis,
  ground: optional(term),
  consent: optional(ref('consent')),
  sensitiveConsent: optional(ref('consent')),
  exemption: optional(ref('exemption')),
  group: id,
  fields: list(ref('field')),
  redact: optional(list(ref('field'))),
  recipients: list(ref('recipient')),
  regions: list(ref('region')),
  minAge: optional(whole),
  actions: optional(list(action)),
  actors: optional(list(oneOf('person', 'service', 'operator', 'system'))),
  beforeAccount: optional(boolean),
  disclosure: optional(ref('exception')),
  clause,
});

export const consent = object({
  label: text,
  question: text,
  consequence: text,
  kind: oneOf('consent', 'separate', 'explicit'),
  ground: optional(term),
  by: optional(oneOf('person', 'guardian')),
  clause,
});

export const exemption = object({ label: text, basis: basisWithoutConsent, ground: optional(term), clause });

export const optOut = object({ label: text, purposes: list(ref('purpose')), how: text, clause });

export const prohibition = object({
  label: text,
  purposes: optional(list(term)),
  actions: optional(list(action)),
  fields: optional(list(ref('field'))),
  categories: optional(list(term)),
  clause,
});

export const separation = object({
  label: text,
  fields: list(ref('field')),
  from: optional(list(ref('field'))),
  clause,
});
