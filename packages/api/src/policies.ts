import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Count, Name, PolicyVersion } from './words.ts';

export const PolicySummary = z.object({
  policy: PolicyVersion,
  clauses: Count,
  fields: Count,
  purposes: Count,
  recipients: Count,
});

export const listPolicies = endpoint({
  method: 'GET',
  path: '/api/policies',
  who: 'anyone',
  summary: 'Every policy in force, with its hash.',
  answers: { 200: z.object({ policies: z.array(PolicySummary).max(100) }) },
});

export const readPolicy = endpoint({
  method: 'GET',
  path: '/api/policies/:id',
  who: 'anyone',
  summary: 'A policy as its manifest; the hash is SHA-256 over its canonical JSON.',
  params: z.strictObject({ id: Name }),
  answers: { 200: z.object({ policy: PolicyVersion, manifest: z.unknown() }) },
});

export const readPolicyDocument = endpoint({
  method: 'GET',
  path: '/api/policies/:id/dpv',
  who: 'anyone',
  summary: 'A policy in the words of the W3C Data Privacy Vocabulary, as JSON-LD with its context inside.',
  params: z.strictObject({ id: Name }),
  answers: { 200: null },
  produces: 'application/ld+json',
});
