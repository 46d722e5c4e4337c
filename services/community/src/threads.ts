/** Posts and comments as they are kept, and as they are shown: sealed under their author, opened by a decision for each. */
import { NothingHeld, openService, type Repository, type SignedIn, uuidv7 } from '@kept/kit';
import account from '@kept/service-account';
import { type Comment, PAGE, type Post } from './api/index.ts';
import { NoSuchPicture } from './errors.ts';
import { followed } from './follows.ts';
import { Pace } from './pace.ts';
import { authorOf, BOARD, cut, nameOf, type Owned, removePiece } from './pieces.ts';
import type { CommunityPlace } from './service.ts';

const PERSON = { role: 'person' } as const;
const SERVICE = { role: 'service' } as const;
const [POSTS, COMMENTS] = [10, 30];

const opened = new WeakMap<object, Threads>();

/** The threads of a region; the same for whoever asks. */
export function threadsOf(place: CommunityPlace): Threads {
  const made = opened.get(place.vault) ?? new Threads(place);
  opened.set(place.vault, made);
  return made;
}

/** The threads of a region. */
export class Threads {
  readonly #place: CommunityPlace;
  readonly #names: Repository;
  readonly #posts: Pace;
  readonly #comments: Pace;

  constructor(place: CommunityPlace) {
    this.#place = place;
    this.#names = openService(account, place).place.resources['registration'] as never;
    this.#posts = new Pace(place.resources.posts, place.clock, POSTS);
    this.#comments = new Pace(place.resources.comments, place.clock, COMMENTS);
  }

