/**
 * The privacy policy of Aqara accounts (published in Chinese, 24 November 2025) as a manifest: its facts, in our own words.
 *
 * Clause ids are the text's own numbering: `2.1.3` is chapter 2, part 1, item 3. Readings of blanks and contradictions
 * are in `notes`.
 */
import { definePolicy, say } from '@kept/policy';
import { clauses } from './clauses/index.ts';
import { collections } from './collections/index.ts';
import { consents } from './consents.ts';
import { ages, breach, changes, cookieControl, cookies, measures, prohibitions } from './duties.ts';
import { exceptions, exemptions } from './exceptions.ts';
import { fields } from './fields/index.ts';
import { notes } from './notes/index.ts';
import { controller, jurisdictions, regions, residency, roles, scope, transfers } from './parties.ts';
import { purposes } from './purposes/index.ts';
import { recipients } from './recipients.ts';
import { retention } from './retention.ts';
import { rights } from './rights.ts';

/** The manifest. Compile it with `compile` of `@kept/policy`. */
export const aqaraAccount = definePolicy({
  format: 1,
  id: 'aqara-account',
  version: '2025-11-24',
  language: 'zh-Hans',
  published: '2025-11-24',
  effective: '2025-11-24',
  title: say('Aqara用户账号隐私政策', 'Aqara使用者帳戶隱私權政策', 'Privacy policy for Aqara accounts'),
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
  figures: {},
  breach,
  changes,
  cookies,
  cookieControl,
  measures,
  notes,
});
