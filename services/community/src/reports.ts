/** What a person says to the moderators: reports about others, and appeals against what was decided about them. */
import { NothingHeld } from '@kept/kit';
import type { Ground, Ruling } from './api/index.ts';
import { NoAppeal, OwnPiece } from './errors.ts';
import { Pace } from './pace.ts';
import { cut, type Kind, keptIn, type Owned, pieceOf } from './pieces.ts';
import type { CommunityPlace } from './service.ts';

const PERSON = { role: 'person' } as const;
const REPORTS = 20;

export interface Report {
  readonly kind: Kind;
  readonly thread: string;
  readonly about: string;
  readonly ground: Ground;
  readonly text?: string | undefined;
}

/** Once for each piece, however often it is said. Throws KIT_NOT_FOUND, COMMUNITY_OWN, COMMUNITY_TOO_MANY. */
export async function report(place: CommunityPlace, person: string, { text = '', ...said }: Report): Promise<void> {
  const { reports } = place.resources;
  const piece = await pieceOf(place, said.kind, said.thread, said.about);
  // One that was taken off has been looked at.
  if (!piece || piece.row.plain['off']) throw new NothingHeld();
  if (piece.row.owner === person) throw new OwnPiece();
  if ((await reports.rows(person)).some(({ plain }) => plain['about'] === said.about)) return;
  const value = `${said.ground}\n${text.trim()}`;
  const plain = { ...said, open: 'yes' };
  await new Pace(reports, place.clock, REPORTS).step(
    person,
    async () => (await reports.collect(PERSON, person, { 'request-text': value }, undefined, plain)).row,
  );
}

/** The newest first; looked at from now on. */
export async function rulings(place: CommunityPlace, person: string): Promise<Ruling[]> {
  const { rulings: all } = place.resources;
  const rows = (await all.rows(person)).toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime()).slice(0, 100);
  const words = await opened(
    all,
    person,
    rows.map(({ id }) => id),
  );
  const texts = new Map<string, string>();
  for (const kind of ['post', 'comment'] as const) {
    const about = rows.filter(({ plain }) => plain['kind'] === kind).map(({ plain }) => plain['about'] as string);
    for (const [id, text] of await opened(keptIn(place, kind), person, [...new Set(about)])) texts.set(id, text);
  }
  for (const { id, plain } of rows) if (!plain['seen']) await all.setPlain(person, id, { seen: true });
  return rows.map(({ id, plain, createdAt }) => ({
    ...(plain as unknown as Pick<Ruling, 'kind' | 'thread' | 'outcome' | 'ground' | 'state'>),
    ...{ id, at: createdAt.getTime(), seen: plain['seen'] === true, words: words.get(id) ?? '' },
    text: texts.get(plain['about'] as string) ?? null,
    until: mayAppeal(place, plain) ? (plain['until'] as Date).getTime() : null,
  }));
}

export const unseen = async (place: CommunityPlace, person: string): Promise<number> =>
  (await place.resources.rulings.rows(person)).filter(({ plain }) => !plain['seen']).length;

/** Throws KIT_NOT_FOUND, COMMUNITY_NO_APPEAL. */
export async function appeal(place: CommunityPlace, person: string, id: string, text: string): Promise<void> {
  const { rulings: all, appeals } = place.resources;
  const ruling = (await all.rows(person)).find((row) => row.id === id);
  if (!ruling) throw new NothingHeld();
  if (!mayAppeal(place, ruling.plain)) throw new NoAppeal();
  // One for each ruling, whose id it has: two at once cannot both be kept.
  await appeals.collect(PERSON, person, { 'request-text': text }, id, { ruling: id, open: 'yes' });
  await all.setPlain(person, id, { state: 'appealed' });
}

const mayAppeal = ({ clock }: CommunityPlace, { state, until }: Owned['plain']): boolean =>
  state === 'told' && until instanceof Date && until.getTime() > clock.now();

/** What stands behind the first line. */
async function opened(
  from: CommunityPlace['resources']['rulings' | 'posts' | 'comments'],
  person: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const values = await from.readMany(PERSON, person, ids, 'rights', ['community-posts']);
  return new Map([...values].map(([id, value]) => [id, cut(value['community-posts'] ?? '').text]));
}
