/** What moderators see and decide. Whatever they open or decide is an entry of its person’s ledger before it is done. */
import { NothingHeld } from '@kept/kit';
import type { Case, Contested, Ground, Opened, Outcome } from './api/index.ts';
import { SameModerator } from './errors.ts';
import { cut, type Kind, keptIn, type Owned, type Piece, pieceOf, putBack, removePiece, takeOff } from './pieces.ts';
import type { CommunityPlace } from './service.ts';

const DAY = 86_400_000;
/** So long a decision can be appealed against; what is to be removed goes after that. */
export const APPEAL_MS = 30 * DAY;
/** A ruling that nothing depends on any more. */
const RULING_MS = 365 * DAY;
/** A picture that no post took up by then is not kept. */
const WAITS_MS = DAY;
const AT_ONCE = 500;

interface Moderator {
  readonly role: 'operator';
  readonly id: string;
}
export const moderator = (id: string): Moderator => ({ role: 'operator', id });

/** Nothing is opened for it. */
export async function cases(place: CommunityPlace): Promise<Case[]> {
  const open = await place.resources.reports.having('open', 'yes');
  return [...Map.groupBy(open, ({ plain }) => plain['about'] as string)]
    .map(([id, rows]): Case => {
      const { kind, thread } = rows[0]!.plain as { kind: Kind; thread: string };
      const grounds = [...new Set(rows.map(({ plain }) => plain['ground'] as Ground))];
      const since = Math.min(...rows.map(({ createdAt }) => createdAt.getTime()));
      return { id, kind, thread, since, reports: rows.length, grounds };
    })
    .toSorted((a, b) => a.since - b.since)
    .slice(0, AT_ONCE);
}

export async function contested(place: CommunityPlace, by: Moderator): Promise<Contested[]> {
  const { appeals } = place.resources;
  const found: Contested[] = [];
  for (const { owner, id, createdAt } of (await appeals.having('open', 'yes')).slice(0, AT_ONCE)) {
    const ruling = await rulingOf(place, owner, id);
    if (!ruling) continue;
    const { kind, outcome, ground } = ruling.plain as { kind: Kind; outcome: Outcome; ground: Ground };
    found.push({ id, kind, outcome, ground, since: createdAt.getTime(), own: ruling.plain['by'] === by.id });
  }
  return found;
}

/** Throws KIT_NOT_FOUND where nobody reports it any more. */
export async function openCase(place: CommunityPlace, by: Moderator, id: string): Promise<Opened> {
  const { reports } = place.resources;
  const { rows, piece } = await caseOf(place, id);
  const said: Opened['said'] = [];
  for (const { owner, id: row, plain } of rows.slice(0, 100)) {
    const { 'request-text': text = '' } = await reports.read(by, owner, row, 'requests', ['request-text']);
    said.push({ ground: plain['ground'] as Ground, text: cut(text).text });
  }
  return { ...(await openPiece(place, by, piece)), said };
}

/** Throws KIT_NOT_FOUND. */
export async function casePicture(place: CommunityPlace, by: Moderator, id: string, picture: string) {
  const { piece } = await caseOf(place, id);
  const { pictures } = place.resources;
  const found = piece && (await pictures.having('thread', piece.thread)).find((each) => each.id === picture);
  if (!found) throw new NothingHeld();
  return pictures.files.open(by, found.owner, picture, 'community-interaction', 'use', 'small');
}

interface Decision {
  readonly outcome: Outcome;
  readonly ground: Ground;
  readonly text?: string | undefined;
}

/** Throws KIT_NOT_FOUND where it was decided, or is gone. */
export async function decide(place: CommunityPlace, by: Moderator, id: string, decision: Decision): Promise<void> {
  const { rulings, reports } = place.resources;
  const { rows, piece } = await caseOf(place, id);
  if (piece) {
    const { outcome, ground, text = '' } = decision;
    const { owner } = piece.row;
    await onRecord(place, by, owner, `moderation ${outcome} ${ground}`);
    if (outcome !== 'kept') {
      const plain = {
        ...{
          about: id,
          thread: piece.thread,
          kind: piece.kind,
          outcome,
          ground,
          by: by.id,
          state: 'told',
          seen: false,
        },
        until: new Date(place.clock.now() + APPEAL_MS),
      };
      const value = { 'community-posts': `${outcome}: ${ground}\n${text.trim()}` };
      // Named by the first report: of two who decide at once one is told VAULT_ROW_CONFLICT.
      await rulings.collect(by, owner, value, rows[0]!.id, plain);
    }
    if (outcome === 'hidden' || outcome === 'removed') await takeOff(place, piece);
  }
  for (const { owner, id: row } of rows) await reports.remove(owner, row);
}

