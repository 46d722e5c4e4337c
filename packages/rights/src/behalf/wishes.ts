/** What a person has laid down for after their death: who may ask, and what is to come of their data. */
import { Wishes } from '@kept/api';
import { type Contact, normaliseContact } from '@kept/identity';
import type { Repository } from '@kept/kit';
import type { Behalf } from '../kept-request.ts';

/** The field of the policy that holds them. */
export const WISH = 'request-text';

/** In the row of the person's own id. */
export type WishStore = Pick<Repository<typeof WISH>, 'collect' | 'read' | 'rows' | 'remove'>;

/** Of one request: nothing was laid down, it is allowed by what was, or it is not. */
export type Wished = 'nothing' | 'allows' | 'forbids';

/** Whoever asks, by the contact that they have proven. */
export interface Asker {
  readonly contact: Contact | null;
}

/** Opens nothing. */
export const laidDown = async (store: WishStore, owner: string): Promise<boolean> =>
  (await store.rows(owner)).some(({ id }) => id === owner);

/** Null where nothing is laid down; the opening is an entry of the person's ledger. */
export async function readWishes(
  store: WishStore | null,
  by: { readonly role: 'person' | 'system' },
  owner: string,
): Promise<Wishes | null> {
  if (!store || !(await laidDown(store, owner))) return null;
  const text = (await store.read(by, owner, owner, 'requests', [WISH]))[WISH];
  return text === undefined ? null : Wishes.parse(JSON.parse(text));
}

/** Keeps them in the one spelling of each contact. Throws IDENTITY_CONTACT_INVALID. */
export async function keepWishes(store: WishStore, owner: string, wishes: Wishes): Promise<Wishes> {
  const named = wishes.who === 'named' ? wishes.named.map((contact) => normaliseContact(contact)) : [];
  const kept = { ...wishes, named };
  await store.collect({ role: 'person' }, owner, { [WISH]: JSON.stringify(kept) }, owner);
  return kept;
}

/** Whether what was laid down lets this person do this. Pure. */
export function allows({ who, named, may }: Wishes, wants: Behalf['wants'], { contact }: Asker): boolean {
  if (who === 'nobody') return false;
  const known = named.some(({ kind, value }) => contact?.kind === kind && contact.value === value);
  if (who === 'named' && !known) return false;
  return may === 'as-asked' || (may === 'erase' ? wants === 'erasure' : wants === 'copy');
}
