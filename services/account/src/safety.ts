/** Sessions, password, second steps. */
import { NothingHeld, type Route, routesOf } from '@kept/kit';
import {
  addPasskey,
  changePassword,
  confirmTotp,
  endOneSession,
  endOtherSessions,
  listSecondSteps,
  listSessions,
  passkeyOptions,
  removePasskey,
  removeTotp,
  startTotp,
} from './api/index.ts';
import { callerOf, deskOf, doneOf } from './desk.ts';
import type { AccountContext } from './service.ts';

const route = routesOf<AccountContext>();

const sessions: readonly Route<AccountContext>[] = [
  route(listSessions, async ({ person, caller }, context) => {
    const list = await deskOf(context, person.region).sessions(callerOf(caller));
    return { status: 200, body: { sessions: [...list] } };
  }),
  route(endOneSession, async ({ person, params, caller }, context) => {
    if (!(await deskOf(context, person.region).endSession(callerOf(caller), params.id))) throw new NothingHeld();
    return { status: 204 };
  }),
  route(endOtherSessions, async ({ person, caller }, context) => {
    const desk = deskOf(context, person.region);
    const others = (await desk.sessions(callerOf(caller))).filter(({ current }) => !current);
    await desk.endOtherSessions(callerOf(caller));
    return { status: 200, body: { ended: others.length } };
  }),
  route(changePassword, async ({ person, body, caller }, context) =>
    doneOf(await deskOf(context, person.region).changePassword(callerOf(caller), body)),
  ),
];

const secondSteps: readonly Route<AccountContext>[] = [
  route(listSecondSteps, async ({ person, caller }, context) => {
    const { totp, passkeys } = await deskOf(context, person.region).secondSteps(callerOf(caller));
    return { status: 200, body: { totp, passkeys: [...passkeys] } };
  }),
  route(startTotp, async ({ person, body, caller }, context) => {
    const answer = await deskOf(context, person.region).startTotp(callerOf(caller), body);
    return {
      status: 200,
      body: { ...answer.body, backupCodes: [...answer.body.backupCodes] },
      cookies: answer.setCookies,
    };
  }),
  route(confirmTotp, async ({ person, body, caller }, context) =>
    doneOf(await deskOf(context, person.region).confirmTotp(callerOf(caller), body)),
  ),
  route(removeTotp, async ({ person, body, caller }, context) =>
    doneOf(await deskOf(context, person.region).endTotp(callerOf(caller), body)),
  ),
  route(passkeyOptions, async ({ person, caller }, context) => {
    const { body, setCookies } = await deskOf(context, person.region).passkeyOptions(callerOf(caller));
    return { status: 200, body: body as never, cookies: setCookies };
  }),
  route(addPasskey, async ({ person, body, caller }, context) => {
    const answer = await deskOf(context, person.region).addPasskey(callerOf(caller), body);
    return { status: 201, body: { ...answer.body }, cookies: answer.setCookies };
  }),
  route(removePasskey, async ({ person, params, caller }, context) =>
    doneOf(await deskOf(context, person.region).removePasskey(callerOf(caller), params.id)),
  ),
];

export const safetyRoutes: readonly Route<AccountContext>[] = [...sessions, ...secondSteps];
