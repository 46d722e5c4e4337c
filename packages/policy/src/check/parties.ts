import type { Recipient, Transfer } from '../manifest/parties.ts';
import type { Manifest } from '../manifest.ts';
import { concerns, paths, rulesOf } from '../meaning/places.ts';
import type { Report } from '../problem.ts';

/** Recipients that get nothing, too much, or without an exception. */
export function checkRecipients(manifest: Manifest, report: Report): void {
  for (const [id, recipient] of Object.entries(manifest.recipients)) {
    const path = ['recipients', id];
    checkMutual(manifest, id, recipient, report);
    const open = new Set(recipient.purposes.flatMap((name) => manifest.purposes[name]!.fields));
    if (recipient.fields.length === 0 || recipient.purposes.length === 0)
      report(path, 'POLICY_UNREACHABLE', 'gets nothing', 'name fields and purposes, or remove it');
    for (const [i, field] of recipient.fields.entries())
      if (!open.has(field))
        report([...path, 'fields', i], 'POLICY_UNREACHABLE', 'is in none of its purposes', 'add it to one of them');
    for (const [i, name] of recipient.purposes.entries())
      if (!manifest.purposes[name]!.fields.some((field) => recipient.fields.includes(field)))
        report([...path, 'purposes', i], 'POLICY_UNREACHABLE', 'has no field that it may get', 'remove it here');
    for (const [i, field] of (recipient.redact ?? []).entries())
      if (!recipient.fields.includes(field))
        report([...path, 'redact', i], 'POLICY_UNREACHABLE', 'is redacted but not given', 'add it to fields as well');
    checkException(manifest, id, recipient, report);
  }
}

function checkMutual(manifest: Manifest, id: string, recipient: Recipient, report: Report): void {
  for (const [i, name] of recipient.purposes.entries())
    if (!manifest.purposes[name]!.recipients.includes(id))
      report(
        ['recipients', id, 'purposes', i],
        'POLICY_ONE_SIDED',
        'does not name this recipient',
        'name it on both sides',
      );
  for (const [name, purpose] of Object.entries(manifest.purposes))
    if (purpose.recipients.includes(id) && !recipient.purposes.includes(name))
      report(
        ['purposes', name, 'recipients', purpose.recipients.indexOf(id)],
        'POLICY_ONE_SIDED',
        'does not name this purpose',
        'name it on both sides',
      );
}

function checkException(manifest: Manifest, id: string, recipient: Recipient, report: Report): void {
  const path = ['recipients', id, 'exception'];
  const strict = Object.values(manifest.exceptions).some((exception) => exception.from === 'share');
  const outside = recipient.role === 'third-party' || recipient.role === 'authority';
  if (recipient.exception === undefined) {
    if (strict && outside)
      report(path, 'POLICY_NO_EXCEPTION', 'gets data although the text shares with nobody', 'name the exception');
    return;
  }
  const { from, basis, consent } = manifest.exceptions[recipient.exception]!;
  const unasked = recipient.purposes.find((name) => manifest.purposes[name]!.basis !== 'consent');
  if (basis === 'consent' && consent === undefined && unasked !== undefined)
    report(
      path,
      'POLICY_UNASKED',
      `rests on a consent, and neither it nor the purpose ${unasked} asks for one`,
      'name the consent in the exception, or let the purpose rest on one',
    );
  if (from !== (recipient.role === 'successor' ? 'assign' : recipient.role === 'public' ? 'disclose' : 'share'))
    report(path, 'POLICY_NO_EXCEPTION', 'is an exception from something else', 'name one that fits the role');
}

/** Residences without a home region, paths without a rule, rules without a path. */
export function checkPlaces(manifest: Manifest, report: Report): void {
  checkStar(
    manifest.residency.map((rule) => [rule.residence]),
    ['residency'],
    report,
  );
  checkStar(
    Object.values(manifest.jurisdictions).map((j) => j.residences),
    ['jurisdictions'],
    report,
  );
  const home = new Set(manifest.residency.map((rule) => rule.region));
  for (const id of Object.keys(manifest.regions))
    if (!home.has(id)) report(['regions', id], 'POLICY_UNREACHABLE', 'is home to nobody', 'add a residency rule');
  const all = paths(manifest);
  const bare = all.filter((path) => rulesOf(manifest, path.from, path.to).length === 0);
  for (const { from, to } of bare) {
    const end = 'region' in to ? to.region : to.country;
    report(
      ['transfers'],
      'POLICY_UNDECIDABLE',
      `no rule says what holds from ${from} to ${end}`,
      `add { from: '${from}', to: '${end}', rule: 'never', … } or what the text says`,
    );
  }
  for (const [i, rule] of manifest.transfers.entries()) checkTransfer(manifest, rule, ['transfers', i], all, report);
}

function checkTransfer(
  manifest: Manifest,
  rule: Transfer,
  path: readonly (string | number)[],
  all: ReturnType<typeof paths>,
  report: Report,
): void {
  if ((rule.rule === 'separate-consent') !== (rule.consent !== undefined))
    report(path, 'POLICY_BASIS', 'has a consent if, and only if, the rule asks for one', 'name both, or neither');
  if (rule.consent !== undefined && manifest.consents[rule.consent]!.kind === 'consent')
    report(
      [...path, 'consent'],
      'POLICY_BASIS',
      'is not separate or explicit',
      'give it the kind separate or explicit',
    );
  const mine = all.filter(({ from, to }) => concerns(manifest, rule, from, to));
  const shut = (from: string, to: (typeof all)[number]['to']) =>
    rulesOf(manifest, from, to).some((other) => other !== rule && other.rule === 'never');
  // A policy for one region still says what will hold for the next one; only a rule that others shut is a mistake.
  if (mine.length > 0 && rule.rule !== 'never' && mine.every(({ from, to }) => shut(from, to)))
    report(path, 'POLICY_UNREACHABLE', 'allows what another rule never does', 'remove one of the two');
}

function checkStar(residences: readonly (readonly string[])[], path: readonly string[], report: Report): void {
  const all = residences.flat();
  const stars = all.filter((residence) => residence === '*').length;
  if (stars !== 1)
    report(path, 'POLICY_UNDECIDABLE', `has ${stars} rules for the rest of the world`, "write exactly one '*'");
  for (const residence of new Set(all))
    if (residence !== '*' && all.filter((other) => other === residence).length > 1)
      report(path, 'POLICY_UNDECIDABLE', `places ${residence} twice`, 'name each residence once');
}
