/** Our own endpoints inside the library's router, so that its limits, origin check and cookies hold for them too. */
import type { BetterAuthPlugin } from 'better-auth';
import {
  createAuthEndpoint,
  type createAuthMiddleware,
  formCsrfMiddleware,
  freshSessionMiddleware,
  sensitiveSessionMiddleware,
} from 'better-auth/api';
import { z } from 'zod';
import { kept } from './calls.ts';
import { normaliseContact } from './contact.ts';
import { changeContact, sendContactCode } from './contact-change.ts';
import {
  ProofBody,
  ProofCodeBody,
  ProvingBody,
  proveContact,
  resendProofCode,
  startContactProof,
} from './contact-proof.ts';
import type { AccountRow, Context, Desk } from './desk.ts';
import { ResetBody, resetPassword, sendResetCode } from './recovery.ts';
import {
  ConfirmBody,
  confirmRegistration,
  ResendBody,
  resendCode,
  StartBody,
  startRegistration,
} from './registration.ts';
import { CodeBody, ContactBody, PasswordBody, sendSignInCode, signInByCode, signInByPassword } from './sign-in.ts';

const Only = z.strictObject({ contact: ContactBody });

type Middlewares = ReturnType<typeof createAuthMiddleware>[];

function post<S extends z.ZodType>(
  path: string,
  body: S,
  use: Middlewares,
  run: (ctx: Context, body: z.infer<S>) => Promise<unknown>,
) {
  return createAuthEndpoint(path, { method: 'POST', body, use }, async (ctx) => {
    const context = ctx as unknown as Context;
    return ctx.json((await kept(() => run(context, ctx.body as z.infer<S>))) ?? null);
  });
}

const ANYONE: Middlewares = [formCsrfMiddleware];

/** Seconds and calls from one address; above them the library answers 429. */
const RATES: readonly (readonly [path: string, window: number, max: number])[] = [
  ['/registration/start', 60, 10],
  ['/registration/code', 60, 10],
  ['/registration/confirm', 60, 20],
  ['/sign-in/', 10, 5],
  ['/password/', 60, 10],
  ['/contact/', 60, 10],
  ['/contact-proof/', 60, 10],
];

export function endpoints(desk: Desk): BetterAuthPlugin {
  const signedIn = (ctx: Context): AccountRow => (ctx.context.session as unknown as { user: AccountRow }).user;
  return {
    id: 'kept',
    schema: {
      user: {
        fields: { phoneNumber: { type: 'string', required: false, unique: true, returned: true, input: false } },
      },
    },
    endpoints: {
      startRegistration: post('/registration/start', StartBody, ANYONE, (_, body) => startRegistration(desk, body)),
      resendCode: post('/registration/code', ResendBody, ANYONE, (_, { registration }) =>
        resendCode(desk, registration),
      ),
      confirmRegistration: post('/registration/confirm', ConfirmBody, ANYONE, (ctx, body) =>
        confirmRegistration(desk, ctx, body),
      ),
      signInByPassword: post('/sign-in/password', PasswordBody, ANYONE, (ctx, body) =>
        signInByPassword(desk, ctx, normaliseContact(body.contact), body.password),
      ),
      sendSignInCode: post('/sign-in/code', Only, ANYONE, (ctx, body) =>
        sendSignInCode(desk, ctx, normaliseContact(body.contact)),
      ),
      signInByCode: post('/sign-in/code/verify', CodeBody, ANYONE, (ctx, body) =>
        signInByCode(desk, ctx, normaliseContact(body.contact), body.code),
      ),
      sendResetCode: post('/password/code', Only, ANYONE, (ctx, body) =>
        sendResetCode(desk, ctx, normaliseContact(body.contact)),
      ),
      resetPassword: post('/password/reset', ResetBody, ANYONE, (ctx, body) =>
        resetPassword(desk, ctx, { ...body, contact: normaliseContact(body.contact) }),
      ),
      startContactProof: post('/contact-proof/start', ProofBody, ANYONE, (_, body) => startContactProof(desk, body)),
      resendProofCode: post('/contact-proof/code', ProofCodeBody, ANYONE, (_, { proof }) =>
        resendProofCode(desk, proof),
      ),
      proveContact: post('/contact-proof/confirm', ProvingBody, ANYONE, (_, body) => proveContact(desk, body)),
      sendContactCode: post('/contact/code', Only, [freshSessionMiddleware], (ctx, body) =>
        sendContactCode(desk, signedIn(ctx), normaliseContact(body.contact)),
      ),
      changeContact: post('/contact/verify', CodeBody, [sensitiveSessionMiddleware], (ctx, body) =>
        changeContact(desk, ctx, signedIn(ctx), { next: normaliseContact(body.contact), code: body.code }),
      ),
    },
    rateLimit: RATES.map(([path, window, max]) => ({
      pathMatcher: (called: string) => (path.endsWith('/') ? called.startsWith(path) : called === path),
      window,
      max,
    })),
  };
}
