/**
 * An older privacy policy of Smartmi (published in English, undated) as a manifest: its facts, in our own words.
 *
 * The text numbers nothing. Clause ids count its headings, the title first, and the items under them: `3.1.1.2` is the
 * second item of the first heading under “Collection and use of personal information”. Readings of blanks and
 * contradictions are in `notes`.
 */
import { definePolicy, say } from '@kept/policy';
import { clauses } from './clauses/index.ts';
import { collections } from './collections/index.ts';
import { consents } from './consents.ts';
import { ages, changes, cookieControl, cookies, figures, measures, optOuts, separations } from './duties.ts';
import { exceptions, exemptions } from './exceptions.ts';
import { fields } from './fields/index.ts';
import { notes } from './notes/index.ts';
import { controller, jurisdictions, regions, residency, roles, scope, transfers } from './parties.ts';
import { purposes } from './purposes/index.ts';
import { recipients } from './recipients.ts';
import { retention } from './retention.ts';
import { rights } from './rights.ts';

/** The manifest. Compile it with `compile` of `@kept/policy`. */
export const smartmiLegacy = definePolicy({
  format: 1,
  id: 'smartmi-legacy',
  version: 'undated',
  language: 'en',
  published: null,
  effective: null,
  title: say('智米隐私政策（旧版）', '智米隱私權政策（舊版）', 'Smartmi privacy policy (older)'),
  controller,
  scope,
  clauses,
  otherwise: '3.1.2.1',
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
  optOuts,
  prohibitions: [],
  separations,
  figures,
  breach: null,
  changes,
  cookies,
  cookieControl,
  measures,
  notes,
});
