/**
 * Devices that speak miIO, in the HTTP API.
 *
 * - **Token**: 32 hex digits by which a device knows its owner; it is taken in once and shown to nobody.
 */
import { endpoint, Uuid } from '@kept/api';
import { SpaceId } from '@kept/service-spaces/api';
import { z } from 'zod';

const Home = z.strictObject({ id: Uuid });

export const readNetwork = endpoint({
  method: 'GET',
  path: '/api/homes/:id/miot',
  who: 'person',
  summary: 'Which models can be reached in the network of a home, and whether this server reaches any network.',
  params: Home,
  answers: {
    200: z.object({
      reaches: z.boolean(),
      source: z.string().max(200),
      models: z.array(z.object({ id: z.string().max(100), name: z.string().max(200) })).max(1_000),
    }),
  },
});

export const addByToken = endpoint({
  method: 'POST',
  path: '/api/homes/:id/miot',
  who: 'person',
  summary: 'Takes in a device by its address in the network of the home and its token, after asking it what it is.',
  params: Home,
  body: z.strictObject({
    name: z.string().trim().min(1).max(60),
    address: z.union([z.ipv4(), z.ipv6()]),
    token: z.string().regex(/^[\da-fA-F]{32}$/),
    space: SpaceId.optional(),
  }),
  answers: { 201: z.object({ device: Uuid, model: z.string().max(200) }) },
});
