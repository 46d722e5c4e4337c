/**
 * What a program of another party asks for becomes an ordinary request once the person has confirmed it, by a code to the
 * contact that the program named: whoever holds a key is trusted to pass on, not to be the person (11 CCR 7063 allows it).
 */
import type { OutsideOutcome } from '@kept/api';
import { KeptError } from '@kept/base';
import type { Lang } from '@kept/policy';
import type { RightsContext, RightsRegion } from '../context.ts';
import type { KeptRequest } from '../kept-request.ts';
import type { Requested } from '../kinds.ts';
import { packAsked } from '../outside/asked.ts';
import type { AskedOfUs, Ended, PartnerRequest } from './asked-of-us.ts';

/** As long as an agent's request in the form for everybody. */
const CONFIRM_WITHIN_MS = 259_200_000;

type Around = Omit<RightsContext, 'workflows'>;

export const firstRegion = (context: Around): RightsRegion => context.at(context.regions[0]!);
export const askedOfUs = (context: Around): AskedOfUs => context.requests(context.regions[0]!).askedOfUs;

/** Where the person confirms. */
export const confirmUrl = ({ origin }: Around, proof: string): string => `${origin}/ask/${proof}`;

export interface Wish {
  readonly kind: Requested;
  readonly contact: { readonly kind: 'email' | 'phone'; readonly value: string };
  /** ISO 3166-1 alpha-2. */
  readonly residence: string;
  /** Who asks in the person's name: told to them. */
  readonly agent: string;
  readonly address: string;
}

/** Writes to the person. Whether the contact is anybody's is not looked up before the code comes back. */
export async function beginProof(context: RightsContext, row: PartnerRequest, wish: Wish): Promise<void> {
  const { kind, contact, residence, agent, address } = wish;
  const lang: Lang = residence === 'CN' ? 'zh-Hans' : residence === 'TW' || residence === 'HK' ? 'zh-Hant' : 'en';
  try {
    const { body } = await firstRegion(context).front.startContactProof(
      { ip: address, userAgent: row.sender },
      {
        ...{ contact, residence, language: lang, use: 'agent', life: CONFIRM_WITHIN_MS },
        asks: packAsked({ right: kind, agent }),
      },
    );
    await askedOfUs(context).proving(row.id, body.proof, body.expiresAt);
  } catch (error) {
    if (!(error instanceof KeptError) || error.kind === 'bug' || error.kind === 'unavailable') throw error;
    // A contact that is none, or that the policy lets nobody write to.
    await askedOfUs(context).settle(row.id, { ended: 'insuf_verification' });
  }
}

const ENDS: Readonly<Record<Exclude<OutsideOutcome['outcome'], 'made'>, Ended>> = {
  'nothing-held': 'no_match',
  'not-granted': 'claim_not_covered',
  blocked: 'other',
  'sign-in': 'insuf_verification',
};

/** The code came back: what became of it. */
export async function settled(
  context: RightsContext,
  row: PartnerRequest,
  outcome: OutsideOutcome,
  region: string | null,
): Promise<void> {
  const came =
    outcome.outcome === 'made' ? { region: region!, request: outcome.request.id } : { ended: ENDS[outcome.outcome] };
  await askedOfUs(context).settle(row.id, came);
  await context.workflows.callBack(row, outcome.outcome);
}

/** How far it is, for every protocol. */
export interface Standing {
  readonly state: 'unconfirmed' | 'running' | 'done' | 'refused' | 'cancelled' | 'ended';
  readonly ended?: Ended;
  /** Which the person confirms. */
  readonly proof?: string;
  readonly dueAt?: number;
  readonly extended?: boolean;
}

/** What came of it where the process died after it became a request, before that was noted here. */
async function madeOf(context: Around, { id }: PartnerRequest): Promise<Pick<PartnerRequest, 'region' | 'request'>> {
  for (const region of context.regions) {
    const request = await context.requests(region).askedOfUs.madeFrom(id);
    if (request) return { region, request };
  }
  return { region: null, request: null };
}

export async function standingOf(context: Around, asked: PartnerRequest): Promise<Standing> {
  const row = asked.ended || asked.request ? asked : { ...asked, ...(await madeOf(context, asked)) };
  if (row.ended) return { state: 'ended', ended: row.ended };
  if (row.request && row.region) {
    const found: KeptRequest = await context.requests(row.region).byId(row.request);
    return { state: found.state, dueAt: found.dueAt, extended: found.wasAt !== null };
  }
  if (row.proofUntil !== null && firstRegion(context).clock.now() < row.proofUntil)
    return { state: 'unconfirmed', dueAt: row.proofUntil, proof: row.proof ?? '' };
  return { state: 'ended', ended: 'insuf_verification' };
}

/** Takes it back; false where it is too late. Nobody's request is stopped by whoever did not send it. */
export async function revoke(context: RightsContext, asked: PartnerRequest): Promise<boolean> {
  const row = asked.ended || asked.request ? asked : { ...asked, ...(await madeOf(context, asked)) };
  if (row.request && row.region) {
    const requests = context.requests(row.region);
    const found = await requests.byId(row.request);
    if (!(await requests.cancel(found.owner, found.id))) return found.state === 'cancelled';
    await context.workflows.wake(found.id, 'cancelled');
    await context.workflows.callBack(row, 'revoked');
    return true;
  }
  if (row.ended === 'revoked') return true;
  const ended = await askedOfUs(context).settle(row.id, { ended: 'revoked' });
  await context.workflows.callBack(row, 'revoked');
  return ended;
}
