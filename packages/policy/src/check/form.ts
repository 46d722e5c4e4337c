import { clause } from './form/common.ts';
import { collection, field, retention, role } from './form/data.ts';
import { breach, changes, cookie, cookieControl, jurisdiction, measure, note, scope } from './form/duties.ts';
import { controller, exception, figure, recipient, region, residency, transfer } from './form/parties.ts';
import { consent, exemption, optOut, prohibition, purpose, separation } from './form/purposes.ts';
import { age, right } from './form/rights.ts';
import { day, exactly, id, list, nullable, object, oneOf, record, type Shape, string, text } from './shape.ts';

/** The form of a manifest, with every name and every term in it. */
export const manifestForm: Shape = object({
  format: exactly(1),
  id,
  version: string,
  language: oneOf('zh-Hans', 'zh-Hant', 'en'),
  published: nullable(day),
  effective: nullable(day),
  title: text,
  controller,
  scope: list(scope),
  clauses: record(object({ title: text, sentence: text }), string),
  otherwise: clause,
  jurisdictions: record(jurisdiction),
  roles: record(role),
  fields: record(field),
  purposes: record(purpose),
  collections: record(collection),
  consents: record(consent),
  exemptions: record(exemption),
  exceptions: record(exception),
  recipients: record(recipient),
  regions: record(region),
  residency: list(residency),
  transfers: list(transfer),
  retention: list(retention),
  rights: record(right),
  ages: list(age),
  optOuts: record(optOut),
  prohibitions: list(prohibition),
  separations: list(separation),
  figures: record(figure),
  breach: nullable(breach),
  changes,
  cookies: record(cookie),
  cookieControl: nullable(cookieControl),
  measures: record(measure),
  notes: list(note),
});
