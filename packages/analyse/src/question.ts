import { Misuse } from '@kept/base';
import {
  ACTIONS,
  ACTORS,
  type Action,
  type ActorRole,
  ageBandOf,
  type Program,
  STATUSES,
  type Status,
} from '@kept/policy';
import type { Names } from './names.ts';
import type { Domain } from './space.ts';

/**
 * What is asked of a policy. Whatever is left out may be anything, but for this: a collection is named by `collect`
 * alone, a recipient by `share` alone, unless the question names one.
 */
export interface Question {
  readonly actor?: ActorRole | undefined;
  readonly action?: Action | undefined;
  readonly purpose?: string | undefined;
  readonly field?: string | undefined;
  /** null: none is named. */
  readonly collection?: string | null | undefined;
  readonly recipient?: string | null | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly jurisdiction?: string | undefined;
  /** In years, or a band of `program.ageBands`. */
  readonly age?: number | string | undefined;
  readonly status?: Status | undefined;
}

const COLLECT = ACTIONS.indexOf('collect');
const SHARE = ACTIONS.indexOf('share');

/** The situations that a question is about. Throws `ANALYSE_UNKNOWN_NAME` for a name that the policy does not have. */
export function domainOf(program: Program, names: Names, question: Question): Domain {
  const { age } = question;
  const band = typeof age === 'number' ? ageBandOf(program, age) : age;
  const real = (ids: readonly string[], path: string, id: string | null | undefined): number[] =>
    id === null ? [ids.length] : among(ids, path, id);
  const recipients = real(names.recipients, 'recipient', question.recipient);
  const collections = real(names.collections, 'collection', question.collection);
  return {
    actors: among(ACTORS, 'actor', question.actor),
    actions: among(ACTIONS, 'action', question.action),
    statuses: among(STATUSES, 'status', question.status),
    purposes: among(names.purposes, 'purpose', question.purpose),
    fields: among(names.fields, 'field', question.field),
    places: among(names.places, 'jurisdiction', question.jurisdiction),
    ages: among(names.ages, 'age', band),
    from: among(names.regions, 'from', question.from),
    to: among(names.regions, 'to', question.to),
    recipients: naming(SHARE, recipients, names.recipients.length, question.recipient !== undefined),
    collections: naming(COLLECT, collections, names.collections.length, question.collection !== undefined),
  };
}

/** `only` names one, other actions name none; where one is given, or there is none, that holds for all. */
function naming(
  only: number,
  real: readonly number[],
  none: number,
  given: boolean,
): (action: number) => readonly number[] {
  const nobody = [none];
  const some = real.length === 0 ? nobody : real;
  return (action) => (given || action === only ? some : nobody);
}

function among(all: readonly string[], path: string, one: string | undefined): number[] {
  if (one === undefined) return all.map((_, i) => i);
  return [numberIn(all, one, path)];
}

/** The number of a name. Throws `ANALYSE_UNKNOWN_NAME`. */
export function numberIn(all: readonly string[], one: string, path: string): number {
  const number = all.indexOf(one);
  if (number >= 0) return number;
  throw new Misuse('ANALYSE_UNKNOWN_NAME', `the policy has no ${path} of this name`, {
    help: all.length > 40 ? 'ask with the names of the policy' : `one of: ${all.join(', ')}`,
    path: `/${path}`,
  });
}
