/** What a person lays down for after their death, and who says that it has come. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { BehalfWants } from './requests.ts';
import { Instant, Label } from './words.ts';

const NamedContact = z.strictObject({ kind: z.enum(['phone', 'email']), value: z.string().min(3).max(254) });

/** Goes before what relatives ask for. */
export const Wishes = z.strictObject({
  /** Who may ask: close relatives, those of `named` alone, nobody. */
  who: z.enum(['family', 'named', 'nobody']),
  /** By what those prove who they are. */
  named: z.array(NamedContact).max(5),
  /** What may be done: whatever they ask, handing over alone, erasing alone. */
  may: z.enum(['as-asked', 'hand-over', 'erase']),
});
export type Wishes = z.infer<typeof Wishes>;

/** Somebody asks for the data of whoever is signed in. */
export const AskedAbout = z.object({
  at: Instant,
  as: z.enum(['relative', 'guardian']),
  wants: BehalfWants,
  label: Label,
  open: z.boolean(),
});
export type AskedAbout = z.infer<typeof AskedAbout>;

const answers = { 200: z.object({ wishes: Wishes.nullable(), asked: z.array(AskedAbout).max(100) }) };

export const readWishes = endpoint({
  method: 'GET',
  path: '/api/my/wishes',
  who: 'person',
  summary: 'What is to be done after the person’s death, and who asks for their data as a relative or guardian.',
  answers,
});

export const keepWishes = endpoint({
  method: 'PUT',
  path: '/api/my/wishes',
  who: 'person',
  fresh: true,
  summary: 'Lays it down, in place of what was laid down before.',
  body: Wishes,
  answers,
});

export const dropWishes = endpoint({
  method: 'DELETE',
  path: '/api/my/wishes',
  who: 'person',
  fresh: true,
  summary: 'Takes it back.',
  answers,
});

export const stopAskedAbout = endpoint({
  method: 'POST',
  path: '/api/my/wishes/here',
  who: 'person',
  fresh: true,
  summary: 'The person is alive: whatever others ask for in their place is stopped, and links to a copy are over.',
  answers,
});
