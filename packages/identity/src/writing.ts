/** Writing to somebody who has an account, by the ways that a duty names. */
import type { AuthContext } from '@better-auth/core';
import { KeptError } from '@kept/base';
import type { Lang } from '@kept/policy';
import type { Composed } from '@kept/recipients';
import { contactsOf, languageOf } from './account.ts';
import type { Contact } from './contact.ts';
import type { AccountRow, Desk } from './desk.ts';

/** What somebody is told. */
export interface Writing {
  /** Of the message to this person: the same again is not sent again. */
  readonly id: string;
  /** Kinds of contact that may be used. */
  readonly by: readonly Contact['kind'][];
  readonly message: (lang: Lang) => Composed;
}

/** Ends that a message may come to without the person being at fault: it was handed over before, or the policy says no. */
const SETTLED = /^(RECIPIENTS_(UNDER_WAY|UNCERTAIN)|GATE_REFUSED|RECIPIENTS_NOT_REACHABLE)$/;

/**
 * Writes to every contact of these kinds that the person has; answers the kinds by which they were reached. One that the
 * policy does not let be used is left out. Throws what the recipients throw otherwise.
 */
export async function write(
  { post }: Pick<Desk, 'post'>,
  context: Promise<AuthContext>,
  person: string,
  { id, by, message }: Writing,
): Promise<readonly Contact['kind'][]> {
  const row = (await (await context).internalAdapter.findUserById(person)) as AccountRow | null;
  if (!row) return [];
  const reached: Contact['kind'][] = [];
  for (const to of contactsOf(row).filter(({ kind }) => by.includes(kind))) {
    try {
      await post.write(to, { person, id, message: message(languageOf(row)) });
      reached.push(to.kind);
    } catch (error) {
      if (!(error instanceof KeptError) || !SETTLED.test(error.code)) throw error;
      if (error.code.startsWith('RECIPIENTS_') && !error.code.endsWith('REACHABLE')) reached.push(to.kind);
    }
  }
  return reached;
}
