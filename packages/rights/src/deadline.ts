/** By when a right has to be done for somebody: what the policy promises and what the laws they live under ask for. */
import { type Course, type Deadlines, deadlinesOf, type Place, placeOf, type Rule, rulesFor } from '@kept/deadlines';
import type { KeptRight, Program, Right, RightKind } from '@kept/policy';

/** A right of the policy under its name. */
export interface Grant {
  readonly id: string;
  readonly right: Right;
}

/** For whom a right is looked up. */
export interface Holder {
  readonly jurisdiction: string;
  /** In years, the oldest that they can be; left out where nobody knows: then they have no right that is for the young. */
  readonly atMost?: number;
  /** Somebody asks as the guardian of a child, whose age documents show. */
  readonly guardian?: boolean;
}

/** The policy's grant of a right to somebody; undefined where it grants none. */
export const grantOf = ({ manifest }: Program, kind: RightKind, holder: Holder): Grant | undefined =>
  grantAmong(
    Object.entries(manifest.rights).map(([id, right]) => ({ id, right })),
    kind,
    holder,
  );

/** The same of the rights that one person has: what a later version took away is still theirs. */
export function keptGrant(
  kept: readonly KeptRight[],
  kind: RightKind,
  { jurisdiction, ageBand }: { readonly jurisdiction: string; readonly ageBand: string },
  guardian = false,
): KeptRight | undefined {
  const band = kept.flatMap(({ version }) => version.bands).find(({ id }) => id === ageBand);
  return grantAmong(kept, kind, { jurisdiction, ...(band && { atMost: band.to }), guardian });
}

/** What is said of one place, of the young, or of guardians, goes before what is said of everybody. */
function grantAmong<G extends Grant>(grants: readonly G[], kind: RightKind, holder: Holder): G | undefined {
  const { jurisdiction, atMost = Number.POSITIVE_INFINITY, guardian = false } = holder;
  const special = ({ right }: G): number =>
    (right.jurisdictions ? 4 : 0) +
    (guardian && right.identity.includes('guardianship') ? 2 : 0) +
    (right.below ? 1 : 0);
  return grants
    .filter(
      ({ right: { kind: of, jurisdictions, below, identity } }) =>
        of === kind &&
        (jurisdictions?.includes(jurisdiction) ?? true) &&
        (guardian || ((below === undefined || atMost < below) && identity.some((proof) => proof !== 'guardianship'))),
    )
    .toSorted((a, b) => special(b) - special(a))[0];
}

/** Which rules hold for a request, and by whose days it is counted. */
export function regimesOf(
  program: Program,
  kind: RightKind,
  jurisdiction: string,
  grant: Right | undefined = grantOf(program, kind, { jurisdiction })?.right,
): { rules: readonly Rule[]; place: Place } {
  const where = program.manifest.jurisdictions[jurisdiction];
  return {
    rules: rulesFor(grant, kind, where?.laws ?? []),
    place: placeOf(where?.residences ?? []),
  };
}

/** Throws BUG DEADLINES_NO_RULE where neither the policy nor a law grants the right. */
export function requestDeadlines(
  program: Program,
  kind: RightKind,
  jurisdiction: string,
  course: Course,
  grant?: Right,
): Deadlines {
  const { rules, place } = regimesOf(program, kind, jurisdiction, grant);
  return deadlinesOf(rules, place, course);
}
