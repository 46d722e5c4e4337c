/** A new password for somebody who has forgotten theirs, by a code to their contact. */
import { z } from 'zod';
import { contactsOf, languageOf } from './account.ts';
import type { Contact } from './contact.ts';
import { type AccountRow, type Context, type Desk, findPerson, matterOf } from './desk.ts';
import { codeWrong, passwordRefused } from './errors.ts';
import { CodeBody } from './sign-in.ts';

export const ResetBody = CodeBody.extend({ password: z.string().max(1_024) });

const USE = 'password';

/** The same whether or not there is such an account. */
export async function sendResetCode(desk: Desk, ctx: Context, contact: Contact): Promise<void> {
  await desk.post.reserve(contact);
  const person = await findPerson(ctx, contact);
  desk.post.later(async () => {
    if (!person) return;
    const code = await desk.codes.issue(USE, matterOf(contact));
    await desk.post.code(contact, { person: person.id, lang: languageOf(person), use: USE, code });
  });
}

/** Ends every session and signs nobody in: whoever has set up a second step is still asked for it. */
export async function resetPassword(
  desk: Desk,
  ctx: Context,
  { contact, code, password }: { contact: Contact; code: string; password: string },
): Promise<void> {
  const fault = await desk.passwords.fault(password, [contact.value, 'kept']);
  if (fault) throw passwordRefused(fault);
  const hash = await desk.passwords.hash(password);
  if (!(await desk.codes.accept(USE, matterOf(contact), code))) throw codeWrong();
  const person = await findPerson(ctx, contact);
  if (!person) throw codeWrong();
  const { internalAdapter } = ctx.context;
  if (await internalAdapter.findCredentialAccount(person.id)) await internalAdapter.updatePassword(person.id, hash);
  else
    await internalAdapter.linkAccount({
      userId: person.id,
      providerId: 'credential',
      accountId: person.id,
      password: hash,
    });
  await internalAdapter.deleteUserSessions(person.id);
  tell(desk, person, 'password');
}

/** Writes to the person's first contact that something about the account's security changed. */
export function tell(desk: Desk, person: AccountRow, change: Parameters<Desk['post']['notice']>[1]['change']): void {
  const to = contactsOf(person)[0];
  if (to) desk.post.notice(to, { person: person.id, lang: languageOf(person), change });
}
