/** Problems on their way out, also where no route and no framework comes into play. */
import type { Socket } from 'node:net';
import type { Problem } from '@kept/api';
import type { FastifyReply } from 'fastify';
import { problemOf } from './problem.ts';

const TYPE = 'application/problem+json; charset=utf-8';

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAt !== undefined) reply.header('retry-after', secondsUntil(problem.retryAt));
  return (
    reply
      .code(problem.status)
      // Said here too: an address that is none passes no hook.
      .headers({ 'content-type': TYPE, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
      .serializer((body: unknown) => JSON.stringify(body))
      .send(problem)
  );
}

const secondsUntil = (at: number): number => Math.max(1, Math.ceil((at - Date.now()) / 1_000));

/** To bytes that are no HTTP request. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const problem = problemOf({ statusCode: 400, code: error.code });
    const body = JSON.stringify(problem);
    const head = [
      `HTTP/1.1 ${problem.status} ${problem.code}`,
      `content-type: ${TYPE}`,
      `content-length: ${Buffer.byteLength(body)}`,
      ...['cache-control: no-store', 'x-content-type-options: nosniff', 'connection: close'],
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroySoon();
}
