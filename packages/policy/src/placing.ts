import { Misuse } from '@kept/base';
import type { Age } from './manifest/rights.ts';
import { type AgeBand, agesIn } from './meaning/ages.ts';
import type { Program } from './program.ts';

/**
 * The region in which somebody's data lives, by the country they live in (ISO 3166-1 alpha-2). Never fails for a
 * compiled policy: it says where the rest of the world is.
 */
export function regionOf({ manifest }: Program, residence: string): string {
  const rule =
    manifest.residency.find((each) => each.residence === residence) ??
    manifest.residency.find((each) => each.residence === '*');
  return rule!.region;
}

/** The jurisdiction of somebody who lives in `residence`, a country or `US-CA`, which is the United States where not named. */
export function jurisdictionOf({ manifest }: Program, residence: string): string {
  const all = Object.entries(manifest.jurisdictions);
  const of = (place: string) => all.find(([, each]) => (each.residences as readonly string[]).includes(place))?.[0];
  return of(residence) ?? (residence === 'US-CA' ? of('US') : undefined) ?? of('*')!;
}

/** Below which age nobody may have an account of their own, wherever they live; undefined where the policy sets no age. */
export function accountAge({ manifest }: Program): { readonly years: number; readonly clause: string } | undefined {
  const [strictest] = manifest.ages.filter(({ rule }) => rule === 'no-account').toSorted((a, b) => b.below - a.below);
  return strictest && { years: strictest.below, clause: strictest.clause };
}

/**
 * The rule for the young that keeps somebody from having an account as things stand; undefined where none does. Of an
 * unknown age nothing follows: what decides about each use refuses by itself. The same as the tables of `decide`: whatever
 * the law does not demand is refused by the clause of this rule.
 */
export function accountBar(
  { manifest, bands }: Program,
  of: { readonly jurisdiction: string; readonly ageBand: string; readonly consents: readonly string[] },
): Age | undefined {
  const band = bands.find(({ id }) => id === of.ageBand && id !== 'unknown');
  if (!band) return undefined;
  const mine = agesIn(manifest, of.jurisdiction).filter(({ below }) => band.to < below);
  const guarded = mine.find(({ rule }) => rule === 'guardian');
  const barred = guarded && !of.consents.includes(guarded.consent!) ? guarded : undefined;
  return mine.find(({ rule }) => rule === 'no-account') ?? barred;
}

/** The bands that may have an account of their own, the youngest first: all that somebody who registers need be asked. */
export function accountBands(program: Program): readonly AgeBand[] {
  const years = accountAge(program)?.years ?? 0;
  return program.bands.filter(({ id, from }) => id !== 'unknown' && from >= years);
}

/** The band of somebody `years` old (0 to 150, rounded down). Throws `POLICY_NO_SUCH_AGE` otherwise. */
export function ageBandOf({ bands }: Program, years: number): string {
  const age = Math.floor(years);
  if (!(age >= 0 && age <= 150)) throw new Misuse('POLICY_NO_SUCH_AGE', 'an age is a number of years from 0 to 150');
  return bands.find((band) => band.id !== 'unknown' && age >= band.from && age <= band.to)!.id;
}
