/** The right that somebody has, or by which a request was made. */
import type { Program, Right, RightKind } from '@kept/policy';
import type { RightsRegion } from './context.ts';
import { type Grant, keptGrant } from './deadline.ts';
import type { KeptRequest } from './kept-request.ts';

/** By which right a request was made; of one that notes none, and of a kind alone, the first of that kind. */
export type ByRight = Pick<KeptRequest, 'kind'> & Partial<Pick<KeptRequest, 'granted'>>;

/** For its label, clause and grounds. */
export const rightOf = ({ program }: { readonly program: Program }, { kind, granted }: ByRight): Right | undefined => {
  const { rights } = program.manifest;
  const own = granted ? rights[granted] : undefined;
  return own?.kind === kind ? own : Object.values(rights).find((right) => right.kind === kind);
};

export const clauseOf = (
  region: { readonly program: Program },
  by: ByRight & Partial<Pick<KeptRequest, 'about'>>,
): string => by.about?.young?.clause ?? rightOf(region, by)?.clause ?? region.program.manifest.otherwise;

/** What somebody may ask for, as themself or as a guardian; undefined where it is not granted to them. */
export async function grantTo(
  { subjects }: RightsRegion,
  owner: string,
  kind: RightKind,
  guardian = false,
): Promise<(Grant & { readonly jurisdiction: string }) | undefined> {
  const subject = await subjects.subject(owner);
  // What a later version took away is still theirs.
  const found = keptGrant(await subjects.rights(owner), kind, subject, guardian);
  return found && { id: found.id, right: found.right, jurisdiction: subject.jurisdiction };
}

/** The right by which a request was made, as whoever asked has it. */
export async function grantBehind(region: RightsRegion, request: KeptRequest): Promise<Right | undefined> {
  const kept = await region.subjects.rights(request.owner);
  const made = kept.find(({ id, right }) => id === request.granted && right.kind === request.kind);
  const guardian = request.about.behalf?.as === 'guardian';
  return made?.right ?? (await grantTo(region, request.owner, request.kind as RightKind, guardian))?.right;
}
