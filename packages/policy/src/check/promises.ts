import { isWithin } from '@kept/vocab';
import type { Prohibition, Purpose, Separation } from '../manifest/purposes.ts';
import type { Manifest } from '../manifest.ts';
import { actionsOf, stoppable } from '../meaning/purposes.ts';
import type { Report } from '../problem.ts';

/** Consents that nothing asks for, switches that stop nothing, promises that are broken or that say nothing. */
export function checkPromises(manifest: Manifest, report: Report): void {
  checkConsents(manifest, report);
  checkOptOuts(manifest, report);
  for (const [i, prohibition] of manifest.prohibitions.entries()) checkProhibition(manifest, prohibition, i, report);
  for (const [i, separation] of manifest.separations.entries()) checkSeparation(manifest, separation, i, report);
  checkFigures(manifest, report);
  checkScope(manifest, report);
}

function checkConsents(manifest: Manifest, report: Report): void {
  const used = new Set([
    ...Object.values(manifest.purposes).flatMap((p) => [p.consent, p.sensitiveConsent]),
    ...Object.values(manifest.exceptions).map((e) => e.consent),
    ...Object.values(manifest.cookies).map((c) => c.consent),
    ...manifest.transfers.map((t) => t.consent),
    ...manifest.ages.map((a) => a.consent),
  ]);
  for (const id of Object.keys(manifest.consents))
    if (!used.has(id))
      report(['consents', id], 'POLICY_UNREACHABLE', 'is asked for by nothing', 'use it, or remove it');
  for (const [id, cookie] of Object.entries(manifest.cookies))
    if (cookie.use === 'necessary' && cookie.consent !== undefined)
      report(['cookies', id, 'consent'], 'POLICY_BASIS', 'is necessary, and asks', 'leave the consent out');
}

function checkOptOuts(manifest: Manifest, report: Report): void {
  for (const [id, optOut] of Object.entries(manifest.optOuts)) {
    const path = ['optOuts', id, 'purposes'];
    if (optOut.purposes.length === 0) report(path, 'POLICY_UNREACHABLE', 'stops nothing', 'name a purpose');
    for (const [i, name] of optOut.purposes.entries())
      if (!stoppable(manifest.purposes[name]!))
        report([...path, i], 'POLICY_UNREACHABLE', 'cannot be stopped on its basis', 'remove it here');
  }
}

function checkProhibition(manifest: Manifest, prohibition: Prohibition, i: number, report: Report): void {
  const { purposes, actions, fields, categories } = prohibition;
  const named = [purposes, actions, fields, categories].filter((part) => part !== undefined);
  if (named.length === 0 || named.some((part) => part.length === 0))
    report(
      ['prohibitions', i],
      'POLICY_UNREACHABLE',
      'rules nothing out',
      'name purposes, actions, fields, categories',
    );
  for (const [id, purpose] of Object.entries(manifest.purposes))
    if (fits(manifest, prohibition, purpose))
      report(['purposes', id], 'POLICY_PROHIBITED', `does what /prohibitions/${i} rules out`, 'remove one of the two');
}

function fits(manifest: Manifest, { purposes, actions, fields, categories }: Prohibition, purpose: Purpose): boolean {
  if (purposes && !purpose.dpv.some((term) => purposes.some((kind) => isWithin(term, kind)))) return false;
  if (actions && !actionsOf(purpose).some((action) => actions.includes(action))) return false;
  if (fields === undefined && categories === undefined) return true;
  const listed = fields?.some((field) => purpose.fields.includes(field)) ?? false;
  const touched = purpose.fields.map((field) => manifest.fields[field]!.category);
  return listed || touched.some((category) => categories?.some((kind) => isWithin(category, kind)) ?? false);
}

/** A person's own rights reach both sides; a purpose, or purposes whose data is sealed together, must not. */
function checkSeparation(manifest: Manifest, { fields, from }: Separation, i: number, report: Report): void {
  const path = ['separations', i];
  if (fields.length === 0 || from?.length === 0)
    report(path, 'POLICY_UNREACHABLE', 'keeps nothing apart', 'name fields on both sides');
  if (from?.some((field) => fields.includes(field)))
    report([...path, 'from'], 'POLICY_UNDECIDABLE', 'has a field on both sides', 'keep it on one');
  const isOther = (field: string): boolean => from?.includes(field) ?? !fields.includes(field);
  const touches = (touched: readonly string[]): boolean =>
    touched.some((field) => fields.includes(field)) && touched.some(isOther);
  const groups = Map.groupBy(Object.entries(manifest.purposes), ([, purpose]) => purpose.group);
  for (const [group, purposes] of groups)
    if (touches(purposes.flatMap(([, purpose]) => purpose.fields)))
      for (const [id, purpose] of purposes)
        if (purposes.length === 1 || touches(purpose.fields) || purpose.fields.some((field) => fields.includes(field)))
          report(
            ['purposes', id, touches(purpose.fields) ? 'fields' : 'group'],
            'POLICY_PROHIBITED',
            `brings together, in ${group}, what /separations/${i} keeps apart`,
            'split the purpose, and give each part a key group of its own',
          );
}

function checkFigures(manifest: Manifest, report: Report): void {
  for (const [id, figure] of Object.entries(manifest.figures)) {
    const purpose = manifest.purposes[figure.purpose]!;
    if (figure.fields.length === 0)
      report(['figures', id, 'fields'], 'POLICY_UNREACHABLE', 'is counted from nothing', 'name the fields');
    if (!actionsOf(purpose).includes('use'))
      report(
        ['figures', id, 'purpose'],
        'POLICY_UNREACHABLE',
        'may not use anything',
        'allow the action, or name another',
      );
    for (const [i, field] of figure.fields.entries())
      if (!purpose.fields.includes(field))
        report(['figures', id, 'fields', i], 'POLICY_UNREACHABLE', 'is not touched by its purpose', 'add it there');
  }
}

function checkScope({ scope, controller }: Manifest, report: Report): void {
  const companies = [controller.name, ...(controller.affiliates ?? [])];
  for (const [i, { by }] of scope.entries())
    if (by !== undefined && !companies.includes(by))
      report(
        ['scope', i, 'by'],
        'POLICY_UNKNOWN_NAME',
        'is neither the controller nor an affiliate',
        'write the name as it stands under the controller',
      );
}
