import { ACTIONS, ACTORS, type Action, type ActorRole, STATUSES, type Status } from '@kept/policy';
import type { Box, Dimension } from './boxes.ts';
import type { Names } from './names.ts';
import type { Condition, Due } from './situation.ts';
import type { Domain } from './space.ts';

/** One way in which something is permitted: every situation within, under one condition. */
export interface Alternative {
  readonly within: Within;
  readonly when: Condition;
  /** What is due: everywhere within, or in some situations. */
  readonly obligations: readonly (Due & { readonly always: boolean })[];
}

/** What is left out may be anything that the question leaves open. null: none is named. */
export interface Within {
  readonly actor?: readonly ActorRole[];
  readonly action?: readonly Action[];
  readonly purpose?: readonly string[];
  readonly field?: readonly string[];
  readonly collection?: readonly (string | null)[];
  readonly recipient?: readonly (string | null)[];
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly jurisdiction?: readonly string[];
  readonly age?: readonly string[];
  readonly status?: readonly Status[];
}

/** A box by its names. */
export const alternativeOf = (names: Names, domain: Domain, { sets, dues }: Box, when: Condition): Alternative => ({
  within: withinOf(names, domain, sets),
  when,
  obligations: [...dues.values()],
});

/** What a box is limited to, of all that is gone through. */
export function withinOf(names: Names, domain: Domain, sets: Box['sets']): Within {
  const any = (of: (action: number) => readonly number[]): number => new Set(sets.action.flatMap(of)).size;
  const listed = <T>(
    dimension: Dimension,
    all: readonly T[],
    whole: number,
  ): Partial<Record<Dimension, (T | null)[]>> =>
    sets[dimension].length === whole ? {} : { [dimension]: sets[dimension].map((number) => all[number] ?? null) };
  return {
    ...listed('purpose', names.purposes, domain.purposes.length),
    ...listed('action', ACTIONS, domain.actions.length),
    ...listed('actor', ACTORS, domain.actors.length),
    ...listed('field', names.fields, domain.fields.length),
    ...listed('collection', names.collections, any(domain.collections)),
    ...listed('recipient', names.recipients, any(domain.recipients)),
    ...listed('from', names.regions, domain.from.length),
    ...listed('to', names.regions, domain.to.length),
    ...listed('jurisdiction', names.places, domain.places.length),
    ...listed('age', names.ages, domain.ages.length),
    ...listed('status', STATUSES, domain.statuses.length),
  } as Within;
}
