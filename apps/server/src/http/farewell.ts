/** How a server that stops parts with those who are still connected. */
import type { FastifyInstance } from 'fastify';

/** For answers that are under way: longer than any of them takes, shorter than a supervisor waits before it kills. */
export const GRACE_MS = 5_000;

/**
 * Once the server stops, whatever is under way may end within `graceMs`; then its connection is cut. Without it one
 * client that sends half a request, or does not read its answer, keeps the server up for as long as it likes.
 */
export function farewell(app: FastifyInstance, graceMs: number = GRACE_MS): void {
  app.addHook('preClose', async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), graceMs);
    app.server.once('close', () => clearTimeout(cut));
  });
}
