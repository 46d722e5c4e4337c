/**
 * What people write to each other.
 *
 * - **Post**: a text with its pictures. **Thread**: a post and its comments, which outlive it. **Board**: the list of posts.
 * - **Byline**: the nickname that its author had when they wrote it, the first line of what is kept.
 */
import { withRoutes } from '@kept/kit';
import { communityRoutes } from './routes.ts';
import { served } from './service.ts';

export default withRoutes(served, communityRoutes);
