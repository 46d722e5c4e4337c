/** Which declared fields are held of a person, and since when: told from plain columns, nothing is opened. */
import type { Pool } from '@kept/db';
import type { Naming } from './naming.ts';

/** A declared field of which something is held. */
export interface HeldField {
  readonly field: string;
  readonly since: Date;
}

/** An account by phone has an e-mail address that is nobody's; one that was proven is a person's. */
const HELD = `
  select part, min(since) as since from (
    select 'phone' as part, created_at as since from auth_user where id = $1 and phone_number_blind is not null
    union all select 'email', created_at from auth_user where id = $1 and email_verified
    union all select 'password', created_at from auth_account where user_id = $1 and provider_id = 'credential'
    union all select part, created_at from auth_session, unnest(array['address', 'device']) part where user_id = $1
    union all select part, u.created_at from auth_two_factor t join auth_user u on u.id = t.user_id,
      unnest(array['secret', 'backupCodes']) part where t.user_id = $1
    union all select 'passkey', created_at from auth_passkey where user_id = $1
  ) held group by part`;

export async function heldFields(
  pool: Pool,
  { account, session, secondStep }: Naming,
  person: string,
): Promise<HeldField[]> {
  const { rows } = await pool.query<{ part: string; since: Date }>(HELD, [person]);
  const fields: Readonly<Record<string, string>> = { ...account, ...session, ...secondStep };
  return rows.flatMap(({ part, since }) => (fields[part] ? [{ field: fields[part], since }] : []));
}
