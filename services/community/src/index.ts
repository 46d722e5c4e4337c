/**
 * What people write to each other.
 *
 * - **Post**: a text with its pictures. **Thread**: a post and its comments, which outlive it. **Board**: the list of posts.
 * - **Byline**: the nickname that its author had when they wrote it, the first line of what is kept.
 * - **Report**, **case**, **ruling**, **appeal**: what is held against a post or a comment, and what becomes of it.
 */
import { openService, type Region, withRoutes } from '@kept/kit';
import { endOver } from './moderation.ts';
import { communityRoutes } from './routes.ts';
import { type CommunityPlace, served } from './service.ts';

export default {
  ...withRoutes(served, communityRoutes),
  over: (region: Region): Promise<number> => endOver(openService(served, region).place as unknown as CommunityPlace),
};
