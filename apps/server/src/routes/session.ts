/** Who is signed in, and the operator's way in. */
import { endSession, openOperatorSession, readSession } from '@kept/api';
import { Misuse } from '@kept/base';
import { type Route, routesOf } from '@kept/kit';
import { regionNamed } from '@kept/rights';
import type { House } from '../house.ts';

const route = routesOf<House>();
const HIDDEN = '••••••';
const OPERATOR = { 'zh-Hans': '值班人员', 'zh-Hant': '值班人員', en: 'Operator' } as const;

export const sessionRoutes: readonly Route<House>[] = [
  route(readSession, async ({ caller }, { front, operators, program }) => {
    const session = await front.session(caller.cookie);
    if (session) {
      const { label } = regionNamed(program, session.region, caller.lang);
      // Nothing is opened to greet somebody: contact and name are asked for under "My data".
      const person = { id: session.person, region: session.region, regionLabel: label, maskedContact: HIDDEN };
      return {
        status: 200,
        body: { role: 'person' as const, person, freshUntil: session.freshUntil, expiresAt: session.expiresAt },
      };
    }
    const until = operators.sessionOf({ headers: { cookie: caller.cookie } });
    if (until === null) throw new Misuse('SESSION_REQUIRED', 'nobody is signed in', { help: 'sign in at /sign-in' });
    return {
      status: 200,
      body: { role: 'operator' as const, operator: { name: OPERATOR[caller.lang] }, expiresAt: until },
    };
  }),
  route(endSession, async ({ caller }, { front, operators }) => {
    const { address: ip, cookie, origin } = caller;
    const { setCookies } = await front.at(cookie).signOut({ ip, cookie, origin });
    const cookies = [...setCookies, operators.signOut(cookie)];
    return { status: 204, cookies };
  }),
  route(openOperatorSession, async ({ body, caller }, { operators }) => {
    const { cookie, expiresAt } = operators.signIn(body.token);
    return {
      status: 200,
      body: { role: 'operator' as const, operator: { name: OPERATOR[caller.lang] }, expiresAt },
      cookies: [cookie],
    };
  }),
];
