import type { Program } from '@kept/policy';
import type { Within } from '../alternative.ts';
import type { Example } from '../example.ts';
import type { Condition, Due } from '../situation.ts';
import type { Place } from './between.ts';
import type { FactChange } from './facts/fact.ts';
import type { Needs, News, Topic } from './needs.ts';

/** One of the two policies. */
export type Compared = Pick<Program, 'id' | 'version' | 'hash'>;

/** People of one age group, in years; `to` is null where it has no end. `unknown` is the one whose age nobody knows. */
export interface AgeGroup {
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
}

/**
 * All that changes from one policy to another: what is decided otherwise, in every situation, and what is declared
 * otherwise. Plain data, fit for JSON. `diff(b, a)` says the same the other way round.
 */
export interface PolicyDiff {
  readonly before: Compared;
  readonly after: Compared;
  /** Nothing changes. */
  readonly same: boolean;
  /** How many situations were compared. */
  readonly situations: number;
  /** People, as both policies together tell them apart: the names that `within.place` and `within.age` take. */
  readonly places: readonly Place[];
  readonly ages: readonly AgeGroup[];
  /** What somebody can be permitted that was refused, and the other way round; the most situations first. */
  readonly allowed: readonly AllowedChange[];
  readonly refused: readonly DecisionChange[];
  /** What is permitted by both, and is done with other duties. */
  readonly duties: readonly DutyChange[];
  /** What is declared otherwise: rights, deadlines, recipients, regions, retention, ages, and the rest. */
  readonly facts: readonly FactChange[];
  readonly counts: {
    /** In situations. */
    readonly allowed: number;
    readonly refused: number;
    readonly duties: number;
    /** In facts. */
    readonly facts: number;
    /** Entries of `allowed` that wait for a consent; of `facts` that take from a person's rights. */
    readonly needConsent: number;
    readonly rightsReduced: number;
  };
}

/** Situations that a change is about: every combination. What is left out may be anything. */
export type ChangedWithin = Omit<Within, 'jurisdiction'> & {
  /** Of `PolicyDiff.places`. `age`: of `PolicyDiff.ages`. */
  readonly place?: readonly string[];
};

interface Changed {
  readonly within: ChangedWithin;
  /** How many they are. */
  readonly situations: number;
  /** The clauses by which each policy answers. */
  readonly clauses: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** The plainest request that shows it, and what each policy says to it. */
  readonly example: { readonly before: Example; readonly after: Example };
}

/** Situations that are decided otherwise: under which condition each policy permits. null: never. */
export interface DecisionChange extends Changed {
  readonly topic: Topic;
  readonly before: Condition | null;
  readonly after: Condition | null;
}

/** What is newly allowed, and what it waits for. */
export interface AllowedChange extends DecisionChange {
  readonly news: readonly News[];
  readonly needs: Needs;
}

/** Permitted by both, with other duties. */
export interface DutyChange extends Changed {
  readonly dropped: readonly Due['kind'][];
  readonly added: readonly Due['kind'][];
}
