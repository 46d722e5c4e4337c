import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as api from './index.ts';
import { endpointsOf, pathParameters, unboundedParts } from './testing.ts';

const endpoints = endpointsOf(api);

describe('every endpoint', () => {
  it('has a method and path of its own', () => {
    const calls = endpoints.map(([, e]) => `${e.method} ${e.path}`);
    expect(calls.length).toBeGreaterThan(20);
    expect(new Set(calls).size).toBe(calls.length);
  });

  it.each(endpoints)('%s takes nothing without a bound and no unknown key', (_name, endpoint) => {
    expect(unboundedParts(endpoint)).toEqual([]);
  });

  it.each(endpoints)('%s declares the parameters of its path', (_name, endpoint) => {
    const declared = endpoint.params === undefined ? [] : Object.keys((endpoint.params as z.ZodObject).shape);
    expect(declared).toEqual(pathParameters(endpoint));
  });
});

describe('answers', () => {
  it('drop what the contract does not name', () => {
    const parsed = api.Problem.parse({
      type: 'about:blank',
      title: 'No',
      status: 403,
      code: 'X',
      phone: '100 0000 0042',
    });
    expect(parsed).not.toHaveProperty('phone');
  });
});

describe('the bound finder', () => {
  it('finds a string, an array and an open object', () => {
    const body = z.object({ a: z.string(), b: z.array(z.boolean()) });
    const found = unboundedParts(
      api.endpoint({ method: 'POST', path: '/api/x', who: 'anyone', summary: '', body, answers: {} }),
    );
    expect(found).toHaveLength(3);
  });
});
