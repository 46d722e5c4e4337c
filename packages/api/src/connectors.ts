/** Systems beside Kept that hold data of people, as the console sees them: names and counts, nobody. */
import { z } from 'zod';
import { endpoint, STAFF } from './endpoint.ts';
import { Count, Instant, Label, Named, Uuid } from './words.ts';

/** A declared name: `crm.client`, `crm.client.mail`. */
const At = z.string().min(1).max(400);

export const ConnectorDrift = z.object({
  code: z.enum([
    ...(['no-collection', 'no-column', 'no-key', 'not-null'] as const),
    ...(['undeclared-child', 'kept-child', 'ambiguous', 'not-masked'] as const),
  ]),
  at: At,
  by: At.optional(),
});

export const ConnectorState = z.object({
  id: z.string().max(32),
  label: Label,
  kind: z.enum(['postgresql', 'mariadb', 'mysql', 'redis', 's3', 'files', 'http']),
  /** `drifted`: it answers, and is not as declared; nothing is erased until it is. */
  state: z.enum(['answers', 'drifted', 'down', 'refuses']),
  drift: z.array(ConnectorDrift).max(500),
  collections: Count,
  /** When an erasure was last done with one of its collections. */
  last: Instant.optional(),
  /** People whose copy waits for it, and by when the first is to have it. */
  late: z.object({ people: Count, by: Instant }).optional(),
});
export type ConnectorState = z.infer<typeof ConnectorState>;

export const PlannedCollection = z.object({
  id: At,
  connector: z.string().max(32),
  treatment: z.enum(['delete', 'mask', 'keep']),
  /** Steps from what is known of a person. */
  depth: Count,
  /** Fields by which a person is known at once. */
  identities: z.array(At).max(100),
  /** Collections whose values find its rows. */
  after: z.array(At).max(10_000),
  /** Of everybody; absent where the system cannot say, or does not answer. */
  rows: Count.optional(),
});
export type PlannedCollection = z.infer<typeof PlannedCollection>;

export const listConnectors = endpoint({
  method: 'GET',
  path: '/api/console/connectors',
  who: 'operator',
  staff: STAFF.audit,
  summary: 'Systems beside Kept: whether they answer and are as declared, and the plan by which their rows are found.',
  answers: {
    200: z.object({
      regions: z
        .array(
          z.object({
            region: Named,
            connectors: z.array(ConnectorState).max(500),
            plan: z.array(PlannedCollection).max(10_000),
          }),
        )
        .max(40),
    }),
  },
});

export const listConnectorRuns = endpoint({
  method: 'GET',
  path: '/api/console/connectors/runs',
  who: 'operator',
  staff: STAFF.audit,
  summary: 'Erasures under way in systems beside Kept: how many collections are found and done.',
  answers: {
    200: z.object({
      runs: z
        .array(
          z.object({
            ...{ request: Uuid, region: Named, begunAt: Instant, found: Count, done: Count, of: Count },
            /** Systems that hold themselves up, and nothing else; they are tried again. */
            waits: z
              .array(
                z.object({
                  connector: Label,
                  since: Instant,
                  tries: Count,
                  /** `behind`: a system that leads to it is waited for. `other`: rows came back, or other rows name them. */
                  why: z.enum(['down', 'behind', 'refuses', 'drifted', 'other']),
                }),
              )
              .max(40),
          }),
        )
        .max(200),
    }),
  },
});
