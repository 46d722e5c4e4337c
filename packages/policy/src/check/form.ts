import {
  boolean,
  country,
  day,
  exactly,
  id,
  list,
  nullable,
  object,
  oneOf,
  optional,
  place,
  record,
  ref,
  type Shape,
  string,
  term,
  text,
  whole,
} from './shape.ts';

const clause = ref('clause');
const basis = ['contract', 'legal-obligation', 'legitimate-interest', 'vital-interest', 'public-task'];
const unit = oneOf('hour', 'day', 'working-day', 'month', 'year');
const period = object({ count: whole, unit });
const deadline = object({
  count: whole,
  unit,
  from: optional(oneOf('received', 'verified')),
  extension: optional(period),
  said: optional(oneOf('law', 'reasonable', 'at-once')),
});

const controller = object({
  name: string,
  address: string,
  affiliates: optional(list(string)),
  officer: optional(text),
  contacts: list(
    object({ channel: oneOf('email', 'post', 'phone', 'fax', 'web'), value: string, replyWithin: optional(period) }),
  ),
  complaints: list(object({ authority: text, url: optional(string) })),
});

const field = object({
  label: text,
  named: optional(list(string)),
  category: term,
  sensitive: boolean,
  subject: ref('role'),
  readableBy: optional(exactly('person')),
  clause,
});

const purpose = object({
  label: text,
  dpv: list(term),
  basis: oneOf('consent', ...basis),
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
  actions: optional(list(oneOf('collect', 'use', 'share', 'transfer', 'disclose', 'retain'))),
  actors: optional(list(oneOf('person', 'service', 'operator', 'system'))),
  beforeAccount: optional(boolean),
  disclosure: optional(ref('exception')),
  clause,
});

const collection = object({
  label: text,
  required: list(ref('field')),
  optional: list(ref('field')),
  oneOf: optional(list(list(ref('field')))),
  purposes: list(ref('purpose')),
  source: optional(oneOf('person', 'device', 'third-party', 'other-person')),
  refusal: text,
  moment: text,
  clause,
});

const consent = object({
  label: text,
  question: text,
  consequence: text,
  kind: oneOf('consent', 'separate', 'explicit'),
  ground: optional(term),
  by: optional(oneOf('person', 'guardian')),
  clause,
});

const recipient = object({
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
  country,
  method: text,
  exception: optional(ref('exception')),
  clause,
});

const exception = object({
  from: oneOf('share', 'assign', 'disclose'),
  label: text,
  basis: oneOf('consent', ...basis),
  consent: optional(ref('consent')),
  duties: optional(list(oneOf('notify', 'ask-again-on-new-purpose'))),
  clause,
});

const transfer = object({
  from: ref('region', '*'),
  to: place,
  rule: oneOf('never', 'desensitised', 'separate-consent', 'standard-clauses', 'free'),
  consent: optional(ref('consent')),
  clause,
});

const until: Shape = (value, path, context) => {
  const shape =
    typeof value === 'object' && value !== null && 'event' in value
      ? object({ event: oneOf('closure', 'withdrawal', 'purpose-end') })
      : object({ after: oneOf('collection', 'last-use', 'closure', 'purpose-end'), count: whole, unit });
  shape(value, path, context);
};

const retention = object({
  fields: optional(list(ref('field'))),
  collections: optional(list(ref('collection'))),
  purposes: optional(list(ref('purpose'))),
  until,
  end: oneOf('erase', 'anonymise'),
  clause,
});

const kinds =
  'information access copy rectification erasure restriction objection portability withdrawal closure explanation deceased automated-decision opt-out limit-sensitive content-removal non-discrimination complaint';
const proofs = 'session code written-request identity-document guardianship kinship authorship';
const right = object({
  kind: oneOf(...kinds.split(' ')),
  label: text,
  dpv: optional(list(term)),
  jurisdictions: optional(list(ref('jurisdiction'))),
  deadline,
  confirmWithin: optional(period),
  fee: nullable(text),
  refusalGrounds: list(object({ label: text, dpv: optional(term) })),
  conditions: optional(list(text)),
  consequence: optional(text),
  identity: list(oneOf(...proofs.split(' '))),
  clause,
});

const age = object({
  below: whole,
  jurisdictions: optional(list(ref('jurisdiction'))),
  rule: oneOf('no-account', 'guardian', 'advice'),
  consent: optional(ref('consent')),
  found: oneOf('erase', 'keep'),
  clause,
});

const breach = object({
  parts: list(oneOf('situation', 'impact', 'measures', 'advice', 'remedies', 'contact')),
  channels: list(oneOf('email', 'letter', 'phone', 'push', 'site', 'app')),
  within: deadline,
  fallback: optional(exactly('announcement')),
  authority: optional(deadline),
  clause,
});

const changes = object({
  channels: list(oneOf('email', 'site', 'app', 'push')),
  effective: oneOf('on-notice', 'on-publication'),
  askAgain: list(oneOf('more-data', 'new-purpose', 'new-recipient', 'fewer-rights')),
  continuedUse: oneOf('said-to-accept', 'not-mentioned'),
  clause,
});

const technology = 'cookie pixel beacon script local-storage log-file analytics-kit';
const cookie = object({
  label: text,
  technology: list(oneOf(...technology.split(' '))),
  party: oneOf('first', 'third'),
  use: oneOf('necessary', 'preferences', 'statistics', 'advertising'),
  why: text,
  consent: optional(ref('consent')),
  clause,
});

const residence: Shape = (value, path, context) => {
  if (value !== '*') country(value, path, context);
};
const jurisdictionResidence: Shape = (value, path, context) => {
  if (value !== 'US-CA') residence(value, path, context);
};

/** The form of a manifest, with every name and every term in it. */
export const manifestForm: Shape = object({
  format: exactly(1),
  id,
  version: string,
  language: oneOf('zh-Hans', 'zh-Hant', 'en'),
  published: day,
  effective: day,
  title: text,
  controller,
  clauses: record(object({ title: text, sentence: text }), string),
  otherwise: clause,
  jurisdictions: record(
    object({ label: text, residences: list(jurisdictionResidence), laws: optional(list(term)), clause }),
  ),
  roles: record(object({ label: text, dpv: term })),
  fields: record(field),
  purposes: record(purpose),
  collections: record(collection),
  consents: record(consent),
  exemptions: record(object({ label: text, basis: oneOf(...basis), ground: optional(term), clause })),
  exceptions: record(exception),
  recipients: record(recipient),
  regions: record(object({ label: text, country, clause })),
  residency: list(object({ residence, region: ref('region'), clause })),
  transfers: list(transfer),
  retention: list(retention),
  rights: record(right),
  ages: list(age),
  optOuts: record(object({ label: text, purposes: list(ref('purpose')), how: text, clause })),
  prohibitions: list(object({ label: text, purposes: list(term), fields: optional(list(ref('field'))), clause })),
  breach: nullable(breach),
  changes,
  cookies: record(cookie),
  cookieControl: nullable(text),
  measures: record(object({ label: text, dpv: list(term), clause })),
  notes: list(object({ text, clause: optional(clause) })),
});
