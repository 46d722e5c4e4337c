/** Another e-mail address or number for a person who is signed in, proved by a code to the new one. */
import { languageOf } from './account.ts';
import type { Contact } from './contact.ts';
import { type AccountRow, type Context, type Desk, matterOf } from './desk.ts';
import { codeWrong } from './errors.ts';
import { tell } from './recovery.ts';
import { blindOf, claimOf } from './registration.ts';

const USE = 'contact';

const matter = (person: string, contact: Contact): string => `${person}:${matterOf(contact)}`;

/** The same whether or not somebody has the new contact; its holder is told. */
export async function sendContactCode(desk: Desk, person: AccountRow, next: Contact): Promise<void> {
  await desk.post.reserve(next);
  const held = await desk.claims.locate(claimOf(next), blindOf(desk, next));
  const lang = languageOf(person);
  const code = await desk.codes.issue(USE, matter(person.id, next));
  if (held && held.owner !== person.id) await desk.post.alreadyRegistered(next, { person: person.id, lang });
  else await desk.post.code(next, { person: person.id, lang, use: USE, code });
}

/** Throws `IDENTITY_CODE_WRONG`, `IDENTITY_CONTACT_TAKEN`. The notice goes to the old contact. */
export async function changeContact(
  desk: Desk,
  ctx: Context,
  person: AccountRow,
  { next, code }: { next: Contact; code: string },
): Promise<void> {
  if (!(await desk.codes.accept(USE, matter(person.id, next), code))) throw codeWrong();
  await desk.collecting.account(person.id, [next.kind, 'code']);
  const change = next.kind === 'email' ? { email: next.value, emailVerified: true } : { phoneNumber: next.value };
  await ctx.context.internalAdapter.updateUser(person.id, change);
  tell(desk, person, 'contact');
}
