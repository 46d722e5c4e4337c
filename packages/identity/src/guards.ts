/** What the library leaves open: passwords that anybody would guess, and app codes that work twice. */
import { Minutes } from '@kept/base';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { contactsOf } from './account.ts';
import { kept } from './calls.ts';
import type { AccountRow, Context, Desk } from './desk.ts';
import { passwordRefused, secondStepWrong } from './errors.ts';

/** An app's code is good for three steps of thirty seconds. */
const TOTP_LIFE = Minutes(2);

export function guards(desk: Desk): BetterAuthPlugin {
  return {
    id: 'kept-guards',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/change-password',
          handler: createAuthMiddleware((ctx) => kept(() => newPassword(desk, ctx as unknown as Context))),
        },
        {
          matcher: ({ path }) => path === '/two-factor/verify-totp',
          handler: createAuthMiddleware((ctx) => kept(() => eachCodeOnce(desk, ctx as unknown as Context))),
        },
      ],
    },
  };
}

/** By path, never inside the hash function: signing in hashes too. */
async function newPassword(desk: Desk, ctx: Context): Promise<void> {
  const session = await getSessionFromCtx<{ name: string }>(ctx);
  if (!session) throw APIError.from('UNAUTHORIZED', { code: 'UNAUTHORIZED', message: 'Unauthorized' });
  const person = session.user as unknown as AccountRow;
  const about = [...contactsOf(person).map(({ value }) => value), person.name, 'kept'];
  const fault = await desk.passwords.fault(String(ctx.body?.newPassword ?? ''), about);
  if (fault) throw passwordRefused(fault, '/next');
}

/** First caller wins: a code that somebody looked on at is spent. */
async function eachCodeOnce(desk: Desk, ctx: Context): Promise<void> {
  const session = await getSessionFromCtx(ctx).catch(() => null);
  const person = session?.user.id ?? (await challenged(ctx));
  const code = String(ctx.body?.code ?? '').trim();
  if (person && !(await desk.limits.take('totp', `${person}:${code}`, 1, TOTP_LIFE))) throw secondStepWrong();
}

async function challenged(ctx: Context): Promise<string | undefined> {
  const { createAuthCookie, internalAdapter, secret } = ctx.context;
  const challenge = await ctx.getSignedCookie(createAuthCookie('two_factor').name, secret);
  return challenge ? (await internalAdapter.findVerificationValue(challenge))?.value : undefined;
}
