/**
 * The privacy policy of Smartmi (published in Traditional Chinese, 30 March 2021) as a manifest: its facts, in our own
 * words.
 *
 * The text numbers its ten uses and nothing else. Clause ids count its headings, and items under them: `3.1.2.4` is the
 * fourth item of what is collected in use, `3.2.7` the seventh of the ten uses. Readings of blanks and contradictions are
 * in `notes`.
 */
import { definePolicy, say } from '@kept/policy';
import { clauses } from './clauses/index.ts';
import { collections } from './collections/index.ts';
import { consents } from './consents.ts';
import { cookieControl, cookies } from './cookies.ts';
import { ages, breach, changes, figures, measures, optOuts, prohibitions, separations } from './duties.ts';
import { exceptions, exemptions } from './exceptions.ts';
import { fields } from './fields/index.ts';
import { notes } from './notes/index.ts';
import { controller, jurisdictions, regions, residency, roles, scope, transfers } from './parties.ts';
import { purposes } from './purposes/index.ts';
import { recipients } from './recipients.ts';
import { retention } from './retention.ts';
import { rights } from './rights.ts';

/** The manifest. Compile it with `compile` of `@kept/policy`. */
export const smartmiGlobal = definePolicy({
  format: 1,
  id: 'smartmi-global',
  version: '2021-03-30',
  language: 'zh-Hant',
  published: '2021-03-30',
  effective: null,
  title: say('智米隐私政策', '智米隱私權政策', 'Smartmi privacy policy'),
  controller,
  scope,
  clauses,
  otherwise: '3.1',
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
  prohibitions,
  separations,
  figures,
  breach,
  changes,
  cookies,
  cookieControl,
  measures,
  notes,
});
