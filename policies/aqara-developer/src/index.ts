/**
 * The privacy policy of the Aqara Developer Platform (published in English, 28 January 2023) as a manifest: its facts, in
 * our own words.
 *
 * The text numbers nothing: clause ids count its headings in order (`3` is “Data we may collect”), then the items under
 * each. Readings of blanks and contradictions are in `notes`.
 */
import { definePolicy, say } from '@kept/policy';
import { clauses } from './clauses/index.ts';
import { collections } from './collections.ts';
import { consents } from './consents.ts';
import { ages, breach, changes, figures, measures, prohibitions } from './duties.ts';
import { exceptions } from './exceptions.ts';
import { fields } from './fields.ts';
import { notes } from './notes/index.ts';
import { controller, jurisdictions, regions, residency, roles, scope, transfers } from './parties.ts';
import { purposes } from './purposes/index.ts';
import { recipients } from './recipients.ts';
import { retention } from './retention.ts';
import { rights } from './rights.ts';

/** The manifest. Compile it with `compile` of `@kept/policy`. */
export const aqaraDeveloper = definePolicy({
  format: 1,
  id: 'aqara-developer',
  version: '2023-01-28',
  language: 'en',
  published: '2023-01-28',
  effective: '2022-06-09',
  title: say('Aqara开发者平台隐私政策', 'Aqara開發者平台隱私權政策', 'Privacy policy for the Aqara Developer Platform'),
  controller,
  scope,
  clauses,
  otherwise: '4.7',
  jurisdictions,
  roles,
  fields,
  purposes,
  collections,
  consents,
  exemptions: {},
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
  breach,
  changes,
  cookies: {},
  cookieControl: null,
  measures,
  notes,
});
