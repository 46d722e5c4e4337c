/**
 * Global Privacy Control: a browser's standing objection to the sale and the sharing of its person's data
 * (https://w3c.github.io/gpc/). Whoever is signed in and sends it has it recorded as what it means: consents to statistics
 * and advertising are withdrawn or refused, purposes of advertising and sale that need no consent are objected to.
 */
import type { HonouredSignal } from '@kept/api';
import { endConsent } from '@kept/kit';
import type { Lang, Manifest } from '@kept/policy';
import { isWithin } from '@kept/vocab';
import type { RightsContext, RightsRegion } from './context.ts';

/** What the signal reaches. */
export interface SignalScope {
  readonly consents: readonly string[];
  /** Purposes that rest on no consent. */
  readonly purposes: readonly string[];
}

const FOLLOWED = ['dpv:Advertising', 'dpv:SellDataToThirdParties', 'dpv:SellInsightsFromData'] as const;
const scopes = new WeakMap<Manifest, SignalScope>();

/** Consents and purposes of a policy that the signal says no to. */
export function signalScope(manifest: Manifest): SignalScope {
  const known = scopes.get(manifest);
  if (known) return known;
  const followed = Object.entries(manifest.purposes).filter(([, { dpv }]) =>
    dpv.some((iri) => FOLLOWED.some((purpose) => isWithin(iri, purpose))),
  );
  const cookies = Object.values(manifest.cookies).filter(({ use }) => use === 'statistics' || use === 'advertising');
  const consents = [...followed.map(([, { consent }]) => consent), ...cookies.map(({ consent }) => consent)];
  const scope = {
    consents: [...new Set(consents.filter((id) => id !== undefined))],
    purposes: followed.filter(([, { consent }]) => consent === undefined).map(([id]) => id),
  };
  scopes.set(manifest, scope);
  return scope;
}

/** Under way by person: a page that opens makes many calls at once. */
const underWay = new Map<string, Promise<void>>();
/** Who has all of it on record, by policy; told apart from those who only look as if. */
const settled = new Map<string, string>();
const REMEMBERED = 10_000;

/**
 * Resolves once everything that the signal reaches is off, in every process, and on record. Costs nothing where it is so
 * already.
 */
export function honourSignal(
  context: RightsContext,
  { id, region }: { readonly id: string; readonly region: string },
  lang: Lang,
): Promise<void> {
  const going = underWay.get(id) ?? honour(context.at(region), id, lang).finally(() => underWay.delete(id));
  underWay.set(id, going);
  return going;
}

async function honour(region: RightsRegion, id: string, lang: Lang): Promise<void> {
  const { program, subjects } = region;
  const { consents, purposes } = signalScope(program.manifest);
  if (consents.length + purposes.length === 0) return;
  const state = await subjects.state(id);
  const given = consents.filter((each) => state.consents.includes(each));
  const open = purposes.filter((each) => !state.objected.includes(each));
  if (given.length + open.length === 0 && settled.get(id) === program.hash) return;
  const evidence = { notice: program.hash, language: lang, method: 'Global Privacy Control, Sec-GPC: 1' };
  const answered = new Set((await subjects.consents(id)).map(({ consent }) => consent));
  for (const consent of given) {
    if (!(await subjects.withdrawConsent(id, consent, evidence))) continue;
    await record(region, id, 'consent-withdrawn', { consent, clause: clauseOf(region, consent) });
    await endConsent(region.holdings, id, consent);
  }
  for (const consent of consents.filter((each) => !answered.has(each))) {
    if (await subjects.refuseConsent(id, consent, evidence))
      await record(region, id, 'consent-refused', { consent, clause: clauseOf(region, consent) });
  }
  if (open.length > 0) {
    await subjects.object(id, open);
    for (const purpose of open)
      await record(region, id, 'objection', { purpose, clause: program.manifest.purposes[purpose]!.clause });
  }
  if (settled.size >= REMEMBERED) settled.clear();
  settled.set(id, program.hash);
}

const clauseOf = ({ program }: RightsRegion, consent: string): string => program.manifest.consents[consent]!.clause;

const record = (
  { gate }: RightsRegion,
  id: string,
  kind: string,
  payload: Readonly<Record<string, string>>,
): Promise<number> => gate.record(id, kind, { ...payload, signal: 'gpc' });

/** What is off because of it, in a language. */
export function honoured({ program: { manifest } }: RightsRegion, lang: Lang): HonouredSignal {
  const { consents, purposes } = signalScope(manifest);
  return {
    stopped: [
      ...consents.map((id) => ({ id, label: manifest.consents[id]!.label[lang] })),
      ...purposes.map((id) => ({ id, label: manifest.purposes[id]!.label[lang] })),
    ],
  };
}
