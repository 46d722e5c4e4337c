import { isWithin } from '@kept/vocab';
import type { Purpose } from '../manifest/purposes.ts';
import type { Manifest } from '../manifest.ts';
import { actionsOf, RIGHTS_PURPOSE, sensitiveNeed, stoppable } from '../meaning/purposes.ts';
import type { Report } from '../problem.ts';

type Path = readonly (string | number)[];

/** Purposes without a ground, without anything to work on, or that promise what cannot be. */
export function checkPurposes(manifest: Manifest, report: Report): void {
  if (RIGHTS_PURPOSE in manifest.purposes)
    report(['purposes', RIGHTS_PURPOSE], 'POLICY_RESERVED', 'is there in every policy', 'choose another id');
  for (const [id, purpose] of Object.entries(manifest.purposes)) {
    const path = ['purposes', id];
    checkScope(purpose, path, report);
    checkGround(manifest, purpose, path, report);
    checkDisclosure(manifest, purpose, path, report);
    if (sensitiveNeed(manifest, purpose).kind !== 'never') continue;
    for (const [i, field] of purpose.fields.entries())
      if (manifest.fields[field]!.sensitive)
        report(
          [...path, 'fields', i],
          'POLICY_SENSITIVE_UNREACHABLE',
          'is sensitive, and no separate consent opens it',
          'name a sensitiveConsent, make the consent a separate one, or remove the field',
        );
  }
}

function checkScope(purpose: Purpose, path: Path, report: Report): void {
  if (purpose.fields.length === 0) report(path, 'POLICY_UNREACHABLE', 'touches no field', 'add a field, or remove it');
  if (purpose.regions.length === 0) report(path, 'POLICY_UNREACHABLE', 'is carried out in no region', 'add a region');
  if (purpose.dpv.length === 0) report(path, 'POLICY_UNDECIDABLE', 'has no term', 'name what it is in the vocabulary');
  for (const part of ['actions', 'actors'] as const)
    if (purpose[part]?.length === 0)
      report([...path, part], 'POLICY_UNREACHABLE', 'allows nobody or nothing', 'leave it out, or name one');
  for (const [i, field] of (purpose.redact ?? []).entries())
    if (!purpose.fields.includes(field))
      report([...path, 'redact', i], 'POLICY_UNREACHABLE', 'is redacted but not touched', 'add it to fields as well');
  const shares = purpose.actions?.includes('share');
  if (shares === true && purpose.recipients.length === 0)
    report(
      [...path, 'actions'],
      'POLICY_UNREACHABLE',
      'shares with nobody',
      'name a recipient, or leave the action out',
    );
  if (shares === false && purpose.recipients.length > 0)
    report([...path, 'recipients'], 'POLICY_UNREACHABLE', 'names recipients and may not share', 'allow the action');
}

function checkGround(manifest: Manifest, purpose: Purpose, path: Path, report: Report): void {
  const { basis, consent, sensitiveConsent, exemption } = purpose;
  if ((basis === 'consent') !== (consent !== undefined))
    report(
      path,
      'POLICY_BASIS',
      'has a consent if, and only if, that is its basis',
      'name the consent, or another basis',
    );
  if (sensitiveConsent !== undefined && manifest.consents[sensitiveConsent]!.kind === 'consent')
    report(
      [...path, 'sensitiveConsent'],
      'POLICY_BASIS',
      'is not separate or explicit',
      'give it the kind separate or explicit',
    );
  if (sensitiveConsent !== undefined && !stoppable(purpose))
    report([...path, 'sensitiveConsent'], 'POLICY_UNREACHABLE', 'is never asked on this basis', 'leave it out');
  if (exemption !== undefined && manifest.exemptions[exemption]!.basis !== basis)
    report([...path, 'exemption'], 'POLICY_BASIS', 'rests on another basis', 'give both the same basis');
  for (const [part, name] of Object.entries({ consent, sensitiveConsent }))
    if (name !== undefined && manifest.consents[name]!.by === 'guardian')
      report([...path, part], 'POLICY_BASIS', "is a guardian's", 'use it in ages; a purpose asks the person');
}

function checkDisclosure(manifest: Manifest, purpose: Purpose, path: Path, report: Report): void {
  const { disclosure } = purpose;
  if (actionsOf(purpose).includes('disclose') !== (disclosure !== undefined))
    report(path, 'POLICY_DISCLOSURE', 'publishes if, and only if, it names the exception', 'name both, or neither');
  if (disclosure !== undefined && manifest.exceptions[disclosure]!.from !== 'disclose')
    report([...path, 'disclosure'], 'POLICY_DISCLOSURE', 'is no exception for publishing', 'name one that is');
}

/** Consents that nothing asks for, opt-outs that stop nothing, prohibitions that are broken. */
export function checkPromises(manifest: Manifest, report: Report): void {
  const { purposes } = manifest;
  const used = new Set([
    ...Object.values(purposes).flatMap((p) => [p.consent, p.sensitiveConsent]),
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
  for (const [id, optOut] of Object.entries(manifest.optOuts))
    for (const [i, name] of optOut.purposes.entries())
      if (!stoppable(purposes[name]!))
        report(
          ['optOuts', id, 'purposes', i],
          'POLICY_UNREACHABLE',
          'cannot be stopped on its basis',
          'remove it here',
        );
  for (const [i, prohibition] of manifest.prohibitions.entries())
    for (const [id, purpose] of Object.entries(purposes)) {
      const isOne = purpose.dpv.some((term) => prohibition.purposes.some((kind) => isWithin(term, kind)));
      const touches = prohibition.fields?.some((field) => purpose.fields.includes(field)) ?? true;
      if (isOne && touches)
        report(
          ['purposes', id],
          'POLICY_PROHIBITED',
          `does what /prohibitions/${i} rules out`,
          'remove one of the two',
        );
    }
}
