import { totp } from '@kept/identity/testing';
import type { Visitor } from './visitor.ts';

export interface Enrolled {
  readonly id: string;
  readonly visitor: Visitor;
  readonly login: string;
  readonly password: string;
  /** Of the authenticator app. */
  readonly secret: string;
}

const PASSWORD = 'seven-lamps-over-the-canal';
let invited = 0;

/** Invited by the owner, came by the link, chose name, password and app. */
export async function enrolled(owner: Visitor, visitor: Visitor, role: string, now: number): Promise<Enrolled> {
  const login = `colleague-${++invited}`;
  const { path, member } = await owner.must<{ path: string; member: { id: string } }>(
    ...([201, 'POST', '/api/console/staff', { name: 'Chen Wei', role }] as const),
  );
  await visitor.must(200, 'POST', '/api/operator/session', { token: path.split('=')[1]! });
  const { secret } = await visitor.must<{ secret: string }>(201, 'POST', '/api/console/me/app');
  const chosen = { login, password: PASSWORD, code: totp(secret, now) };
  await visitor.must(200, 'PUT', '/api/console/me/sign-in', chosen);
  return { id: member.id, visitor, login, password: PASSWORD, secret };
}
