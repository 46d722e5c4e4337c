/** Where a person is signed in, and their password. */
import type { AuthContext } from '@better-auth/core';
import type { Instant } from '@kept/base';
import type { Answer, Call, Caller } from './calls.ts';
import type { Desk } from './desk.ts';
import { deviceOf } from './device.ts';
import { bare, type Members } from './members.ts';
import { tell } from './recovery.ts';

/** One place where a person is signed in. */
export interface SessionEntry {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** What the browser calls itself, shortened: `Firefox, Linux`; empty if it says nothing known. */
  readonly device: string;
  readonly address: string;
}

/** What a person who is signed in sees and ends. */
export interface Security {
  /** The latest first. */
  sessions(caller: Caller): Promise<readonly SessionEntry[]>;
  /** Whether there was such a session of this person's. Harmless if it is another's, or has ended. */
  endSession(caller: Caller, id: string): Promise<boolean>;
  endOtherSessions(caller: Caller): Promise<void>;
  /** Ends the other sessions and begins a new one here. Throws `IDENTITY_PASSWORD_WRONG`, `IDENTITY_PASSWORD_WEAK`. */
  changePassword(caller: Caller, body: { current: string; next: string }): Promise<Answer<null>>;
}

export interface MemberNeeds {
  readonly desk: Desk;
  readonly call: Call;
  readonly members: Members;
  readonly context: Promise<AuthContext>;
  readonly siteName: string;
}

interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly ipAddress?: string | null;
  readonly userAgent?: string | null;
}

export function openSecurity({ desk, call, members, context }: MemberNeeds): Security {
  const remove = async (person: string, which: 'eq' | 'ne', id: string): Promise<number> => {
    const where = [
      { field: 'userId', value: person },
      { field: 'id', operator: which, value: id },
    ];
    return (await context).adapter.deleteMany({ model: 'session', where });
  };
  return {
    async sessions(caller) {
      const { id: current, person } = await members.signedIn(caller);
      const rows = await (await context).adapter.findMany<SessionRow>({
        model: 'session',
        where: [
          { field: 'userId', value: person },
          { field: 'expiresAt', operator: 'gt', value: new Date(desk.clock.now()) },
        ],
        sortBy: { field: 'createdAt', direction: 'desc' },
      });
      return rows.map((row) => entryOf(row, current));
    },
    endSession: async (caller, id) => (await remove((await members.signedIn(caller)).person, 'eq', id)) > 0,
    async endOtherSessions(caller) {
      const { id, person } = await members.signedIn(caller);
      await remove(person, 'ne', id);
    },
    async changePassword(caller, { current, next }) {
      const session = await members.signedIn(caller);
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const answer = await call('POST', '/change-password', caller, body);
      tell(desk, await members.personOf(session), 'password');
      return bare(answer);
    },
  };
}

const entryOf = ({ id, createdAt, expiresAt, ipAddress, userAgent }: SessionRow, current: string): SessionEntry => ({
  id,
  current: id === current,
  createdAt: createdAt.getTime(),
  expiresAt: expiresAt.getTime(),
  device: deviceOf(userAgent ?? ''),
  address: ipAddress ?? '',
});
