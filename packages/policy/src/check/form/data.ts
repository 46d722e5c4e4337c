import {
  boolean,
  exactly,
  list,
  object,
  oneOf,
  optional,
  ref,
  type Shape,
  string,
  term,
  text,
  whole,
} from '../shape.ts';
import { clause, unit } from './common.ts';

export const role = object({ label: text, dpv: term });

export const field = object({
  label: text,
  named: optional(list(string)),
  category: term,
  sensitive: boolean,
  subject: ref('role'),
  readableBy: optional(exactly('person')),
  alone: optional(exactly('not-personal')),
  clause,
});

export const collection = object({
  label: text,
  required: list(ref('field')),
  optional: list(ref('field')),
  oneOf: optional(list(list(ref('field')))),
  purposes: list(ref('purpose')),
  source: optional(oneOf('person', 'device', 'third-party', 'other-person')),
  origin: optional(text),
  refusal: text,
  moment: text,
  clause,
});

const until: Shape = (value, path, context) => {
  const shape =
    typeof value === 'object' && value !== null && 'event' in value
      ? object({ event: oneOf('closure', 'withdrawal', 'purpose-end') })
      : object({ after: oneOf('collection', 'last-use', 'closure', 'purpose-end'), count: whole, unit });
  shape(value, path, context);
};

export const retention = object({
  fields: optional(list(ref('field'))),
  collections: optional(list(ref('collection'))),
  purposes: optional(list(ref('purpose'))),
  until,
  end: oneOf('erase', 'anonymise'),
  longer: optional(list(oneOf('law', 'claims', 'public-interest'))),
  clause,
});
