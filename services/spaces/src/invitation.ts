/**
 * An invitation is a note that its holder shows: what it grants, under a seal made with a key of whoever wrote it. Nothing
 * of it is kept, it ends with the account of its writer, and counts once.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUuid, type Region, uuidv7 } from '@kept/kit';
import { InvitationInvalid } from './errors.ts';
import { type HomeRole, ROLES, type Scope } from './scope.ts';

export interface Invitation {
  readonly home: string;
  readonly inviter: string;
  readonly role: HomeRole;
  readonly scope: Scope;
  readonly ticket: string;
  readonly until: number;
}

export const INVITATION_LIFE_MS = 7 * 86_400_000;
const DOMAIN = 'kept/home-invitation/v1\0';

export async function write(region: Region, given: Pick<Invitation, 'home' | 'inviter' | 'role' | 'scope'>) {
  const until = region.clock.now() + INVITATION_LIFE_MS;
  const whole: Invitation = { ...given, ticket: uuidv7(region.clock), until };
  const text = Buffer.from(JSON.stringify(whole)).toString('base64url');
  return { code: `${text}.${(await sealOf(region, given.inviter, text)).toString('base64url')}`, until };
}

/** Throws SPACES_INVITATION_INVALID for one that was altered, is too old, or whose writer is gone. */
export async function read(region: Region, code: string): Promise<Invitation> {
  const [text = '', seal = ''] = code.split('.');
  const invitation = parsed(text);
  if (!invitation) throw new InvitationInvalid();
  const real = await sealOf(region, invitation.inviter, text).catch(() => null);
  const given = Buffer.from(seal, 'base64url');
  if (!real || given.length !== real.length || !timingSafeEqual(given, real)) throw new InvitationInvalid();
  if (region.clock.now() >= invitation.until) throw new InvitationInvalid();
  return invitation;
}

const sealOf = (region: Region, inviter: string, text: string): Promise<Buffer> =>
  region.keys.use(`person:${inviter}`, (key) => createHmac('sha256', key).update(DOMAIN).update(text).digest());

function parsed(text: string): Invitation | null {
  try {
    const value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Invitation;
    return isUuid(value.home) && isUuid(value.inviter) && ROLES.includes(value.role) ? value : null;
  } catch {
    return null;
  }
}
