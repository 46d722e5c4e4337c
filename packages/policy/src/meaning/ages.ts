import type { Age } from '../manifest/rights.ts';
import type { Manifest } from '../manifest.ts';

/** People of one age group are treated alike. */
export interface AgeBand {
  /** `under-14`, `14-17`, `adult`; `unknown` is the one whose age nobody knows. */
  readonly id: string;
  /** Youngest and oldest of the band, in years; of `unknown`, from 0. */
  readonly from: number;
  readonly to: number;
}

const ADULT = 18;

/** The bands that a manifest tells apart, the youngest first, `unknown` last. 18 always ends one. */
export function ageBands(manifest: Manifest): AgeBand[] {
  return bandsAt([
    ...manifest.ages.map((age) => age.below),
    ...Object.values(manifest.rights).map((right) => right.below ?? 0),
    ...Object.values(manifest.purposes).map((p) => p.minAge ?? 0),
  ]);
}

/** The bands that begin at these ages, in years, and at 0 and 18; the youngest first, `unknown` last. */
export function bandsAt(ages: readonly number[]): AgeBand[] {
  const cuts = [...new Set([...ages, ADULT])].filter((cut) => cut > 0).sort((a, b) => a - b);
  const bands: AgeBand[] = [];
  let from = 0;
  for (const cut of [...cuts, Number.POSITIVE_INFINITY]) {
    bands.push({ id: nameOf(from, cut - 1), from, to: cut - 1 });
    from = cut;
  }
  return [...bands, { id: 'unknown', from: 0, to: Number.POSITIVE_INFINITY }];
}

function nameOf(from: number, to: number): string {
  if (from === 0) return `under-${to + 1}`;
  if (to === Number.POSITIVE_INFINITY) return from === ADULT ? 'adult' : `${from}-up`;
  return from === to ? `${from}` : `${from}-${to}`;
}

/** The rules for people below an age that hold in a jurisdiction. */
export const agesIn = (manifest: Manifest, jurisdiction: string): readonly Age[] =>
  manifest.ages.filter((age) => age.rule !== 'advice' && (age.jurisdictions?.includes(jurisdiction) ?? true));
