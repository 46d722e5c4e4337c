import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ClauseId, Named } from './words.ts';

/** From the head or the foot of a mail: sealed, it names a person and a purpose to us and to nobody else. */
export const UnsubscribeToken = z.string().regex(/^[A-Za-z0-9_-]{40,200}$/);

/** What a link in a mail ends. Says nothing of whom it is for. */
export const UnsubscriptionState = z.object({ purpose: Named, stopped: z.boolean(), clause: ClauseId });
export type UnsubscriptionState = z.infer<typeof UnsubscriptionState>;

const params = z.strictObject({ token: UnsubscribeToken });

export const readUnsubscription = endpoint({
  method: 'GET',
  path: '/api/unsubscriptions/:token',
  who: 'anyone',
  summary: 'What the link of a mail would end, and whether it has ended; changes nothing.',
  params,
  answers: { 200: UnsubscriptionState },
});

export const unsubscribe = endpoint({
  method: 'POST',
  path: '/api/unsubscriptions/:token',
  who: 'anyone',
  summary: 'Ends it: the consent is withdrawn, or the purpose objected to. Once more does nothing.',
  params,
  answers: { 200: UnsubscriptionState },
});
