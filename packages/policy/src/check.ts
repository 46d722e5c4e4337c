import { checkCollections, checkFields, checkRetention } from './check/data.ts';
import { manifestForm } from './check/form.ts';
import { checkPlaces, checkRecipients } from './check/parties.ts';
import { checkPromises } from './check/promises.ts';
import { checkPurposes } from './check/purposes.ts';
import { checkAges, checkRights } from './check/rights.ts';
import type { Context } from './check/shape.ts';
import type { Manifest } from './manifest.ts';
import { ageBands } from './meaning/ages.ts';
import type { Names } from './names.ts';
import { type Problem, pointer, type Report } from './problem.ts';

const PARTS: Readonly<Record<keyof Names, keyof Manifest>> = {
  clause: 'clauses',
  jurisdiction: 'jurisdictions',
  role: 'roles',
  field: 'fields',
  purpose: 'purposes',
  collection: 'collections',
  consent: 'consents',
  exemption: 'exemptions',
  exception: 'exceptions',
  recipient: 'recipients',
  region: 'regions',
};

function declared(manifest: Manifest): Context['declared'] {
  const names = Object.entries(PARTS).map(([kind, part]) => {
    const items: unknown = (manifest as Partial<Manifest> | null)?.[part];
    return [kind, new Set(typeof items === 'object' && items !== null ? Object.keys(items) : [])];
  });
  return Object.fromEntries(names) as Context['declared'];
}

/** A person's state has one byte for each of these, and 255 says unknown. */
function checkSizes(manifest: Manifest, report: Report): void {
  const sizes = {
    regions: Object.keys(manifest.regions).length,
    jurisdictions: Object.keys(manifest.jurisdictions).length,
    ages: ageBands(manifest).length,
  };
  for (const [part, size] of Object.entries(sizes))
    if (size > 255) report([part], 'POLICY_TOO_LARGE', 'has more than 255 entries', 'split the policy');
}

/**
 * Everything that is wrong with a manifest, in its own order: first its form and its names, and, once these are right,
 * its meaning (a field without retention or region, a path that no rule decides, something that nothing reaches).
 * Takes any value, so that a manifest from a file can be checked as well; empty means that `compile` takes it.
 */
export function checkManifest(manifest: Manifest): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, code, message, help) => problems.push({ path: pointer(path), code, message, help });
  manifestForm(manifest, [], { report, declared: declared(manifest) });
  if (problems.length > 0) return problems;
  checkFields(manifest, report);
  checkPurposes(manifest, report);
  checkCollections(manifest, report);
  checkPromises(manifest, report);
  checkRecipients(manifest, report);
  checkPlaces(manifest, report);
  checkRetention(manifest, report);
  checkRights(manifest, report);
  checkAges(manifest, report);
  checkSizes(manifest, report);
  return problems;
}
