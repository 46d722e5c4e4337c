/**
 * Load of the community: a feed of 500 authors, search, a thread of 5,000 comments, beside plain tables in the same
 * PostgreSQL that answer the same. Run by `npm run bench -- community`.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededRandom } from '@kept/base';
import { type Bench, type Check, Figures, type Options, type Result, sample } from '@kept/bench';
import { openPool, type Pool, runningServer } from '@kept/db';
import { openService } from '@kept/kit';
import { ageBandOf, jurisdictionOf } from '@kept/policy';
import { startKept } from '@kept/server';
import { authorOf } from './pieces.ts';
import { finderOf } from './search.ts';
import { type CommunityPlace, served } from './service.ts';
import { threadsOf } from './threads.ts';

const AUTHORS = 2_000;
const FOLLOWED = 500;
const COMMENTS = 5_000;
/** Posts are written for so long, and no more than so many. */
const FILL_MS = Number(process.env['KEPT_BENCH_FILL_S'] ?? 240) * 1_000;
const POSTS = 1_000_000;
/** Of one author by one decision. */
const AT_ONCE = 25;
const LANES = 8;
const ASKED = 200;
/** Plain search reads every post that has a common word. */
const SEARCHES = 30;
const SEED = 20_261_127;
const WORDS = 2_000;

const PERSON = { role: 'person' } as const;

interface Stage {
  readonly place: CommunityPlace;
  readonly pool: Pool;
  readonly reader: string;
  readonly thread: string;
  readonly posts: number;
  readonly noise: SeededRandom;
}

const PLAIN = `
  create table plain_posts (id uuid primary key, author uuid not null, at timestamptz not null, byline text not null,
    body text not null, pictures int not null, words tsvector generated always as (to_tsvector('simple', body)) stored);
  create index on plain_posts (author, id);
  create table plain_comments (id uuid primary key, thread uuid not null, author uuid not null, at timestamptz not null,
    byline text not null, body text not null);
  create index on plain_comments (thread, id);
  create table plain_likes (post uuid not null, person uuid not null, primary key (post, person));
  create table plain_follows (person uuid not null, author uuid not null, primary key (person, author));
`;
/** What a page shows of each, as the pages of the service do. */
const shown = (from: string): string => `select p.id, p.byline, p.body, p.at, p.author = $1 as mine, p.pictures,
    (select count(*)::int from plain_likes l where l.post = p.id) as likes,
    (select count(*)::int from plain_comments c where c.thread = p.id) as comments,
    exists (select from plain_likes l where l.post = p.id and l.person = $1) as liked from (${from}) p`;
const FEED =
  shown(`select n.* from plain_follows f cross join lateral (select * from plain_posts where author = f.author
  order by id desc limit 30) n where f.person = $1 order by n.id desc limit 30`);
const SEARCH = shown(
  `select * from plain_posts where words @@ plainto_tsquery('simple', $2) order by id desc limit 30`,
);
const THREAD = `select id, byline, body, at, author = $1 as mine from plain_comments
  where thread = $2 and ($3::uuid is null or id < $3) order by id desc limit 30`;

async function member({ keys, subjects, program, id: region }: CommunityPlace): Promise<string> {
  const id = randomUUID();
  await keys.put([`person:${id}`]);
  const who = { ageBand: ageBandOf(program, 30), jurisdiction: jurisdictionOf(program, 'CN') };
  await subjects.create({ id, region, ...who } as never);
  await subjects.activate(id);
  const evidence = { notice: program.hash, language: 'en', method: 'bench' };
  for (const consent of ['community-interaction', 'public-disclosure', 'community-records'])
    await subjects.giveConsent(id, consent, evidence);
  return id;
}

const textOf = (noise: SeededRandom): string => {
  const words = Array.from({ length: 24 }, () => `word${Math.floor(noise.next() ** 2 * WORDS)}`);
  return `Lin\n${words.join(' ')}`;
};

const lanes = (work: () => Promise<void>): Promise<unknown> => Promise.all(Array.from({ length: LANES }, work));

/** A round of every author, `AT_ONCE` each, until the time is over; the same into the plain tables. */
async function fill(
  place: CommunityPlace,
  pool: Pool,
  authors: readonly string[],
  noise: SeededRandom,
): Promise<number> {
  const until = performance.now() + FILL_MS;
  let [next, posts] = [0, 0];
  await lanes(async () => {
    while (performance.now() < until && posts < POSTS) {
      const owner = authors[next++ % authors.length]!;
      posts += AT_ONCE;
      const texts = Array.from({ length: AT_ONCE }, () => textOf(noise));
      const plain = { board: 'public', pictures: 0, author: authorOf(owner) };
      const entries = texts.map((text) => ({ values: { 'community-posts': text }, plain }));
      const { rows } = await place.resources.posts.append(PERSON, owner, entries);
      await pool.query(
        `insert into plain_posts (id, author, at, byline, body, pictures)
         select i, $1, now(), split_part(t, E'\\n', 1), split_part(t, E'\\n', 2), 0 from unnest($2::uuid[], $3::text[]) u (i, t)`,
        [owner, rows, texts],
      );
    }
  });
  // A post is found in its thread by its own id.
  await pool.query('update community_posts set thread = id');
  return posts;
}

