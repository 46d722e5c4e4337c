import type { Manifest } from '../manifest.ts';
import { ageBands, agesIn } from '../meaning/ages.ts';
import type { Report } from '../problem.ts';

/** Rights that nobody can use. */
export function checkRights(manifest: Manifest, report: Report): void {
  for (const [id, right] of Object.entries(manifest.rights)) {
    const path = ['rights', id];
    if (right.identity.length === 0)
      report([...path, 'identity'], 'POLICY_UNREACHABLE', 'cannot be asked for by anybody', 'name a proof of identity');
    if (right.jurisdictions?.length === 0)
      report([...path, 'jurisdictions'], 'POLICY_UNREACHABLE', 'holds nowhere', 'leave it out to mean everywhere');
    if (right.below !== undefined && (right.below === 0 || right.below > 120))
      report([...path, 'below'], 'POLICY_UNREACHABLE', 'is no age that anybody is below', 'write it in years');
    if (right.deadline.extension?.count === 0)
      report([...path, 'deadline', 'extension'], 'POLICY_UNDECIDABLE', 'adds nothing', 'leave it out');
  }
}

/** Age rules that contradict each other, or ask a consent that is not a guardian's. */
export function checkAges(manifest: Manifest, report: Report): void {
  for (const [i, age] of manifest.ages.entries()) {
    const path = ['ages', i];
    if (age.below === 0 || age.below > 120)
      report([...path, 'below'], 'POLICY_UNREACHABLE', 'is no age that anybody is below', 'write it in years');
    if ((age.rule === 'guardian') !== (age.consent !== undefined))
      report(path, 'POLICY_BASIS', 'has a consent if, and only if, a guardian decides', 'name both, or neither');
    if (age.consent !== undefined && manifest.consents[age.consent]!.by !== 'guardian')
      report([...path, 'consent'], 'POLICY_BASIS', "is not a guardian's", "give the consent by: 'guardian'");
  }
  for (const jurisdiction of Object.keys(manifest.jurisdictions))
    for (const band of ageBands(manifest)) {
      if (band.id === 'unknown') continue;
      const rules = agesIn(manifest, jurisdiction).filter((age) => band.to < age.below);
      const guardians = new Set(rules.flatMap((age) => (age.rule === 'guardian' ? [age.consent] : [])));
      if (guardians.size > 1)
        report(
          ['ages'],
          'POLICY_UNDECIDABLE',
          `asks ${guardians.size} consents of one guardian for the band ${band.id} in ${jurisdiction}`,
          'use one consent for both',
        );
    }
}
