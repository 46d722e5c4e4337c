import { readFileSync } from 'node:fs';
import { ActedOn } from '@kept/api';
import { expect, it } from 'vitest';
import { failureOf } from './failure.ts';

const errors = readFileSync(new URL('../../../../generated/errors.md', import.meta.url), 'utf8');

it.each(Object.values(ActedOn))('%s, on which pages act, is a code that the server sends', (code) => {
  expect(errors).toContain(`\`${code}\``);
});

it('knows a stranger and a stale session by their codes', () => {
  const kind = (code: string) => failureOf({ type: 'about:blank', title: '', status: 401, code }).kind;
  expect([kind(ActedOn.sessionNone), kind(ActedOn.sessionEnded)]).toEqual(['signed-out', 'signed-out']);
  expect([kind(ActedOn.sessionNotFresh), kind(ActedOn.proofNeeded)]).toEqual(['not-fresh', 'not-fresh']);
  expect(kind('IDENTITY_CREDENTIALS_WRONG')).toBe('refused');
});
