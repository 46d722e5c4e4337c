/** A thousand people erased at once: keys destroyed, rows removed, each on record; beside deleting the same by hand. */
import type { Check } from '../bench.ts';
import type { Figures } from '../figures.ts';
import type { World } from '../vault/kept.ts';

export const CROWD = 1_000;
/** As many of a person as the small ones of this bench have. */
export const ROWS = 10;
/** Of people filled in side by side. */
const AT_ONCE = 50;

export interface Filling {
  readonly kept: () => Promise<string>;
  readonly plain: (owner: string) => Promise<void>;
}

/** Each waits for its own: what a caller sees who asks for all of them in one moment. */
export async function crowd(world: World, fill: Filling, figures: Figures): Promise<Check[]> {
  const people: string[] = [];
  while (people.length < CROWD) people.push(...(await Promise.all(Array.from({ length: AT_ONCE }, fill.kept))));
  for (const owner of people) await fill.plain(owner);
  await world.pool.query('vacuum analyze plain_rows');

  const erase = async (owner: string): Promise<void> => {
    await world.gate.record(owner, 'right', { right: 'closure' });
    await world.vault.erasePerson(owner);
    await world.vault.removeOwner(owner);
  };
  figures.add(`kept, ${CROWD} people at once`, 'erasures', '/s', await rate(people, erase));
  await world.pool.query('create table if not exists erasure_audit (owner_id uuid, at timestamptz)');
  const remove = async (owner: string): Promise<void> => {
    await world.pool.query(
      `with d as (delete from plain_rows where owner_id = $1) insert into erasure_audit values ($1, now())`,
      [owner],
    );
  };
  figures.add(`delete, ${CROWD} people at once`, 'erasures', '/s', await rate(people, remove));

  const opens = await Promise.all(
    people.map((owner) =>
      world.keys.use(`person:${owner}`, () => true).catch((error: { code?: string }) => error.code !== 'KEYS_NO_KEY'),
    ),
  );
  return [{ what: 'people of the crowd whose key still opens', count: CROWD, wrong: opens.filter(Boolean).length }];
}

async function rate(people: readonly string[], work: (owner: string) => Promise<void>): Promise<number> {
  const from = performance.now();
  await Promise.all(people.map(work));
  return (people.length * 1_000) / (performance.now() - from);
}
