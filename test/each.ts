/** Before each test file, in its worker. */
import { afterAll } from 'vitest';
import { endFile } from '../packages/db/src/testing-end.ts';

afterAll(endFile);
