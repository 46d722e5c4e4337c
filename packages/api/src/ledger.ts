import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Name } from './words.ts';

export const readLedgerKeys = endpoint({
  method: 'GET',
  path: '/api/ledger/key',
  who: 'anyone',
  summary: 'The public keys of every region’s ledger.',
  answers: {
    200: z.object({
      keys: z.array(z.object({ region: Name, origin: z.string().max(120), publicKey: z.string().max(400) })).max(40),
    }),
  },
});

export const readCheckpoint = endpoint({
  method: 'GET',
  path: '/api/ledger/:region/checkpoint',
  who: 'anyone',
  summary: 'The newest signed checkpoint, a C2SP signed note.',
  params: z.strictObject({ region: Name }),
  answers: { 200: null },
  produces: 'text/plain; charset=utf-8',
});
