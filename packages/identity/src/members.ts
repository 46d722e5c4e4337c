/** Whoever calls, as somebody who is signed in. */
import type { AuthContext } from '@better-auth/core';
import { contactsOf } from './account.ts';
import type { Answer, Caller } from './calls.ts';
import type { Contact } from './contact.ts';
import { withoutCookie } from './cookies.ts';
import type { AccountRow } from './desk.ts';
import { notFresh, signedOut } from './errors.ts';
import type { Session, Sessions } from './sessions.ts';

export interface Members {
  /** Throws `IDENTITY_SIGNED_OUT`. */
  signedIn(caller: Caller): Promise<Session>;
  /** Who has just proved who they are. Throws `IDENTITY_NOT_FRESH`. */
  fresh(caller: Caller, now: number): Promise<Session>;
  personOf(session: Session): Promise<AccountRow>;
  /** A contact of whoever is signed in, and the id of their session. */
  contactOf(caller: Caller): Promise<{ readonly contact: Contact; readonly session: string }>;
}

export function openMembers(sessions: Sessions, context: Promise<AuthContext>): Members {
  const members: Members = {
    async signedIn({ cookie }) {
      const session = await sessions.find(cookie);
      if (!session) throw signedOut();
      return session;
    },
    async fresh(caller, now) {
      const session = await members.signedIn(caller);
      if (session.freshUntil <= now) throw notFresh();
      return session;
    },
    async personOf({ person }) {
      const row = await (await context).internalAdapter.findUserById(person);
      if (!row) throw signedOut();
      return row as unknown as AccountRow;
    },
    async contactOf(caller) {
      const session = await members.signedIn(caller);
      const [contact] = contactsOf(await members.personOf(session));
      if (!contact) throw signedOut();
      return { contact, session: session.id };
    },
  };
  return members;
}

/** For a sign-in: whoever else is signed in in this browser has no part in it. */
export const withoutSession = (caller: Caller, cookieName: string): Caller => ({
  ...caller,
  cookie: withoutCookie(caller.cookie, cookieName),
});

/** An answer of which only the cookies matter. */
export const bare = ({ status, setCookies }: Answer<unknown>): Answer<null> => ({ status, body: null, setCookies });
