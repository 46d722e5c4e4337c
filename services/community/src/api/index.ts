/**
 * The community in the HTTP API.
 *
 * - **Post**: a text, with pictures. **Comment**: a text under a post. Both are shown as they were written: markup in them is
 *   text too. `mine`: written by whoever asks.
 * - **Byline**: the nickname of the author when it was written; empty where they had none.
 */
import { endpoint, Instant, Uuid, uploadEndpoints } from '@kept/api';
import { z } from 'zod';
import { One, Text } from './parts.ts';

export * from './moderation.ts';

/** Posts, or comments, of one answer. */
export const PAGE = 30;

export const Comment = z.object({
  id: Uuid,
  byline: z.string(),
  text: z.string(),
  at: Instant,
  mine: z.boolean(),
});
export type Comment = z.infer<typeof Comment>;

export const Post = Comment.extend({
  /** By which each is fetched, in order. */
  pictures: z.array(Uuid).max(9),
  likes: z.int(),
  comments: z.int(),
  /** By whoever asks. */
  liked: z.boolean(),
  /** By which the posts of one author are known to belong together, and followed. */
  author: Uuid.nullable(),
  followed: z.boolean(),
});
export type Post = z.infer<typeof Post>;

const Before = z.strictObject({ before: Uuid.optional() });

export const listPosts = endpoint({
  method: 'GET',
  path: '/api/community/posts',
  who: 'person',
  summary: 'Posts, the newest first; `following`: of those whom one follows.',
  query: Before.extend({ of: z.enum(['all', 'following']).optional() }),
  answers: { 200: z.object({ posts: z.array(Post).max(PAGE), before: Uuid.nullable() }) },
});

export const searchPosts = endpoint({
  method: 'POST',
  path: '/api/community/search',
  who: 'person',
  summary:
    'Posts that have every one of these words or tags, the newest first. A POST: what is sought stands in no address.',
  body: z.strictObject({ words: Text(100) }),
  answers: { 200: z.object({ posts: z.array(Post).max(PAGE) }) },
});

export const follow = endpoint({
  method: 'PUT',
  path: '/api/community/authors/:id/follow',
  who: 'person',
  summary: 'Follows whoever writes these posts, or no more. Nobody else learns of it.',
  params: One,
  body: z.strictObject({ follows: z.boolean() }),
  answers: { 204: null },
});

export const makePost = endpoint({
  method: 'POST',
  path: '/api/community/posts',
  who: 'person',
  summary: 'Publishes a post; pictures are sent before.',
  bytes: 64 * 1024,
  body: z.strictObject({ text: Text(10_000), pictures: z.array(Uuid).max(9).optional() }),
  answers: { 201: Post },
});

export const readThread = endpoint({
  method: 'GET',
  path: '/api/community/posts/:id',
  who: 'person',
  summary: 'A post and its newest comments; comments stay readable where the post is gone.',
  params: One,
  query: Before,
  answers: {
    200: z.object({
      /** Null where its author took it down, or closed their account. */
      post: Post.nullable(),
      comments: z.array(Comment).max(PAGE),
      before: Uuid.nullable(),
    }),
  },
});

export const takeDown = endpoint({
  method: 'DELETE',
  path: '/api/community/posts/:id',
  who: 'person',
  summary: 'Takes down a post of one’s own, with its pictures.',
  params: One,
  answers: { 204: null },
});

export const makeComment = endpoint({
  method: 'POST',
  path: '/api/community/posts/:id/comments',
  who: 'person',
  summary: 'Comments on a post.',
  params: One,
  body: z.strictObject({ text: Text(2_000) }),
  answers: { 201: Comment },
});

export const takeBack = endpoint({
  method: 'DELETE',
  path: '/api/community/comments/:id',
  who: 'person',
  summary: 'Takes back a comment of one’s own.',
  params: One,
  answers: { 204: null },
});

export const like = endpoint({
  method: 'PUT',
  path: '/api/community/posts/:id/like',
  who: 'person',
  summary: 'Likes a post, or no more.',
  params: One,
  body: z.strictObject({ liked: z.boolean() }),
  answers: { 204: null },
});

export const readPicture = endpoint({
  method: 'GET',
  path: '/api/community/posts/:id/pictures/:picture',
  who: 'person',
  summary: 'A picture of a post.',
  params: z.strictObject({ id: Uuid, picture: Uuid }),
  query: z.strictObject({ size: z.enum(['whole', 'small']).optional() }),
  answers: { 200: null },
  produces: 'image/jpeg, image/webp',
});

export const pictureUpload = uploadEndpoints('/api/community/pictures');
