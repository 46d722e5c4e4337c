/** Registration, signing in, a forgotten password. */
import { type Route, routesOf } from '@kept/kit';
import {
  confirmRegistration,
  finishWithBackupCode,
  finishWithTotp,
  passkeySignInOptions,
  proveSession,
  resendRegistrationCode,
  resetPassword,
  sendPasswordReset,
  sendSignInCode,
  signIn,
  signInWithCode,
  signInWithPasskey,
  startRegistration,
} from './api/index.ts';
import { callerOf, deskOf, doneOf, frontOf, replyOf } from './desk.ts';
import { NoticeChanged } from './errors.ts';
import type { AccountContext } from './service.ts';

const route = routesOf<AccountContext>();
const CODE_LIFE_MS = 300_000;
const RESEND_MS = 60_000;

const times = (context: AccountContext) => {
  const now = context.at(context.regions[0]!).clock.now();
  return { expiresAt: now + CODE_LIFE_MS, resendAt: now + RESEND_MS, codeLength: 6 as const };
};

const registration: readonly Route<AccountContext>[] = [
  route(startRegistration, async ({ body: { contact, residence, ageAtLeast, language, notice }, caller }, context) => {
    const { program } = context.at(context.regions[0]!);
    // What a person agrees to is what they were shown.
    if (notice !== program.hash) throw new NoticeChanged();
    const { body, setCookies } = await frontOf(context).startRegistration(callerOf(caller), {
      contact,
      residence,
      ageAtLeast,
      language,
    });
    return { status: 202, body: { ...times(context), ...body, codeLength: 6 as const }, cookies: setCookies };
  }),
  route(resendRegistrationCode, async ({ params, caller }, context) => {
    const { body, setCookies } = await frontOf(context).resendCode(callerOf(caller), { registration: params.id });
    return { status: 202, body: { ...times(context), ...body, codeLength: 6 as const }, cookies: setCookies };
  }),
  route(confirmRegistration, async ({ params, body, caller }, context) => {
    const { code, password, nickname } = body;
    const answer = await frontOf(context).confirmRegistration(callerOf(caller), {
      registration: params.id,
      code,
      password,
    });
    const { person, region } = answer.body;
    if (nickname)
      await context
        .at(region)
        .resources.registration.collect({ role: 'person' }, person, { 'account-nickname': nickname });
    return replyOf(201, answer);
  }),
];

const session: readonly Route<AccountContext>[] = [
  route(signIn, async ({ body, caller }, context) =>
    replyOf(200, signedIn(await frontOf(context).signIn(callerOf(caller), body))),
  ),
  route(sendSignInCode, async ({ body, caller }, context) => {
    const { setCookies } = await frontOf(context).sendSignInCode(callerOf(caller), body);
    return { status: 202, body: times(context), cookies: setCookies };
  }),
  route(signInWithCode, async ({ body, caller }, context) =>
    replyOf(200, signedIn(await frontOf(context).signInByCode(callerOf(caller), body))),
  ),
  route(finishWithTotp, async ({ body, caller }, context) =>
    replyOf(200, whole(await frontOf(context).signInByTotp(callerOf(caller), body))),
  ),
  route(finishWithBackupCode, async ({ body, caller }, context) =>
    replyOf(200, whole(await frontOf(context).signInByBackupCode(callerOf(caller), body))),
  ),
  route(passkeySignInOptions, async ({ caller }, context) => {
    const { body, setCookies } = await frontOf(context).passkeySignInOptions(callerOf(caller));
    return { status: 200, body: body as never, cookies: setCookies };
  }),
  route(signInWithPasskey, async ({ body, caller }, context) =>
    replyOf(200, whole(await frontOf(context).signInByPasskey(callerOf(caller), body as never))),
  ),
  route(proveSession, async ({ person, body, caller }, context) => {
    const { body: proven, setCookies } = await deskOf(context, person.region).prove(callerOf(caller), body);
    return { status: 200, body: { freshUntil: proven.freshUntil }, cookies: setCookies };
  }),
  route(sendPasswordReset, async ({ body, caller }, context) => {
    const { setCookies } = await frontOf(context).sendResetCode(callerOf(caller), body);
    return { status: 202, body: times(context), cookies: setCookies };
  }),
  route(resetPassword, async ({ body, caller }, context) =>
    doneOf(await frontOf(context).resetPassword(callerOf(caller), body)),
  ),
];

export const comingInRoutes: readonly Route<AccountContext>[] = [...registration, ...session];

type SecondStep = 'totp' | 'passkey' | 'backup-code';
type Signed = { readonly person: string } | { readonly secondStep: readonly SecondStep[] };
interface Answer<T> {
  readonly body: T;
  readonly setCookies: readonly string[];
}

/** A copy that the schema of the answer may own. */
const signedIn = ({ body, setCookies }: Answer<Signed>): Answer<{ person: string } | { secondStep: SecondStep[] }> => ({
  body: 'person' in body ? { person: body.person } : { secondStep: [...body.secondStep] },
  setCookies,
});

/** After a second step somebody is in. */
const whole = ({ body, setCookies }: Answer<Signed>): Answer<{ person: string }> => ({
  body: { person: 'person' in body ? body.person : '' },
  setCookies,
});
