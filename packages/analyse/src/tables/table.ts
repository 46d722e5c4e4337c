import type { Decision } from '@kept/decide';
import type { Action, ActorRole, Duty, Status } from '@kept/policy';
import type { Answer } from '../can.ts';
import type { Question } from '../question.ts';

/** Part of a request, and of the person whom it is about. */
export interface Given {
  readonly actor?: ActorRole;
  readonly action?: Action;
  readonly purpose?: string;
  /** One or several: all of them have to be permitted. */
  readonly field?: string | readonly string[];
  readonly collection?: string;
  readonly recipient?: string;
  readonly from?: string;
  readonly to?: string;
  /** Where the person lives: a country, `US-CA`, `*`. Says the jurisdiction, and the region where `from` is left out. */
  readonly residence?: string;
  readonly jurisdiction?: string;
  /** In years. */
  readonly age?: number | 'unknown';
  readonly status?: Status;
  readonly consents?: readonly string[];
  readonly restricted?: readonly string[];
  readonly objected?: readonly string[];
}

/** What a line of a table says; `at` is its line in the file, from 1. */
export type Line = { readonly at: number; readonly say?: string } & (
  | {
      readonly given: Given;
      readonly outcome: Decision['outcome'];
      readonly reason?: string;
      readonly clause?: string;
      /** Exactly these are due. */
      readonly due?: readonly Duty['kind'][];
    }
  | {
      readonly can: Question;
      readonly answer: Answer['answer'];
      /** With `sometimes`: exactly these consents, in every case. */
      readonly when?: readonly string[];
    }
);

/** One step away from the plainest request of some purposes: what is permitted, by the condition it is permitted under. */
export interface Edge {
  readonly at: number;
  readonly about: string;
  readonly of: readonly string[];
  readonly permits: Readonly<Record<string, readonly string[]>>;
}

/** A part of a manifest that has to be so; what it leaves out may be anything. */
export interface Fact {
  readonly at: number;
  readonly path: readonly string[];
  readonly is: unknown;
}

/** A file of tests for one policy. */
export interface Table {
  readonly policy: string;
  /** What every line has in common. */
  readonly given: Given;
  readonly lines: readonly Line[];
  /**
   * By purpose: the plainest request that is permitted to whoever said yes to everything, with what `given` says of it;
   * null where there is none.
   */
  readonly plainest: Readonly<Record<string, Given | null>>;
  readonly edges: readonly Edge[];
  readonly facts: readonly Fact[];
}

/** Something that a table says and the policy does not. */
export interface Failure {
  readonly at: number;
  readonly kind: 'line' | 'edge' | 'fact';
  /** What the line is about. */
  readonly about: string;
  readonly expected: string;
  readonly got: string;
  /** Why it is so, and what would change it. */
  readonly because?: string;
}
