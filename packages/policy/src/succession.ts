import { Misuse } from '@kept/base';
import { jurisdictionOf } from './placing.ts';
import type { Program } from './program.ts';

/** Digits of a hash that name a version among the others of its succession. */
const SHORT = 16;

/**
 * Versions of one policy, the oldest first. The last is in force; what was promised under the others still counts for
 * whoever joined under them. Immutable.
 */
export interface Succession {
  readonly versions: readonly Program[];
  /** The one in force: the last. */
  readonly present: Program;
  /** Position of a version by its hash, or by the first 16 digits of it; -1 where it is none of these. */
  of(hash: string): number;
}

/** Two versions that cannot follow one another: people, or data, would be lost between them. */
export class SuccessionInvalid extends Misuse {
  constructor(why: string) {
    super('POLICY_SUCCESSION', `these versions cannot follow one another: ${why}`, {
      help: 'a version keeps every region in its country; a database is moved before its region is renamed',
    });
  }
}

/**
 * The succession of programs, the oldest first. Throws `POLICY_SUCCESSION` where there is none, where a version is named
 * twice, or where a region in which somebody's data may lie is lost or changes its country.
 */
export function successionOf(versions: readonly Program[]): Succession {
  const present = versions.at(-1);
  if (present === undefined) throw new SuccessionInvalid('there is none');
  const places = new Map<string, number>();
  for (const [i, { hash }] of versions.entries()) places.set(hash, i).set(hash.slice(0, SHORT), i);
  if (places.size < 2 * versions.length) throw new SuccessionInvalid('one of them is named twice');
  for (const [i, earlier] of versions.slice(0, -1).entries()) refuseLostRegions(earlier, versions[i + 1]!);
  return Object.freeze({
    versions: Object.freeze([...versions]),
    present,
    of: (hash: string) => places.get(hash) ?? -1,
  });
}

function refuseLostRegions({ manifest: before }: Program, { manifest: after }: Program): void {
  for (const [id, { country }] of Object.entries(before.regions)) {
    if (after.regions[id] === undefined) throw new SuccessionInvalid(`the region \`${id}\` is gone`);
    if (after.regions[id].country !== country)
      throw new SuccessionInvalid(`the region \`${id}\` is in another country`);
  }
}

/**
 * The band of `to` for somebody who was put into `band` under `from`. Where a band was split, the youngest part: whatever
 * a policy demands of the young then holds. `unknown` where `from` has no such band.
 */
export function ageBandIn(from: Program, band: string, to: Program): string {
  const held = from.bands.find(({ id }) => id === band);
  if (held === undefined || held.id === 'unknown') return 'unknown';
  return to.bands.find((each) => each.id !== 'unknown' && each.to >= held.from)?.id ?? 'unknown';
}

/**
 * The jurisdictions of `to` in which somebody of `jurisdiction` under `from` may live: one, unless the jurisdiction was
 * divided and nobody knows on which side they are. None where `from` has no such jurisdiction. A name that both have says
 * nothing: what counts is who lives there.
 */
export function jurisdictionsIn(from: Program, jurisdiction: string, to: Program): readonly string[] {
  if (from.jurisdictions.of(jurisdiction) < 0) return [];
  if (from === to) return [jurisdiction];
  // Every place that either names, and one that stands for all that neither does.
  const places = new Set<string>(['*']);
  for (const { manifest } of [from, to])
    for (const { residences } of Object.values(manifest.jurisdictions))
      for (const place of residences) places.add(place);
  const mine = [...places].filter((place) => jurisdictionOf(from, place) === jurisdiction);
  return [...new Set(mine.map((place) => jurisdictionOf(to, place)))];
}
