import type { Right } from '../manifest/rights.ts';
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
    checkGrounds(manifest, right, [...path, 'grounds'], report);
    if (right.deadline.extension?.count === 0)
      report([...path, 'deadline', 'extension'], 'POLICY_UNDECIDABLE', 'adds nothing', 'leave it out');
  }
}

/** What is looked at lies in what is held, so that it decides about its erasure alone. */
function checkGrounds(
  { consents }: Manifest,
  { kind, grounds }: Right,
  path: readonly (string | number)[],
  report: Report,
): void {
  if (grounds === undefined) return;
  if (Object.keys(grounds).length === 0)
    report(path, 'POLICY_UNREACHABLE', 'names no reason that would do', 'leave it out to mean that none is needed');
  for (const [id, { holds }] of Object.entries(grounds)) {
    if (kind !== 'erasure' && holds !== 'asked' && holds !== 'judged')
      report([...path, id, 'holds'], 'POLICY_UNDECIDABLE', 'decides about erasure alone', "write 'asked' or 'judged'");
    if (holds === 'consent-withdrawn' && Object.keys(consents).length === 0)
      report([...path, id, 'holds'], 'POLICY_UNREACHABLE', 'holds for nobody: no consent is asked', 'leave it out');
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
    if (age.found === 'keep' && age.eraseWithin !== undefined)
      report(
        [...path, 'eraseWithin'],
        'POLICY_UNREACHABLE',
        'ends what is kept',
        "leave it out, or write found: 'erase'",
      );
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
