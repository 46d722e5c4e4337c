/**
 * The plan of a home as its people read it in a copy of their data: the name, then a line for each space.
 *
 *     Riverside 12
 *     1 floor Ground floor
 *     1.2 room Kitchen
 *
 * Numbers are the ids of spaces: each stands below the one whose number it begins with.
 */
import { PlanInvalid } from './errors.ts';

export const SPACE_KINDS = ['building', 'floor', 'room', 'zone'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

export interface Space {
  /** `1.2`: the second below `1`. */
  readonly id: string;
  readonly kind: SpaceKind;
  readonly name: string;
}

/** What a home is called, and its spaces. */
export interface Plan {
  readonly name: string;
  readonly spaces: readonly Space[];
}

const LINE = /^(\d{1,3}(?:\.\d{1,3}){0,3}) (building|floor|room|zone) (\S.*)$/;
const SPACES_MAX = 200;
const NAME_MAX = 60;

/** What does not read as a space is left out: a person may correct this text as they like. */
export function planOf(text: string): Plan {
  const [name = '', ...lines] = text.split('\n');
  const spaces = lines.flatMap((line): Space[] => {
    const [, id, kind, label] = LINE.exec(line) ?? [];
    return id ? [{ id, kind: kind as SpaceKind, name: label! }] : [];
  });
  return { name, spaces };
}

/** Throws SPACES_PLAN_INVALID. */
export function textOf({ name, spaces }: Plan): string {
  const ids = new Set(spaces.map(({ id }) => id));
  if (ids.size !== spaces.length) throw new PlanInvalid('two spaces have one number');
  if (spaces.length > SPACES_MAX) throw new PlanInvalid(`a home has at most ${SPACES_MAX} spaces`);
  for (const { id } of spaces) {
    const above = id.split('.').slice(0, -1).join('.');
    if (above !== '' && !ids.has(above)) throw new PlanInvalid(`there is no space ${above} above ${id}`);
  }
  const lines = spaces.map((space) => `${space.id} ${space.kind} ${line(space.name)}`);
  for (const each of lines) if (!LINE.test(each)) throw new PlanInvalid('a space needs a number, a kind and a name');
  return [line(name), ...lines].join('\n');
}

function line(text: string): string {
  const clean = text.trim();
  if (clean === '' || clean.length > NAME_MAX || /\p{Cc}/u.test(clean))
    throw new PlanInvalid(`a name is one line of 1 to ${NAME_MAX} characters`);
  return clean;
}

/** Whether a space is this one or below it. */
export const isWithin = (space: string, above: string): boolean => space === above || space.startsWith(`${above}.`);
