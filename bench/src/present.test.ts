import { compile } from '@kept/policy';
import { expect, test } from 'vitest';
import { program } from './decide/policy.ts';
import { policy } from './vault/policy.ts';

test('the policies that benches decide by compile under the present language', () => {
  expect(program().purposes.ids.length).toBeGreaterThan(40);
  expect(compile(policy).id).toBe('bench');
});
