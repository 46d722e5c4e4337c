/** By when a right has to be done for somebody: what the policy promises and what the laws they live under ask for. */
import { type Course, type Deadlines, deadlinesOf, type Place, placeOf, type Rule, rulesFor } from '@kept/deadlines';
import type { KeptRight, Program, Right, RightKind } from '@kept/policy';

/** The policy's grant of a right to people of a jurisdiction; undefined where it grants none. */
export const grantOf = ({ manifest }: Program, kind: RightKind, jurisdiction: string): Right | undefined =>
  grantAmong(Object.values(manifest.rights), kind, jurisdiction);

/** The same of the rights that one person has: what a later version took away is still theirs. */
export const keptGrant = (kept: readonly KeptRight[], kind: RightKind, jurisdiction: string): Right | undefined =>
  grantAmong(
    kept.map(({ right }) => right),
    kind,
    jurisdiction,
  );

function grantAmong(rights: readonly Right[], kind: RightKind, jurisdiction: string): Right | undefined {
  const grants = rights.filter((right) => right.kind === kind);
  return (
    grants.find(({ jurisdictions }) => jurisdictions?.includes(jurisdiction)) ??
    grants.find(({ jurisdictions }) => jurisdictions === undefined)
  );
}

/** Which rules hold for a request, and by whose days it is counted. */
export function regimesOf(
  program: Program,
  kind: RightKind,
  jurisdiction: string,
  grant: Right | undefined = grantOf(program, kind, jurisdiction),
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
