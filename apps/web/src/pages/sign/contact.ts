import { Contact } from '@kept/service-account/api';

/** What was typed as a contact, by its kind; null when it can be neither. */
export function contactOf(text: string): Contact | null {
  const value = text.trim();
  const kind = value.includes('@') ? 'email' : 'phone';
  const parsed = Contact.safeParse({ kind, value });
  return parsed.success ? parsed.data : null;
}
