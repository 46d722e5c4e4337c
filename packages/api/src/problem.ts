import { z } from 'zod';
import { ClauseId, Instant } from './words.ts';

/** One field of a request that does not do, so that a form can say so beside it. */
export const FieldProblem = z.object({
  /** JSON pointer into the body, `/contact/value`; in the address, `/query/limit` or `/params/id`. */
  field: z.string().max(200),
  code: z.string().max(80),
  message: z.string().max(1_000),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

/**
 * RFC 9457 `application/problem+json`, the body of every answer from 400 on. `title`, `detail` and `help` are sentences for
 * the person in the language asked for; `code` is for programs. None ever carries a personal value.
 */
export const Problem = z.object({
  /** `https://…/errors/<code>` or `about:blank`. */
  type: z.string().max(200),
  title: z.string().max(400),
  status: z.int().min(400).max(599),
  /** `SESSION_NOT_FRESH`, `GATE_REFUSED`; listed in the error reference. */
  code: z.string().max(80),
  detail: z.string().max(1_000).optional(),
  /** What can be done about it. */
  help: z.string().max(1_000).optional(),
  /** JSON pointer to the first field at fault. */
  field: z.string().max(200).optional(),
  /** Every field at fault, the first included. */
  problems: z.array(FieldProblem).max(100).optional(),
  /** Clause that decided, where the policy refused. */
  clause: ClauseId.optional(),
  /** When the same call may be made again, for 429 and 503. */
  retryAt: Instant.optional(),
  /** Number under which the server's log knows this failure. */
  reference: z.string().max(80).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Codes on which the web app acts by itself; every other is only shown. */
export const ActedOn = {
  /** 401: nobody is signed in. */
  sessionNone: 'SESSION_REQUIRED',
  /** 401: the session ended while the call was under way. */
  sessionEnded: 'IDENTITY_SIGNED_OUT',
  /** 401: the call needs `proveSession` first. */
  sessionNotFresh: 'SESSION_NOT_FRESH',
  /** 401: the same, said by the account desk. */
  proofNeeded: 'IDENTITY_NOT_FRESH',
  /** 409: the notice named in a registration is not in force any more; show the new one. */
  noticeChanged: 'ACCOUNT_NOTICE_CONFLICT',
} as const;