/** Throws KIT_NOT_FOUND. */
export async function openAppeal(place: CommunityPlace, by: Moderator, id: string): Promise<Opened> {
  const { owner, ruling } = await appealOf(place, id);
  const read = await place.resources.appeals.read(by, owner, id, 'requests', ['request-text']);
  const piece = ruling && (await pieceAbout(place, ruling));
  return { ...(await openPiece(place, by, piece)), said: [{ ground: null, text: read['request-text'] ?? '' }] };
}

/** Throws KIT_NOT_FOUND, COMMUNITY_SAME_MODERATOR. */
export async function settle(place: CommunityPlace, by: Moderator, id: string, stands: boolean): Promise<void> {
  const { rulings, appeals } = place.resources;
  const { owner, ruling } = await appealOf(place, id);
  if (ruling?.plain['by'] === by.id) throw new SameModerator();
  if (ruling) {
    await onRecord(place, by, owner, `moderation appeal ${stands ? 'upheld' : 'reversed'}`);
    const piece = stands ? null : await pieceAbout(place, ruling);
    if (piece?.row.plain['off']) await putBack(place, piece);
    const until = new Date(place.clock.now());
    await rulings.setPlain(owner, id, { state: stands ? 'upheld' : 'reversed', seen: false, until });
  }
  await appeals.remove(owner, id);
}

/** What was to be removed and cannot be appealed against, old rulings, reports of what is gone, pictures without a post. */
export async function endOver(place: CommunityPlace): Promise<number> {
  const { rulings, reports, pictures } = place.resources;
  const now = place.clock.now();
  let ended = 0;
  for (const { owner, id, plain, createdAt } of await rulings.until('until', now)) {
    if (plain['state'] === 'appealed') continue;
    if (plain['outcome'] === 'removed' && plain['state'] !== 'reversed')
      ended += Number(await removePiece(place, owner, plain['kind'] as Kind, plain['about'] as string));
    if (createdAt.getTime() <= now - RULING_MS) ended += Number(await rulings.remove(owner, id));
  }
  for (const { id, kind, thread } of await cases(place)) {
    if (await pieceOf(place, kind, thread, id)) continue;
    for (const row of await reports.having('about', id)) ended += Number(await reports.remove(row.owner, row.id));
  }
  for (const { owner, id } of await pictures.until('waits', now - WAITS_MS))
    ended += Number(await pictures.remove(owner, id));
  return ended;
}

async function caseOf(place: CommunityPlace, id: string): Promise<{ rows: readonly Owned[]; piece: Piece | null }> {
  const rows = await place.resources.reports.having('about', id);
  if (rows.length === 0) throw new NothingHeld();
  const { kind, thread } = rows[0]!.plain as { kind: Kind; thread: string };
  return { rows, piece: await pieceOf(place, kind, thread, id) };
}

async function appealOf(place: CommunityPlace, id: string) {
  const [found] = await place.resources.appeals.having('ruling', id);
  if (!found) throw new NothingHeld();
  return { owner: found.owner, ruling: await rulingOf(place, found.owner, id) };
}

const rulingOf = async ({ resources }: CommunityPlace, owner: string, id: string) =>
  (await resources.rulings.rows(owner)).find((row) => row.id === id);

const pieceAbout = (place: CommunityPlace, { plain }: Pick<Owned, 'plain'>): Promise<Piece | null> =>
  pieceOf(place, plain['kind'] as Kind, plain['thread'] as string, plain['about'] as string);

async function openPiece(place: CommunityPlace, by: Moderator, piece: Piece | null | undefined) {
  if (!piece) return { text: null, byline: '', pictures: [] };
  const { kind, row, thread } = piece;
  const from = keptIn(place, kind);
  const { 'community-posts': value = '' } = await from.read(by, row.owner, row.id, 'community-interaction', [
    'community-posts',
  ]);
  const shown = kind === 'post' ? await place.resources.pictures.having('thread', thread) : [];
  return { ...cut(value), pictures: shown.map(({ id }) => id).slice(0, 9) };
}

const onRecord = ({ gate, service }: CommunityPlace, by: Moderator, subject: string, note: string) =>
  gate.permit({
    ...{ action: 'use', actor: by, service, subject, note },
    ...{ purpose: 'community-interaction', fields: ['community-posts'] },
  });
