import { randomBytes } from 'node:crypto';
import type { House } from '../house.ts';
import type { Visitor } from './visitor.ts';

export const PASSWORD = 'paper-lantern-eaves-41';

export interface Person {
  readonly id: string;
  readonly region: string;
  readonly email: string;
  readonly visitor: Visitor;
}

/** The code in the newest message to this address or number, as an operator without a provider reads it. */
export async function codeTo(house: House, to: string): Promise<string> {
  const reader = { actor: { role: 'operator', id: 'test' }, service: 'console' } as const;
  for (const { identity, recipients } of house.regions.values()) {
    await identity.idle();
    const list = await recipients.outbox.list(reader, { limit: 50 });
    // Not the newest message: one that tells of a change may have been made in the same moment.
    const own = list.flatMap(({ message }) => (message?.to === to ? [message.text] : []));
    const code = own.flatMap((text) => /\b\d{6}\b/.exec(text) ?? [])[0];
    if (code) return code;
  }
  return '';
}

export async function register(
  house: House,
  visitor: Visitor,
  { residence = 'CN', email, nickname }: { residence?: string; email?: string; nickname?: string },
): Promise<Person> {
  const to = email ?? `lin.lan.${randomBytes(5).toString('hex')}@home.example`;
  const { registration } = await visitor.must<{ registration: string }>(202, 'POST', '/api/registrations', {
    ...{ contact: { kind: 'email', value: to }, residence, ageAtLeast: 18, language: 'en' },
    notice: house.program.hash,
  });
  const path = `/api/registrations/${registration}/confirm`;
  const { person: id, region } = await visitor.must<{ person: string; region: string }>(201, 'POST', path, {
    ...{ code: await codeTo(house, to), password: PASSWORD },
    ...(nickname !== undefined && { nickname }),
  });
  return { id, region, email: to, visitor };
}
