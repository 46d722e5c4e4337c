/**
 * Search over sealed posts. No index lies on a disk, where words would outlive whoever wrote them: each process makes one in
 * its memory, of the newest posts, when somebody first searches. It holds numbers for words, under a seed that ends with the
 * process, and ids of posts. What it finds is asked for, opened and compared anew, so that whatever is gone, hidden or not
 * shown any more is not found, whatever the index still says.
 */
import { randomInt } from 'node:crypto';
import { BOARD, type Owned } from './pieces.ts';
import type { CommunityPlace } from './service.ts';
import { normal, wordsOf } from './text-words.ts';

const SERVICE = { role: 'service' } as const;
/** Posts that are searched, the newest ones. */
export const SEARCHED = 100_000;
const PAGE = 1_000;
/** Fewer are new at a search. */
const NEW = 100;
/** Rows by another process may turn up behind newer ones for so long. */
const OVERLAP_MS = 10_000;
/** Found posts that are looked at more closely, for one answer. */
const LOOKED_AT = 120;

interface Doc {
  readonly id: string;
  readonly owner: string;
}

export class Finder {
  readonly #place: CommunityPlace;
  readonly #seed = randomInt(2 ** 32);
  #docs: Doc[] = [];
  #known = new Set<string>();
  /** Places in `#docs`, ascending. */
  #having = new Map<number, number[]>();
  /** When what is new was last read; 0 before the first time. */
  #looked = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(place: CommunityPlace) {
    this.#place = place;
  }

  /** Rows that have every word, the newest first, as far as they may be shown now; at most `limit`. */
  async find(query: string, limit: number): Promise<Owned[]> {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const turn = this.#turn.then(() => this.#catchUp());
    this.#turn = turn.catch(() => {});
    await turn;
    const { posts } = this.#place.resources;
    const docs = this.#candidates(words);
    const texts = await posts.show(SERVICE, docs, 'publication', ['community-posts']);
    const terms = normal(query).split(/\s+/u).filter(Boolean);
    const fits = docs.flatMap(({ id }) => {
      const text = normal(texts.get(id)?.['community-posts'] ?? '');
      return text !== '' && terms.every((term) => text.includes(term)) ? [id] : [];
    });
    // A post that was taken off is in no thread.
    return [...(await posts.newestOf('thread', fits, null, limit))];
  }

  #candidates(words: readonly string[]): Doc[] {
    const lists = words.map((word) => this.#having.get(this.#numberOf(word)) ?? []);
    const [least, ...others] = lists.toSorted((a, b) => a.length - b.length);
    const found: Doc[] = [];
    for (let i = least!.length - 1; i >= 0 && found.length < LOOKED_AT; i--) {
      const place = least![i]!;
      if (others.every((list) => holds(list, place))) found.push(this.#docs[place]!);
    }
    return found;
  }

  async #catchUp(): Promise<void> {
    if (this.#docs.length > 1.5 * SEARCHED) this.#forget();
    const now = this.#place.clock.now();
    const rows = (await this.#unknown()).toReversed();
    this.#looked = now;
    const first = this.#docs.length;
    const places = new Map(rows.map(({ id }, i) => [id, first + i]));
    for (const { id, owner } of rows) {
      this.#docs.push({ id, owner });
      this.#known.add(id);
    }
    // Those of one author together, which are one decision.
    const byOwner = rows.toSorted((a, b) => (a.owner < b.owner ? -1 : 1));
    for (let i = 0; i < byOwner.length; i += PAGE) {
      const part = byOwner.slice(i, i + PAGE);
      const texts = await this.#place.resources.posts.show(SERVICE, part, 'publication', ['community-posts']);
      for (const [id, values] of texts) this.#add(places.get(id)!, values['community-posts'] ?? '');
    }
    if (rows.length > 1) for (const list of this.#having.values()) if (!ascending(list)) list.sort((a, b) => a - b);
  }

  /** The newest first. */
  async #unknown(): Promise<Doc[]> {
    const { posts } = this.#place.resources;
    // What was made some time before the last look was there to be seen then.
    const since = this.#looked - OVERLAP_MS;
    const found: Doc[] = [];
    const page = this.#looked === 0 ? PAGE : NEW;
    let before: string | null = null;
    for (;;) {
      const rows: readonly Owned[] = await posts.newest('board', BOARD, before, page);
      for (const { id, owner } of rows) if (!this.#known.has(id)) found.push({ id, owner });
      before = rows.at(-1)?.id ?? null;
      if (before === null || rows.length < page || found.length >= SEARCHED) return found.slice(0, SEARCHED);
      if (Number.parseInt(before.replace('-', '').slice(0, 12), 16) < since) return found;
    }
  }

  #add(place: number, text: string): void {
    for (const word of new Set(wordsOf(text))) {
      const number = this.#numberOf(word);
      const list = this.#having.get(number);
      if (list) list.push(place);
      else this.#having.set(number, [place]);
    }
  }

  #forget(): void {
    this.#looked = 0;
    this.#docs = [];
    this.#known = new Set();
    this.#having = new Map();
  }

  /** FNV-1a. Two words may have one number: what was found is compared with the words themselves. */
  #numberOf(word: string): number {
    let hash = this.#seed ^ 0x811c9dc5;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    return hash >>> 0;
  }
}

const ascending = (list: readonly number[]): boolean => list.every((each, i) => i === 0 || list[i - 1]! < each);

function holds(list: readonly number[], wanted: number): boolean {
  let [from, to] = [0, list.length - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const there = list[middle]!;
    if (there === wanted) return true;
    if (there < wanted) from = middle + 1;
    else to = middle - 1;
  }
  return false;
}

const finders = new WeakMap<object, Finder>();

/** Of a region; the same for whoever asks. */
export function finderOf(place: CommunityPlace): Finder {
  const made = finders.get(place.vault) ?? new Finder(place);
  finders.set(place.vault, made);
  return made;
}
