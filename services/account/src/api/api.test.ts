import { endpointsOf, pathParameters, unboundedParts } from '@kept/api/testing';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import * as api from './index.ts';

const endpoints = endpointsOf(api);

it('has a method and path of its own for every call', () => {
  const calls = endpoints.map(([, e]) => `${e.method} ${e.path}`);
  expect(new Set(calls).size).toBe(calls.length);
});

it.each(endpoints)('%s takes nothing without a bound', (_name, endpoint) => {
  // What an authenticator's extensions answer is any JSON; the server's body limit bounds it.
  const own = unboundedParts(endpoint).filter(
    (part) => !part.includes('clientExtensionResults') && !part.includes('$defs'),
  );
  expect(own).toEqual([]);
});

it.each(endpoints)('%s declares the parameters of its path', (_name, endpoint) => {
  const declared = endpoint.params === undefined ? [] : Object.keys((endpoint.params as z.ZodObject).shape);
  expect(declared).toEqual(pathParameters(endpoint));
});

it('takes a contact by its kind only', () => {
  expect(api.Contact.safeParse({ kind: 'email', value: 'linlan@mail.example' }).success).toBe(true);
  expect(api.Contact.safeParse({ kind: 'phone', value: '+86 100 0000 0042' }).success).toBe(true);
  expect(api.Contact.safeParse({ kind: 'phone', value: 'linlan@mail.example' }).success).toBe(false);
  expect(api.Contact.safeParse({ kind: 'email', value: 'a@b', extra: 1 }).success).toBe(false);
});
