import type { Notice, NoticeCookie } from '@kept/api';

export type Use = NoticeCookie['use'];

/** What the notice asks about, use by use. */
export interface Asked {
  readonly use: Use;
  readonly cookies: readonly NoticeCookie[];
}

/** In the order in which they are shown. */
const uses: readonly Use[] = ['preferences', 'statistics', 'advertising'];

/** What a Global Privacy Control signal says no to. */
const signalled: ReadonlySet<Use> = new Set(['statistics', 'advertising']);

export const signalOf = (browser: object): boolean =>
  'globalPrivacyControl' in browser && browser.globalPrivacyControl === true;

/** Uses that need a yes; of a browser that has said no already, only what is left to ask. */
export function askedOf({ cookies }: Pick<Notice, 'cookies'>, signal: boolean): readonly Asked[] {
  return uses
    .filter((use) => !signal || !signalled.has(use))
    .map((use) => ({ use, cookies: cookies.filter((each) => each.use === use && each.consent !== undefined) }))
    .filter((one) => one.cookies.length > 0);
}

/** What needs no answer: named by the policy, and asked by it of nobody. */
export const grantedOf = ({ cookies }: Pick<Notice, 'cookies'>): ReadonlySet<Use> =>
  new Set(cookies.flatMap(({ use, consent }) => (consent === undefined ? [use] : [])));

/** Changes with what is asked and nothing else, so that nobody is asked again for a comma: 32 bits, FNV-1a. */
export function revisionOf({ cookies }: Pick<Notice, 'cookies'>): number {
  const asked = cookies.map(({ id, use, party, consent }) => [id, use, party, consent ?? ''].join(' ')).toSorted();
  let hash = 0x811c9dc5;
  for (const letter of asked.join('\n')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash;
}
