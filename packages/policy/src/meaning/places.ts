import type { Country } from '../country.ts';
import type { Transfer } from '../manifest/parties.ts';
import type { Manifest } from '../manifest.ts';

/** Where data goes to: another region, or a recipient in a country; `*` is one that nobody knows, `own` the data's own. */
export type Destination = { readonly region: string } | { readonly country: Country | '*' | 'own' };

/** Whether nothing leaves: the same region, or a recipient in the region's own country. */
export function stays(manifest: Manifest, from: string, to: Destination): boolean {
  if ('region' in to) return to.region === from;
  return to.country === 'own' || manifest.regions[from]!.country === to.country;
}

/**
 * Whether a rule is about a path. A rule that names a region as `to` also holds for recipients in the region's country:
 * what may not come back to a region may not come back to its neighbours. A recipient nobody knows where may be anywhere,
 * so that every rule on leaving the region is about it.
 */
export function concerns(manifest: Manifest, rule: Transfer, from: string, to: Destination): boolean {
  if (rule.from !== '*' && rule.from !== from) return false;
  if (rule.to === '*' || ('country' in to && to.country === '*')) return true;
  const named = manifest.regions[rule.to];
  if ('region' in to) return rule.to === to.region || rule.to === manifest.regions[to.region]!.country;
  return rule.to === to.country || named?.country === to.country;
}

/** The rules about a path, in the manifest's order. */
export const rulesOf = (manifest: Manifest, from: string, to: Destination): readonly Transfer[] =>
  manifest.transfers.filter((rule) => concerns(manifest, rule, from, to));

/** A path that a request can name: a region and another region, or a region and a recipient's country. */
export interface Path {
  readonly from: string;
  readonly to: Destination;
}

/** Every path on which something leaves: all pairs of regions, and each region with each recipient abroad. */
export function paths(manifest: Manifest): Path[] {
  const regions = Object.keys(manifest.regions);
  const countries = [...new Set(Object.values(manifest.recipients).map((recipient) => recipient.country))];
  const ends: Destination[] = [...regions.map((region) => ({ region })), ...countries.map((country) => ({ country }))];
  return regions.flatMap((from) => ends.filter((to) => !stays(manifest, from, to)).map((to) => ({ from, to })));
}
