/** Who is signed in, and the way out. */
import { endSession, readSession } from '@kept/api';
import { Misuse } from '@kept/base';
import { type Route, routesOf } from '@kept/kit';
import { regionNamed } from '@kept/rights';
import type { House } from '../house.ts';
import { operatorSession } from './staff.ts';

const route = routesOf<House>();
const HIDDEN = '••••••';

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
    const found = await operators.sessionOf(caller.cookie);
    if (found === null) throw new Misuse('SESSION_REQUIRED', 'nobody is signed in', { help: 'sign in at /sign-in' });
    return { status: 200, body: operatorSession(found, caller.lang) };
  }),
  route(endSession, async ({ caller }, { front, operators }) => {
    const { address: ip, cookie, origin } = caller;
    const { setCookies } = await front.at(cookie).signOut({ ip, cookie, origin });
    const cookies = [...setCookies, await operators.signOut(cookie)];
    return { status: 204, cookies };
  }),
];
