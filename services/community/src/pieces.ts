/** A piece is a post or a comment. One that a moderator took off lies where no list looks, and comes back as it was. */
import { type Listed, uuidOf } from '@kept/kit';
import type { CommunityPlace } from './service.ts';

/** The list of all posts. */
export const BOARD = 'public';

export type Kind = 'post' | 'comment';
export type Owned = Listed & { readonly owner: string };

export interface Piece {
  readonly kind: Kind;
  readonly row: Owned;
  /** Under which post; a post’s own id. */
  readonly thread: string;
}

export const keptIn = ({ resources }: CommunityPlace, kind: Kind) =>
  kind === 'post' ? resources.posts : resources.comments;

/** Of these together: always the same, and nothing is learnt from it. */
export const nameOf = (...parts: readonly string[]): string => uuidOf(parts.join(' '));

/** By which a person’s posts are known to belong together. */
export const authorOf = (person: string): string => nameOf('author', person);

/** Whether or not it was taken off; null where it is gone. */
export async function pieceOf(place: CommunityPlace, kind: Kind, thread: string, id: string): Promise<Piece | null> {
  const from = keptIn(place, kind);
  for (const column of ['thread', 'off']) {
    const row = (await from.having(column, thread)).find((each) => each.id === id);
    if (row) return { kind, row, thread };
  }
  return null;
}

export async function takeOff(place: CommunityPlace, { kind, row, thread }: Piece): Promise<void> {
  const off = { thread: null, off: thread };
  await keptIn(place, kind).setPlain(row.owner, row.id, kind === 'post' ? { ...off, board: null, author: null } : off);
  if (kind === 'comment') return;
  const { pictures } = place.resources;
  for (const each of await pictures.having('thread', thread)) await pictures.setPlain(each.owner, each.id, off);
}

export async function putBack(place: CommunityPlace, { kind, row, thread }: Piece): Promise<void> {
  const on = { thread, off: null };
  const post = { ...on, board: BOARD, author: authorOf(row.owner) };
  await keptIn(place, kind).setPlain(row.owner, row.id, kind === 'post' ? post : on);
  if (kind === 'comment') return;
  const { pictures } = place.resources;
  for (const each of await pictures.having('off', thread)) await pictures.setPlain(each.owner, each.id, on);
}

/** With its pictures. False where there was none. */
export async function removePiece(place: CommunityPlace, owner: string, kind: Kind, id: string): Promise<boolean> {
  const { pictures } = place.resources;
  if (!(await keptIn(place, kind).remove(owner, id))) return false;
  if (kind === 'comment') return true;
  const own = [...(await pictures.having('thread', id)), ...(await pictures.having('off', id))]
    .filter((each) => each.owner === owner)
    .map((each) => each.id);
  if (own.length > 0) await pictures.remove(owner, own);
  return true;
}

/** Whoever reads their own may have made one line of it. */
export function cut(value: string): { byline: string; text: string } {
  const end = value.indexOf('\n');
  return end < 0 ? { byline: '', text: value } : { byline: value.slice(0, end), text: value.slice(end + 1) };
}
