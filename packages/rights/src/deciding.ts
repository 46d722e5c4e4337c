/** Who decides about a request: the policy where it says so, else somebody, and a second one where no is the answer. */
import { Days } from '@kept/base';
import type { RightsRegion } from './context.ts';
import { grantBehind } from './granted.ts';
import { BY_POLICY, type Decision, type KeptRequest } from './kept-request.ts';
import { isRequested, KINDS } from './kinds.ts';
import { type Beyond, findingOf } from './reasons.ts';
import type { Requests } from './requests.ts';

/** California: twice a year is owed (11 CCR 7024); elsewhere the third within a month is looked at. */
export const OFTEN = { 'legal-us:law-CA-CCPA': { times: 2, days: 365 }, other: { times: 2, days: 30 } } as const;

/** How often the same was done for this person of late. */
export async function repeats(region: RightsRegion, requests: Requests, request: KeptRequest): Promise<number> {
  const { jurisdiction } = await region.subjects.subject(request.owner);
  const laws: readonly string[] = region.program.manifest.jurisdictions[jurisdiction]?.laws ?? [];
  const { days } = laws.includes('legal-us:law-CA-CCPA') ? OFTEN['legal-us:law-CA-CCPA'] : OFTEN.other;
  const since = request.madeAt - Days(days);
  const all = await requests.of(request.owner);
  return all.filter(
    ({ kind, state, madeAt, id }) => kind === request.kind && id !== request.id && state === 'done' && madeAt >= since,
  ).length;
}

/** The decision that needs nobody; null where somebody has to look. */
export async function decidedByPolicy(
  region: RightsRegion,
  requests: Requests,
  request: KeptRequest,
  beyond: Beyond = {},
): Promise<Decision | null> {
  if (!isRequested(request.kind)) return null;
  const { countable } = KINDS[request.kind];
  const granted = await grantBehind(region, request);
  if (!granted || needsSomebody(request)) return null;
  if (countable && (await repeats(region, requests, request)) >= OFTEN.other.times) return null;
  const reason = await findingOf(region, granted, request, beyond);
  if (reason?.finding === 'unclear') return null;
  const outcome = reason?.finding === 'fails' ? 'refused' : 'granted';
  return {
    ...{ outcome, by: BY_POLICY, at: region.clock.now() },
    ...(reason?.because !== undefined && { because: reason.because }),
  };
}

/** Whether the policy never decides it alone. */
const needsSomebody = ({ kind, proof, about }: KeptRequest): boolean =>
  proof === 'documents' || about.behalf !== undefined || (isRequested(kind) && KINDS[kind].decides === 'human');

/** Whether two have to agree: a no, whatever is decided about the dead, or about a child by a guardian, and what ends an account for its person's age. */
export const needsTwo = (
  { kind, about }: Pick<KeptRequest, 'kind' | 'about'>,
  { outcome, by }: Pick<Decision, 'outcome' | 'by'>,
): boolean =>
  by !== BY_POLICY &&
  (outcome === 'refused' ||
    about.behalf !== undefined ||
    about.young !== undefined ||
    (isRequested(kind) && KINDS[kind].two === true));

/** What a request waits for; nothing before the policy has said that it needs somebody. */
export function waitsFor(request: KeptRequest): 'decision' | 'second' | 'fee' | null {
  const { kind, state, decision, waitsAt } = request;
  if (state !== 'running' || kind === 'closure') return null;
  if (!decision && request.fee && !request.fee.answer) return 'fee';
  if (!decision) return waitsAt !== null || needsSomebody(request) ? 'decision' : null;
  return needsTwo(request, decision) && decision.second === undefined ? 'second' : null;
}