  /** Throws GATE_REFUSED, COMMUNITY_TOO_MANY, COMMUNITY_PICTURE_NOT_FOUND; then nothing was kept. */
  async post(person: string, text: string, pictures: readonly string[]): Promise<Post> {
    const { posts, pictures: all } = this.#place.resources;
    await this.#mayPublish(person);
    const free = (await all.rows(person)).filter(({ plain }) => plain['waits'] !== null);
    if (new Set(pictures).size < pictures.length || pictures.some((id) => !free.some((each) => each.id === id)))
      throw new NoSuchPicture();
    const id = uuidv7(this.#place.clock);
    const value = await this.#signed(person, text);
    const plain = { thread: id, board: BOARD, pictures: pictures.length, author: authorOf(person) };
    await this.#posts.step(person, async () => {
      await posts.collect(PERSON, person, { 'community-posts': value }, id, plain);
      return id;
    });
    for (const picture of pictures) await all.setPlain(person, picture, { thread: id, waits: null });
    const [made] = await this.#seen(person, await posts.newest('thread', id, null, 1));
    if (!made) throw new NothingHeld();
    return made;
  }

  /** Those whose authors let them be seen; `before` is where the next page begins, null at the end. */
  async board(person: string, before: string | null): Promise<{ posts: Post[]; before: string | null }> {
    const rows = await this.#place.resources.posts.newest('board', BOARD, before, PAGE);
    return { posts: await this.#seen(person, rows), before: next(rows) };
  }

  /** The same of those whom the reader follows. */
  async following(person: string, before: string | null): Promise<{ posts: Post[]; before: string | null }> {
    const rows = await this.#place.resources.posts.newestOf(
      'author',
      await followed(this.#place, person),
      before,
      PAGE,
    );
    return { posts: await this.#seen(person, rows), before: next(rows) };
  }

  /** Of these, those that may be shown now, in their order. */
  async these(person: string, rows: readonly Owned[]): Promise<Post[]> {
    return this.#seen(person, rows);
  }

  /** Throws KIT_NOT_FOUND where there is neither a post nor a comment. */
  async thread(person: string, id: string, before: string | null) {
    const { posts, comments } = this.#place.resources;
    const [post] = await this.#seen(person, await posts.newest('thread', id, null, 1));
    const rows = await comments.newest('thread', id, before, PAGE);
    if (!post && rows.length === 0 && before === null) throw new NothingHeld();
    return { post: post ?? null, comments: await this.#said(person, comments, rows), before: next(rows) };
  }

  /** Throws GATE_REFUSED, COMMUNITY_TOO_MANY, KIT_NOT_FOUND. */
  async comment(person: string, thread: string, text: string): Promise<Comment> {
    const { posts, comments } = this.#place.resources;
    if ((await posts.newest('thread', thread, null, 1)).length === 0) throw new NothingHeld();
    await this.#mayPublish(person);
    const id = uuidv7(this.#place.clock);
    const value = await this.#signed(person, text);
    await this.#comments.step(person, async () => {
      await comments.collect(PERSON, person, { 'community-posts': value }, id, { thread });
      return id;
    });
    const { byline, text: body } = cut(value);
    return { id, byline, text: body, at: this.#place.clock.now(), mine: true };
  }

  /** Throws KIT_NOT_FOUND for what is not theirs. */
  async takeDown(person: string, id: string): Promise<void> {
    if (!(await removePiece(this.#place, person, 'post', id))) throw new NothingHeld();
  }

  /** Throws KIT_NOT_FOUND for what is not theirs. */
  async takeBack(person: string, id: string): Promise<void> {
    if (!(await this.#place.resources.comments.remove(person, id))) throw new NothingHeld();
  }

  /** Once, however often it is said. Throws GATE_REFUSED, KIT_NOT_FOUND. */
  async like(person: string, thread: string, liked: boolean): Promise<void> {
    const { posts, likes } = this.#place.resources;
    const row = rowOfLike(person, thread);
    if (!liked) return void (await likes.remove(person, row));
    if ((await posts.newest('thread', thread, null, 1)).length === 0) throw new NothingHeld();
    if ((await likes.rows(person)).some(({ id }) => id === row)) return;
    await likes.collect(PERSON, person, { 'community-likes': thread }, row, { thread }).catch((error: unknown) => {
      // Said twice at once.
      if ((error as { code?: string }).code !== 'VAULT_ROW_CONFLICT') throw error;
    });
  }

  /** Throws KIT_NOT_FOUND; GATE_REFUSED where its author lets nobody see it any more. */
  async picture({ id: person }: SignedIn, thread: string, picture: string, which: 'whole' | 'small') {
    const { pictures } = this.#place.resources;
    const found = (await pictures.newest('thread', thread, null, PAGE)).find(({ id }) => id === picture);
    if (!found) throw new NothingHeld();
    const [by, purpose, action] =
      found.owner === person ? ([PERSON, 'rights', 'use'] as const) : ([SERVICE, 'publication', 'disclose'] as const);
    return pictures.files.open(by, found.owner, picture, purpose, action, which);
  }

  /** Before anything is kept that nobody could see. */
  async #mayPublish(person: string): Promise<void> {
    await this.#place.gate.permit({
      ...{ action: 'disclose', actor: SERVICE, service: this.#place.service, subject: person },
      ...{ purpose: 'publication', fields: ['community-posts'] },
    });
  }

  /** With the nickname that its author has now, which the policy lets be shown with it. */
  async #signed(person: string, text: string): Promise<string> {
    const own = await this.#names.read(PERSON, person, person, 'rights' as never, ['account-nickname'] as never);
    return `${(own as { 'account-nickname'?: string })['account-nickname'] ?? ''}\n${text}`;
  }

  async #seen(person: string, rows: readonly Owned[]): Promise<Post[]> {
    const { comments, likes, pictures } = this.#place.resources;
    const ids = rows.map(({ id }) => id);
    const [said, liked, commented, own, whom] = await Promise.all([
      this.#said(person, this.#place.resources.posts, rows),
      likes.counts('thread', ids),
      comments.counts('thread', ids),
      likes.rows(person),
      followed(this.#place, person),
    ]);
    const follows = new Set(whom);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return Promise.all(
      said.map(async (each): Promise<Post> => {
        const plain = byId.get(each.id)?.plain ?? {};
        const author = (plain['author'] as string | null | undefined) ?? null;
        const shown = plain['pictures'] ? await pictures.newest('thread', each.id, null, PAGE) : [];
        return {
          ...each,
          // By the age of what was sent, which is their order.
          pictures: shown
            .map(({ id }) => id)
            .toReversed()
            .slice(0, 9),
          ...{ author, followed: author !== null && follows.has(author) },
          likes: liked.get(each.id) ?? 0,
          comments: commented.get(each.id) ?? 0,
          liked: own.some(({ id }) => id === rowOfLike(person, each.id)),
        };
      }),
    );
  }

  /** In the order of the rows; what its author lets nobody see is left out. */
  async #said(
    person: string,
    from: CommunityPlace['resources']['posts' | 'comments'],
    rows: readonly Owned[],
  ): Promise<Comment[]> {
    const shown = await from.show(SERVICE, rows, 'publication', ['community-posts']);
    return rows.flatMap(({ id, owner, createdAt }): Comment[] => {
      const value = shown.get(id)?.['community-posts'];
      return value === undefined ? [] : [{ id, ...cut(value), at: createdAt.getTime(), mine: owner === person }];
    });
  }
}

const next = (rows: readonly Owned[]): string | null => (rows.length < PAGE ? null : (rows.at(-1)?.id ?? null));

/** One for each person and post: two of them cannot be. */
const rowOfLike = (person: string, thread: string): string => nameOf('like', person, thread);
