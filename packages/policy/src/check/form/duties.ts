import { country, exactly, list, object, oneOf, optional, ref, type Shape, string, term, text } from '../shape.ts';
import { clause, deadline, period } from './common.ts';

const residence: Shape = (value, path, context) => {
  if (value !== '*' && value !== 'US-CA') country(value, path, context);
};

export const jurisdiction = object({ label: text, residences: list(residence), laws: optional(list(term)), clause });

export const scope = object({ label: text, url: optional(string), by: optional(string), clause });

export const breach = object({
  parts: list(oneOf('situation', 'impact', 'measures', 'advice', 'remedies', 'contact')),
  channels: list(oneOf('email', 'letter', 'phone', 'push', 'site', 'app')),
  within: deadline,
  fallback: optional(exactly('announcement')),
  authority: optional(deadline),
  clause,
});

export const changes = object({
  channels: list(oneOf('email', 'site', 'app', 'push')),
  effective: oneOf('on-notice', 'on-publication', 'on-date', 'not-mentioned'),
  lead: optional(period),
  askAgain: list(oneOf('more-data', 'new-purpose', 'new-recipient', 'fewer-rights')),
  continuedUse: oneOf('said-to-accept', 'not-mentioned'),
  clause,
});

const technology = 'cookie pixel beacon script local-storage log-file analytics-kit';

export const cookie = object({
  label: text,
  technology: list(oneOf(...technology.split(' '))),
  party: oneOf('first', 'third'),
  use: oneOf('necessary', 'preferences', 'statistics', 'advertising'),
  why: text,
  consent: optional(ref('consent')),
  clause,
});

export const cookieControl = object({ how: text, consequence: optional(text), url: optional(string), clause });

export const measure = object({ label: text, dpv: list(term), clause });

export const note = object({
  kind: oneOf('blank', 'conflict', 'stricter', 'besides'),
  text,
  clause: optional(clause),
});
