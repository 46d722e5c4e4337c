/**
 * The privacy policy of the Aqara Community (published in English, without a date) as a manifest: its facts, in our own
 * words.
 *
 * The text numbers nothing: clause ids count its headings in order (`3` is “With whom do we share your information?”),
 * then those under each. Readings of blanks and contradictions are in `notes`.
 */
import { definePolicy, say } from '@kept/policy';
import { clauses } from './clauses/index.ts';
import { collections } from './collections.ts';
import { consents } from './consents.ts';
import { ages, changes, figures, measures, prohibitions } from './duties.ts';
import { exceptions, exemptions } from './exceptions.ts';
import { fields } from './fields.ts';
import { notes } from './notes/index.ts';
import { controller, jurisdictions, regions, residency, roles, scope, transfers } from './parties.ts';
import { purposes } from './purposes.ts';
import { recipients } from './recipients.ts';
import { retention } from './retention.ts';
import { rights } from './rights.ts';

/** The manifest. Compile it with `compile` of `@kept/policy`. */
export const aqaraCommunity = definePolicy({
  format: 1,
  id: 'aqara-community',
  version: 'undated',
  language: 'en',
  published: null,
  effective: null,
  title: say('Aqara社区隐私政策', 'Aqara社群隱私權政策', 'Privacy policy for the Aqara Community'),
  controller,
  scope,
  clauses,
  otherwise: '2',
  jurisdictions,
  roles,
  fields,
  purposes,
  collections,
  consents,
  exemptions,
  exceptions,
  recipients,
  regions,
  residency,
  transfers,
  retention,
  rights,
  ages,
  optOuts: {},
  prohibitions,
  separations: [],
  figures,
  breach: null,
  changes,
  cookies: {},
  cookieControl: null,
  measures,
  notes,
});
