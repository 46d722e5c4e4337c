/** What tests and the processes they start have in common; free of the test runner. */
import { hash } from 'node:crypto';

export const ORIGIN = 'kept/test';

/** A tag of its own for each number. */
export const tagOf = (n: number): Buffer => Buffer.from(hash('sha256', `tag ${n}`, 'hex').slice(0, 32), 'hex');
