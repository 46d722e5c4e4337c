/** The rules, in the order of a datum's life. */
import { access } from './rules/access.ts';
import { basis } from './rules/basis.ts';
import { copy } from './rules/copy.ts';
import { correction } from './rules/correction.ts';
import { declared } from './rules/declared.ts';
import { erasure } from './rules/erasure.ts';
import { expiry } from './rules/expiry.ts';
import { files } from './rules/files.ts';
import { purposeEnd } from './rules/purpose-end.ts';
import { recorded } from './rules/recorded.ts';
import { routes } from './rules/routes.ts';
import { sealed } from './rules/sealed.ts';
import { withdrawal } from './rules/withdrawal.ts';
import type { Rule, Trial } from './trial.ts';

/** Each on people of its own. INVARIANT: `expiry` comes last: it moves the clock, and time does not go back. */
export const RULES: readonly Rule[] = [
  ...[declared, routes, basis, recorded, sealed, access, copy, correction, files],
  ...[withdrawal, purposeEnd, erasure, expiry],
];

/** All faults of a service by these rules, each behind the name of its rule. */
export async function faultsOf(trial: Trial, rules: readonly Rule[] = RULES): Promise<string[]> {
  const all: string[] = [];
  for (const { name, faults } of rules) all.push(...(await faults(trial)).map((fault) => `${name}: ${fault}`));
  return all;
}
