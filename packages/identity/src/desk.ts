/** What the parts of the account desk share. */

import type { GenericEndpointContext } from '@better-auth/core';
import type { Clock, Random } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Program } from '@kept/policy';
import type { Codes } from './codes.ts';
import type { Collecting } from './collecting.ts';
import type { Contact } from './contact.ts';
import type { Limits } from './limits.ts';
import type { Passwords } from './password.ts';
import type { Claims, People, RegionKeys } from './ports.ts';
import type { Post } from './post.ts';
import type { Registrations } from './registrations.ts';

export interface Desk {
  readonly region: string;
  readonly pool: Pool;
  readonly claims: Claims;
  readonly keys: RegionKeys;
  readonly people: People;
  readonly codes: Codes;
  readonly limits: Limits;
  readonly passwords: Passwords;
  readonly post: Post;
  readonly collecting: Collecting;
  /** The policy in force. */
  readonly program: () => Program;
  readonly registrations: Registrations;
  readonly clock: Clock;
  readonly random: Random;
}

export type Context = GenericEndpointContext;

/** A person's row as the library hands it out, with the fields that Kept adds. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phoneNumber?: string | null;
  readonly language?: string | null;
  readonly residence?: string | null;
  readonly twoFactorEnabled?: boolean | null;
}

/** The person who has this contact; null if there is none in this region. The contact is normalised. */
export function findPerson(ctx: Context, { kind, value }: Contact): Promise<AccountRow | null> {
  const field = kind === 'email' ? 'email' : 'phoneNumber';
  return ctx.context.adapter.findOne<AccountRow>({ model: 'user', where: [{ field, value }] });
}

/** What stands for a contact in codes and limits. */
export const matterOf = ({ kind, value }: Contact): string => `${kind}:${value}`;
