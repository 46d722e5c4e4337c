/** Before each test file, in its worker. */
import { afterAll, vi } from 'vitest';
import { endFile } from '../packages/db/src/testing-end.ts';

/** What is waited for comes when it comes: the one second of the library is too short on a machine that is busy. */
const PATIENCE_MS = 60_000;

const { waitFor } = vi;
vi.waitFor = (check, options) => waitFor(check, options ?? PATIENCE_MS);

afterAll(endFile);
