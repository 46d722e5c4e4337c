import { ActedOn, type Problem } from '@kept/api';

/** Why a call did not succeed, as far as the app treats it differently. */
export type FailureKind =
  | 'offline'
  | 'signed-out'
  | 'not-fresh'
  | 'forbidden'
  | 'missing'
  | 'refused'
  | 'busy'
  | 'broken';

/** A call to the API that did not succeed. `problem` is what the server said; absent when no answer came. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly kind: FailureKind;
  readonly problem: Problem | undefined;

  constructor(kind: FailureKind, problem?: Problem, cause?: unknown) {
    super(problem?.code ?? kind, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.problem = problem;
  }
}

function kindOf(problem: Problem): FailureKind {
  const { code } = problem;
  if (code === ActedOn.sessionNotFresh || code === ActedOn.proofNeeded) return 'not-fresh';
  if (code === ActedOn.sessionNone || code === ActedOn.sessionEnded) return 'signed-out';
  if (problem.status === 403) return 'forbidden';
  if (problem.status === 404 || problem.status === 410) return 'missing';
  if (problem.status === 429) return 'busy';
  if (problem.status >= 500) return 'broken';
  return 'refused';
}

export const failureOf = (problem: Problem): ApiFailure => new ApiFailure(kindOf(problem), problem);

export const isFailure = (error: unknown, ...kinds: FailureKind[]): error is ApiFailure =>
  error instanceof ApiFailure && (kinds.length === 0 || kinds.includes(error.kind));
