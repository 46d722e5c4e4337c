import { Misuse } from '@kept/base';
import type { Problem } from './problem.ts';

/** The manifest does not hold together. Carries everything that is wrong with it, not only the first thing. */
export class PolicyInvalid extends Misuse {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const [first] = problems;
    const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
    super('POLICY_INVALID', `the manifest has problems: ${first?.path} ${first?.message}${more}`, {
      help: 'see problems: each has a path, a message and a help line',
      ...(first && { path: first.path }),
    });
    this.problems = problems;
  }
}
