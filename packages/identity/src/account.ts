/** What an account says of its person. */
import type { Lang } from '@kept/policy';
import type { Contact } from './contact.ts';
import type { AccountRow } from './desk.ts';
import { isNobodysEmail } from './sealing.ts';

const LANGUAGES: readonly Lang[] = ['zh-Hans', 'zh-Hant', 'en'];

export const languageOf = ({ language }: AccountRow): Lang => LANGUAGES.find((lang) => lang === language) ?? 'en';

/** The contacts that a person has, the phone number first. At least one. */
export function contactsOf({ email, phoneNumber }: AccountRow): Contact[] {
  const contacts: Contact[] = [];
  if (phoneNumber) contacts.push({ kind: 'phone', value: phoneNumber });
  if (email && !isNobodysEmail(email)) contacts.push({ kind: 'email', value: email });
  return contacts;
}
