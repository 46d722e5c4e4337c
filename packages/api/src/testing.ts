import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

interface Node {
  readonly [key: string]: unknown;
}

const bounded = (node: Node): boolean =>
  node.maxLength !== undefined ||
  node.pattern !== undefined ||
  node.format !== undefined ||
  node.enum !== undefined ||
  node.const !== undefined;

function walk(node: unknown, path: string, found: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  const at = node as Node;
  if (at.type === 'string' && !bounded(at)) found.push(`${path}: string without a bound`);
  if (at.type === 'array' && at.maxItems === undefined) found.push(`${path}: array without a bound`);
  if (at.type === 'object' && at.properties !== undefined && at.additionalProperties !== false) {
    found.push(`${path}: takes unknown keys`);
  }
  for (const [key, inner] of Object.entries(at)) walk(inner, `${path}/${key}`, found);
}

/**
 * What a request of this endpoint could carry without bound: strings, arrays, keys that nobody named. Empty for a sound
 * endpoint. For the conformance tests of whoever declares endpoints.
 */
export function unboundedParts(endpoint: Endpoint): string[] {
  const found: string[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = endpoint[part];
    if (schema !== undefined) walk(z.toJSONSchema(schema, { io: 'input' }), part, found);
  }
  return found;
}

/** Names in the path by colon, `/api/x/:id` → `['id']`. */
export const pathParameters = (endpoint: Endpoint): string[] =>
  [...endpoint.path.matchAll(/:(\w+)/g)].map((hit) => hit[1]!);

/** The endpoints among a module's exports, by name. */
export const endpointsOf = (module: object): [string, Endpoint][] =>
  Object.entries(module as Record<string, unknown>).filter(
    (entry): entry is [string, Endpoint] => typeof entry[1] === 'object' && entry[1] !== null && 'answers' in entry[1],
  );
