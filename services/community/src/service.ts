/** What people write to each other. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';

const thread = { type: 'uuid', why: 'which post it belongs to: an opaque id', indexed: true, nullable: true } as const;
const off = {
  type: 'uuid',
  why: 'under which post it stood before a moderator took it off: an opaque id',
  indexed: true,
  nullable: true,
} as const;
const about = {
  type: 'uuid',
  why: 'which post or comment it is about: an opaque id',
  indexed: true,
  nullable: true,
} as const;
const kind = { type: 'text', why: 'whether that is a post or a comment', nullable: true } as const;
const ground = { type: 'text', why: 'one of six kinds of trouble', nullable: true } as const;
const open = { type: 'text', why: 'whether somebody has still to look at it', indexed: true, nullable: true } as const;
const later = 'not kept yet';

/**
 * The policy lets `community-posts` be shown to everybody, and the record of comments to nobody but whoever wrote them. So a
 * comment is kept as what it is: something published, under a post. Likes are the record of whoever likes; others see how
 * many there are, which is no more than the number of rows. What somebody reports, or holds against a decision, is a request:
 * it is there for whoever looks at it, and goes once it is decided.
 */
export const community = defineService({
  name: 'community',
  label: { 'zh-Hans': '社区', 'zh-Hant': '社群', en: 'Community' },
  about: {
    'zh-Hans': '发帖、配图、评论、点赞；同意公开的，大家才看得到。',
    'zh-Hant': '發文、附圖、留言、按讚；同意公開的，大家才看得到。',
    en: 'Posts with pictures, comments and likes; others see what you agreed to make public.',
  },
  policy: aqaraAccount,
  uses: ['account'],
  serves: ['community', 'request'],
  publishes: ['publication'],
  resources: {
    posts: {
      collection: 'community',
      label: { 'zh-Hans': '帖子', 'zh-Hant': '貼文', en: 'Posts' },
      rows: 'many',
      shown: 'publication',
      form: { 'community-posts': { kind: 'multiline', longest: 10_100 } },
      plain: {
        thread,
        board: { type: 'text', why: 'on which list it stands', indexed: true, nullable: true },
        pictures: { type: 'integer', why: 'how many pictures it has', nullable: true },
        off,
        author: {
          ...{ type: 'uuid', indexed: true, nullable: true },
          why: 'whose it is, by a name made of their id that leads nowhere else',
        },
      },
    },
    comments: {
      collection: 'community',
      label: { 'zh-Hans': '评论', 'zh-Hant': '留言', en: 'Comments' },
      rows: 'many',
      shown: 'publication',
      form: { 'community-posts': { kind: 'multiline', longest: 2_100 } },
      plain: { thread, off },
    },
    pictures: {
      collection: 'community',
      label: { 'zh-Hans': '帖子配图', 'zh-Hant': '貼文附圖', en: 'Pictures of posts' },
      rows: 'many',
      shown: 'publication',
      form: { 'community-posts': { kind: 'file', longest: 300 } },
      plain: {
        ...{ thread, off },
        waits: { type: 'timestamptz', why: 'since when no post took it up', indexed: true, nullable: true },
      },
    },
    likes: {
      collection: 'community',
      label: { 'zh-Hans': '赞过的', 'zh-Hant': '按過讚的', en: 'Likes' },
      rows: 'many',
      form: { 'community-likes': { kind: 'text', longest: 80 } },
      plain: { thread },
    },
    follows: {
      collection: 'community',
      label: { 'zh-Hans': '关注的人', 'zh-Hant': '追蹤的人', en: 'People you follow' },
      rows: 'many',
      form: { 'community-follows': { kind: 'text', longest: 80 } },
      plain: {
        whom: {
          ...{ type: 'uuid', indexed: true, nullable: true },
          why: 'whose posts, by the name that these have',
        },
      },
    },
    rulings: {
      collection: 'community',
      label: { 'zh-Hans': '版主的处理', 'zh-Hant': '版主的處理', en: 'What moderators decided' },
      rows: 'many',
      form: { 'community-posts': { kind: 'multiline', longest: 1_100 } },
      plain: {
        ...{ about, thread, kind, ground },
        outcome: { type: 'text', why: 'hidden, removed or warned', nullable: true },
        by: { type: 'text', why: 'which account of staff decided: an opaque id', nullable: true },
        state: { type: 'text', why: 'told, appealed, upheld or reversed', nullable: true },
        seen: { type: 'boolean', why: 'whether it was looked at', nullable: true },
        until: { type: 'timestamptz', why: 'until when it can be appealed against', indexed: true, nullable: true },
      },
    },
    reports: {
      collection: 'request',
      label: { 'zh-Hans': '举报', 'zh-Hant': '檢舉', en: 'Reports' },
      rows: 'many',
      form: { 'request-text': { kind: 'multiline', longest: 1_100 } },
      plain: { ...{ about, thread, kind, ground, open } },
    },
    appeals: {
      collection: 'request',
      label: { 'zh-Hans': '申诉', 'zh-Hant': '申覆', en: 'Appeals' },
      rows: 'many',
      form: { 'request-text': { kind: 'multiline', longest: 1_100 } },
      plain: {
        open,
        ruling: { type: 'uuid', why: 'against which decision: an opaque id', indexed: true, nullable: true },
      },
    },
  },
  elsewhere: {
    'request-identity-document': 'asked for by nobody here',
    ...{ 'community-browsing': later, 'community-posting': later, 'community-favourites': later },
    ...{ 'community-comments': 'kept as what was published: see `comments`', 'community-drafts': later },
    ...{ 'community-videos': later, 'community-messages': later },
    ...{ 'community-followers': 'nobody’s list: see `follows`', 'community-level': later },
  },
});

export type CommunityContext = ContextOf<typeof community>;
export type CommunityPlace = ReturnType<CommunityContext['at']>;

/** Its tables; the routes are in index.ts. */
export const served = serve(community, []);
