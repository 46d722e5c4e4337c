import type { Index, Program } from '@kept/policy';

/** Kinds of names that a situation is made of, beside those that every program has: actors, actions, statuses. */
const KINDS = ['purposes', 'fields', 'recipients', 'collections', 'regions', 'consents'] as const;
type Kind = (typeof KINDS)[number];

/**
 * The names that are gone through, numbered. `places` says where somebody lives, `ages` how old somebody is: the
 * jurisdictions and age bands of one program, or what two programs tell apart between them.
 */
export type Names = Readonly<Record<Kind | 'places' | 'ages', readonly string[]>>;

/** A program among `Names`: by their numbers its own, -1 where it has no such name. */
export type Side = { readonly program: Program } & Readonly<Record<Kind | 'places' | 'ages', readonly number[]>>;

/** The names of one program. */
export const namesOf = (program: Program): Names => ({
  ...idsOf([program]),
  places: program.jurisdictions.ids,
  ages: program.ageBands.ids,
});

/** The names of several programs, each once, those of the first first. */
export const idsOf = (programs: readonly Program[]): Readonly<Record<Kind, readonly string[]>> => {
  const all = (kind: Kind) => [...new Set(programs.flatMap((program) => program[kind].ids))];
  return Object.fromEntries(KINDS.map((kind) => [kind, all(kind)])) as unknown as Record<Kind, readonly string[]>;
};

/** A program under `names`; where its places and ages go by other names, the caller says which they are. */
export function sideOf(
  program: Program,
  names: Names,
  places: readonly string[] = names.places,
  ages: readonly string[] = names.ages,
): Side {
  const own = (index: Index, ids: readonly string[]) => ids.map((id) => index.of(id));
  return {
    program,
    ...(Object.fromEntries(KINDS.map((kind) => [kind, own(program[kind], names[kind])])) as Record<Kind, number[]>),
    places: own(program.jurisdictions, places),
    ages: own(program.ageBands, ages),
  };
}
