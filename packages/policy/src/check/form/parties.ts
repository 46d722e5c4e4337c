import { country, list, object, oneOf, optional, place, ref, type Shape, string, term, text } from '../shape.ts';
import { basis, clause, period } from './common.ts';

export const controller = object({
  name: string,
  brand: optional(string),
  address: optional(string),
  affiliates: optional(list(string)),
  officer: optional(text),
  contacts: list(
    object({ channel: oneOf('email', 'post', 'phone', 'fax', 'web'), value: string, replyWithin: optional(period) }),
  ),
  complaints: list(object({ authority: text, url: optional(string) })),
  mention: optional(string),
  clause,
});

const anywhere: Shape = (value, path, context) => {
  if (value !== '*' && value !== 'own') country(value, path, context);
};

export const recipient = object({
  name: optional(string),
  party: text,
  role: oneOf('processor', 'third-party', 'affiliate', 'authority', 'successor', 'public'),
  dpv: optional(list(term)),
  channel: oneOf('sms', 'email', 'e-signature', 'http', 'none'),
  fields: list(ref('field')),
  redact: optional(list(ref('field'))),
  purposes: list(ref('purpose')),
  scenario: text,
  contract: optional(text),
  url: optional(string),
  country: anywhere,
  method: text,
  exception: optional(ref('exception')),
  clause,
});

export const exception = object({
  from: oneOf('share', 'assign', 'disclose'),
  label: text,
  basis,
  consent: optional(ref('consent')),
  duties: optional(list(oneOf('notify', 'same-terms', 'ask-again-on-new-purpose'))),
  clause,
});

export const region = object({ label: text, country, clause });

export const residency = object({ residence: anywhere, region: ref('region'), clause });

export const transfer = object({
  from: ref('region', '*'),
  to: place,
  rule: oneOf('never', 'desensitised', 'separate-consent', 'safeguards', 'standard-clauses', 'free'),
  consent: optional(ref('consent')),
  clause,
});

export const figure = object({
  label: text,
  fields: list(ref('field')),
  purpose: ref('purpose'),
  seenBy: text,
  clause,
});
