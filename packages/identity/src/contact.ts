/** E-mail addresses and phone numbers: one spelling for each, and a form that may be shown. */
import { domainToASCII } from 'node:url';
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { BadContact } from './errors.ts';

/** How a person is reached, and what they sign in with. */
export interface Contact {
  readonly kind: 'phone' | 'email';
  /** E.164 with `+`, or an e-mail address in lower case with an ASCII domain. */
  readonly value: string;
}

const EMAIL_MAX = 254;
const LOCAL_MAX = 64;
/** Nothing in it that cannot be seen: no control, no mark that turns the reading order. */
const EMAIL = /^[^\s\p{C}@"(),:;<>[\]\\]+@[^\s\p{C}@]+$/u;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]*[a-z0-9]$/;
const DIGITS_MIN = 6;
const DIGITS_MAX = 15;

/**
 * The one spelling of a contact. A phone number without a country code is read as one of `country` (ISO 3166-1
 * alpha-2). Throws `IDENTITY_CONTACT_INVALID`.
 *
 * Numbers are accepted by shape, a known country code and 6 to 15 digits: numbering plans change, and numbers reserved
 * for fiction have no valid range. Idempotent.
 */
export function normaliseContact({ kind, value }: Contact, country?: string): Contact {
  return { kind, value: kind === 'email' ? email(value) : phone(value, country) };
}

function email(typed: string): string {
  const text = typed.normalize('NFC').trim().toLowerCase();
  const at = text.lastIndexOf('@');
  const domain = domainToASCII(text.slice(at + 1)).replace(/\.$/, '');
  const local = text.slice(0, at);
  const out = `${local}@${domain}`;
  const fits = EMAIL.test(text) && local.length <= LOCAL_MAX && out.length <= EMAIL_MAX && DOMAIN.test(domain);
  if (!fits) throw new BadContact('email');
  return out;
}

function phone(typed: string, country?: string): string {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^00(?=[1-9])/, '+');
  const digits = text.replace(/\D/g, '');
  if (!/^\+?[\d\s().\-/]+$/.test(text) || digits.length < DIGITS_MIN) throw new BadContact('phone');
  const home = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(text, home);
  if (!parsed) throw new BadContact('phone');
  if (parsed.isValid()) return parsed.number;
  // A number outside every known range keeps its digits as typed: rules for its trunk prefix would cut into it.
  return plain(text.startsWith('+') ? digits : `${callingCode(home)}${digits}`);
}

function callingCode(country: CountryCode | undefined): string {
  if (country === undefined) throw new BadContact('phone');
  return getCountryCallingCode(country);
}

function plain(digits: string): string {
  if (digits.length < DIGITS_MIN || digits.length > DIGITS_MAX) throw new BadContact('phone');
  return `+${digits}`;
}

/** A contact as it may be shown to whoever might be its owner: `+86 100 •••• 0042`, `l•••••@mail.example`. */
export function maskContact({ kind, value }: Contact): string {
  if (kind === 'email') {
    const at = value.lastIndexOf('@');
    return `${value.slice(0, 1)}•••••${value.slice(at)}`;
  }
  const code = parsePhoneNumberFromString(value)?.countryCallingCode ?? '';
  const national = value.slice(1 + code.length);
  const shown = national.length >= 9 ? national.slice(0, 3) : '';
  return [`+${code}`, shown, '••••', national.slice(national.length >= 6 ? -4 : -2)]
    .filter((part) => part !== '')
    .join(' ');
}