async function comments(
  place: CommunityPlace,
  pool: Pool,
  authors: readonly string[],
  thread: string,
  noise: SeededRandom,
) {
  for (let i = 0; i < COMMENTS; i += AT_ONCE) {
    const owner = authors[i % authors.length]!;
    const texts = Array.from({ length: AT_ONCE }, () => textOf(noise));
    const entries = texts.map((text) => ({ values: { 'community-posts': text }, plain: { thread } }));
    const { rows } = await place.resources.comments.append(PERSON, owner, entries);
    await pool.query(
      `insert into plain_comments select i, $4, $1, now(), split_part(t, E'\\n', 1), split_part(t, E'\\n', 2)
       from unnest($2::uuid[], $3::text[]) u (i, t)`,
      [owner, rows, texts, thread],
    );
  }
}

async function prepare(place: CommunityPlace, pool: Pool, progress: Options['progress']): Promise<Stage> {
  const noise = new SeededRandom(SEED);
  await pool.query(PLAIN);
  const authors: string[] = [];
  await lanes(async () => {
    while (authors.length < AUTHORS) authors.push(await member(place));
  });
  const reader = await member(place);
  progress(`posts are written for ${FILL_MS / 1_000} seconds`);
  const posts = await fill(place, pool, authors, noise);
  const followed = authors.slice(0, FOLLOWED);
  await place.resources.follows.append(
    PERSON,
    reader,
    followed.map((each) => ({ values: { 'community-follows': authorOf(each) }, plain: { whom: authorOf(each) } })),
  );
  await pool.query('insert into plain_follows select $1, unnest($2::uuid[])', [reader, followed]);
  const { rows } = await pool.query<{ id: string }>('select id from plain_posts order by id limit 1');
  const thread = rows[0]!.id;
  await comments(place, pool, authors, thread, noise);
  await pool.query('vacuum analyze');
  return { place, pool, reader, thread, posts, noise };
}

/** Each once in Kept, once plain: alike in what is answered. */
async function round({ place, pool, reader, thread, noise }: Stage, figures: Figures): Promise<Check[]> {
  const threads = threadsOf(place);
  const words = Array.from(
    { length: SEARCHES },
    () => `word${Math.floor(noise.next() * WORDS)} word${Math.floor(noise.next() * 200)}`,
  );
  const search = async (i: number) => threads.these(reader, await finderOf(place).find(words[i]!, 30));
  const kept: Record<string, (i: number) => Promise<unknown>> = {
    'feed of 500': () => threads.following(reader, null),
    search,
    'thread of 5,000': () => threads.thread(reader, thread, null),
  };
  const plain: Record<string, (i: number) => Promise<unknown>> = {
    'feed of 500': () => pool.query({ name: 'feed', text: FEED, values: [reader] }),
    search: (i) => pool.query({ name: 'search', text: SEARCH, values: [reader, words[i]!] }),
    'thread of 5,000': () => pool.query({ name: 'thread', text: THREAD, values: [reader, thread, null] }),
  };
  await search(0);
  for (const what of Object.keys(kept))
    for (const [name, ask] of [
      ['kept', kept[what]!],
      ['plain tables', plain[what]!],
    ] as const) {
      const count = what === 'search' ? SEARCHES : ASKED;
      const { rate, p50, p99 } = await sample(count, 1, ask);
      const many = await sample(count, 16, ask);
      figures.add(name, `${what}: half`, 'ms', p50);
      figures.add(name, `${what}: 99 %`, 'ms', p99);
      figures.add(name, `${what}: one after the other`, '/s', rate);
      figures.add(name, `${what}: 16 at once`, '/s', many.rate);
    }
  const own = (await threads.following(reader, null)).posts.map(({ id }) => id);
  const theirs = (await pool.query<{ id: string }>(FEED, [reader])).rows.map(({ id }) => id);
  return [{ what: 'posts of the feed that differ', count: 30, wrong: own.filter((id, i) => id !== theirs[i]).length }];
}

async function run({ rounds, progress }: Options): Promise<Result> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-community-'));
  const env = { KEPT_DATA: join(dir, 'kept'), KEPT_PORT: '47580', KEPT_DEMO: '0', KEPT_MQTT_PORT: '47583' };
  const kept = await startKept({ env, step: progress });
  const pool = openPool(runningServer(join(dir, 'kept', 'data'))!.url('kept_cn'), { name: 'bench' });
  try {
    const place = openService(served, kept.house.regions.get('cn')!).place as unknown as CommunityPlace;
    const stage = await prepare(place, pool, progress);
    const figures = new Figures();
    const checks: Check[] = [];
    const from = performance.now();
    await finderOf(place).find('word1', 30);
    figures.add('kept', 'index of the newest 100,000 made', 's', (performance.now() - from) / 1_000);
    for (let i = 1; i <= rounds; i++) {
      progress(`round ${i} of ${rounds}`);
      checks.push(...(await round(stage, figures)));
    }
    const all = checks.reduce((sum, { count, wrong }) => ({ count: sum.count + count, wrong: sum.wrong + wrong }), {
      ...{ count: 0, wrong: 0 },
    });
    const metrics = ['feed of 500', 'search', 'thread of 5,000'];
    const compare = metrics.flatMap((what) =>
      ['half', '99 %', '16 at once'].map((how) => ({ of: 'kept', to: 'plain tables', metric: `${what}: ${how}` })),
    );
    const notes = [
      `${stage.posts} posts of ${AUTHORS} authors, ${COMMENTS} comments; search in Kept is over the newest 100,000`,
    ];
    return { series: figures.series(), compare, checks: [{ what: 'posts of the feed that differ', ...all }], notes };
  } finally {
    await pool.end();
    await kept.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** The community beside plain tables. */
export const bench: Bench = {
  question: 'How long do a feed, a search and a long thread take, beside plain tables in the same PostgreSQL?',
  run,
};
