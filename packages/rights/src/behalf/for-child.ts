/** What a guardian has done over a child's account, other than a copy or its end. Each is harmless when done again. */
import { endConsent } from '@kept/kit';
import { accountBar } from '@kept/policy';
import type { RightsRegion } from '../context.ts';
import { recordOnce } from '../entries.ts';
import { NotGranted } from '../errors.ts';
import { stoppable } from '../executing.ts';
import { clauseOf } from '../granted.ts';
import type { Behalf, KeptRequest } from '../kept-request.ts';

/** Only where the rule that bars a child is one that a guardian lifts. Throws RIGHTS_NOT_GRANTED with the rule's clause. */
export async function mayConsent(
  { subjects, program }: RightsRegion,
  person: string,
): Promise<{ readonly consent: string; readonly clause: string }> {
  const subject = await subjects.subject(person);
  // Said once already, it lifts the rule: what bars them without it is what it is about.
  const bar = accountBar(program, { ...subject, consents: [] });
  if (bar?.consent === undefined) throw new NotGranted(bar?.clause ?? program.manifest.otherwise);
  return { consent: bar.consent, clause: bar.clause };
}

/** The child reads whose doing it was. */
export const recordByGuardian = (region: RightsRegion, person: string, request: KeptRequest): Promise<void> =>
  recordOnce(region, person, {
    ...{ right: request.kind, request: request.id, stage: 'by-guardian', clause: clauseOf(region, request) },
  });

export async function doForChild(
  region: RightsRegion,
  person: string,
  request: KeptRequest,
  wants: Exclude<Behalf['wants'], 'copy' | 'erasure' | 'rectification'>,
): Promise<void> {
  await recordByGuardian(region, person, request);
  switch (wants) {
    case 'consent':
      return agree(region, person, request);
    case 'withdrawal':
      return takeBack(region, person, request);
    case 'restriction':
      return region.subjects.restrict(person, 'all');
    default:
      return region.subjects.object(person, stoppable(region));
  }
}

const evidenceOf = ({ program }: RightsRegion, { language }: KeptRequest) => ({
  ...{ notice: program.hash, language, method: 'guardian by request, papers looked at by two' },
});

/** On the record of both: the child's consents, and the guardian's own ledger. */
async function agree(region: RightsRegion, person: string, request: KeptRequest): Promise<void> {
  const { consent, clause } = await mayConsent(region, person);
  const { consents } = await region.subjects.subject(person);
  if (consents.includes(consent)) return;
  const told = { consent, clause, by: 'guardian', request: request.id, stage: consent };
  await recordOnce(region, person, told, 0, 'consent-given');
  await region.subjects.giveConsent(person, consent, evidenceOf(region, request));
}

/** Whatever was agreed to for the child, or by it, and what was kept for that. */
async function takeBack(region: RightsRegion, person: string, request: KeptRequest): Promise<void> {
  const { consents } = await region.subjects.subject(person);
  for (const consent of consents) {
    const clause = region.program.manifest.consents[consent]?.clause ?? null;
    const told = { consent, clause, by: 'guardian', request: request.id, stage: consent };
    await recordOnce(region, person, told, 0, 'consent-withdrawn');
    await endConsent(region.holdings, person, consent);
    // Last: killed before, all of it is done again.
    await region.subjects.withdrawConsent(person, consent, evidenceOf(region, request));
  }
}
