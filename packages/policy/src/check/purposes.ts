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
  const exception = disclosure === undefined ? undefined : manifest.exceptions[disclosure]!;
  if (exception?.basis === 'consent' && exception.consent === undefined && purpose.basis !== 'consent')
    report(
      [...path, 'disclosure'],
      'POLICY_UNASKED',
      'rests on a consent, and neither it nor the purpose asks for one',
      'name the consent in the exception, or let the purpose rest on one',
    );
  if (exception !== undefined && exception.from !== 'disclose')
    report([...path, 'disclosure'], 'POLICY_DISCLOSURE', 'is no exception for publishing', 'name one that is');
}
