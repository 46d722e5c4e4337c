/**
 * Home Assistant in the HTTP API.
 *
 * - **Link**: a Home Assistant of the person’s that is shown a home; the credential that it has there.
 */
import { endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';

const Home = z.strictObject({ id: Uuid });
const OfHome = z.strictObject({ id: Uuid, device: Uuid });

export const Link = z.object({ device: Uuid, since: Instant });
export type Link = z.infer<typeof Link>;

export const listLinks = endpoint({
  method: 'GET',
  path: '/api/homes/:id/home-assistant',
  who: 'person',
  summary: 'Where the person’s own Home Assistant is shown this home.',
  params: Home,
  answers: { 200: z.object({ links: z.array(Link).max(50) }) },
});

export const addLink = endpoint({
  method: 'POST',
  path: '/api/homes/:id/home-assistant',
  who: 'person',
  summary:
    'Gives a Home Assistant of the person’s a credential; it is shown what they may see, and sets what they may set.',
  params: Home,
  answers: {
    201: z.object({
      device: Uuid,
      /** Password of the broker; the name is `device`. Shown once. */
      secret: z.string().max(80),
      /** Null where an outside broker is used. */
      port: z.int().nullable(),
      /** What stands before each topic at an outside broker. */
      mount: z.string().max(100),
    }),
  },
});

export const endLink = endpoint({
  method: 'DELETE',
  path: '/api/homes/:id/home-assistant/:device',
  who: 'person',
  summary: 'Switches it off: its credential ends, and nothing of the home stays with the broker.',
  params: OfHome,
  answers: { 204: null },
});
