/** The way out of advertising mail, for whoever holds the mail: no account, no password, no question. */
import { readUnsubscription, type UnsubscriptionState, unsubscribe } from '@kept/api';
import { endConsent, NothingHeld, type Route, routesOf } from '@kept/kit';
import type { Lang } from '@kept/policy';
import { openUnsubscribeToken, type Unsubscription } from '@kept/recipients';
import type { RightsContext, RightsRegion } from './context.ts';

/** What is needed of each region. */
export interface UnsubscribeContext {
  readonly regions: readonly string[];
  at(region: string): Pick<RightsRegion, 'id' | 'program' | 'keys' | 'subjects' | 'gate' | 'holdings'>;
}

type Region = ReturnType<UnsubscribeContext['at']>;

/** What the link ends; null where no region has made it. Changes nothing. */
export async function unsubscription(
  context: UnsubscribeContext,
  token: string,
  lang: Lang,
): Promise<UnsubscriptionState | null> {
  const found = await opened(context, token);
  return found && stateOf(found.region, found.what, lang);
}

/** Ends it, for good and in every process; null where no region has made the link. Once more does nothing. */
export async function endByLink(
  context: UnsubscribeContext,
  token: string,
  lang: Lang,
): Promise<UnsubscriptionState | null> {
  const found = await opened(context, token);
  if (!found) return null;
  const { region, what } = found;
  const state = await stateOf(region, what, lang);
  if (!state.stopped) await end(region, what, lang);
  return { ...state, stopped: true };
}

async function opened(
  context: UnsubscribeContext,
  token: string,
): Promise<{ region: Region; what: Unsubscription } | null> {
  for (const id of context.regions) {
    const region = context.at(id);
    const what = await openUnsubscribeToken(region.keys, region.id, token);
    if (what) return { region, what };
  }
  return null;
}

async function stateOf(region: Region, { person, purpose }: Unsubscription, lang: Lang): Promise<UnsubscriptionState> {
  const { manifest } = region.program;
  const declared = manifest.purposes[purpose];
  const label = declared?.label[lang] ?? purpose;
  const clause = declared?.clause ?? manifest.otherwise;
  return { purpose: { id: purpose, label }, clause, stopped: await isStopped(region, person, purpose) };
}

async function isStopped({ program, subjects }: Region, person: string, purpose: string): Promise<boolean> {
  const consent = program.manifest.purposes[purpose]?.consent;
  const state = await subjects.state(person).catch((error: { code?: string }) => {
    // Nobody is written to who is gone.
    if (error.code === 'SUBJECT_UNKNOWN') return null;
    throw error;
  });
  if (state === null) return true;
  return state.objected.includes(purpose) || (consent !== undefined && !state.consents.includes(consent));
}

async function end(region: Region, { person, purpose }: Unsubscription, lang: Lang): Promise<void> {
  const { program, subjects, gate, holdings } = region;
  const { consent, clause } = program.manifest.purposes[purpose] ?? { clause: program.manifest.otherwise };
  const evidence = { notice: program.hash, language: lang, method: 'one-click unsubscribe, RFC 8058' };
  if (consent === undefined) {
    await subjects.object(person, [purpose]);
    await gate.record(person, 'objection', { purpose, clause, signal: 'mail' });
    return;
  }
  if (!(await subjects.withdrawConsent(person, consent, evidence))) return;
  await gate.record(person, 'consent-withdrawn', { consent, clause, signal: 'mail' });
  await endConsent(holdings, person, consent);
}

const route = routesOf<RightsContext>();

export const unsubscribeRoutes: readonly Route<RightsContext>[] = [
  route(readUnsubscription, async ({ params, caller }, context) => {
    const state = await unsubscription(context, params.token, caller.lang);
    if (!state) throw new NothingHeld();
    return { status: 200, body: state };
  }),
  route(unsubscribe, async ({ params, caller }, context) => {
    const state = await endByLink(context, params.token, caller.lang);
    if (!state) throw new NothingHeld();
    return { status: 200, body: state };
  }),
];
