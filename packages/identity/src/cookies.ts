/** The cookies that the library signs: `value.signature`, percent-encoded, HMAC-SHA-256 in base64. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The value of a cookie in a `Cookie` header, decoded; undefined if it is not there. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(at + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** The header without this cookie. */
export const withoutCookie = (header: string | undefined, name: string): string =>
  (header ?? '')
    .split(';')
    .filter((part) => part.split('=', 1)[0]!.trim() !== name)
    .join(';')
    .trim();

const signature = (secret: string, value: string): Buffer =>
  Buffer.from(createHmac('sha256', secret).update(value).digest('base64'));

/** What was signed with this secret; undefined if it was not. The signature has one spelling. */
export function signedValue(secret: string, cookie: string | undefined): string | undefined {
  if (cookie === undefined) return undefined;
  const at = cookie.lastIndexOf('.');
  const given = Buffer.from(cookie.slice(at + 1));
  const value = cookie.slice(0, Math.max(at, 0));
  const right = signature(secret, value);
  return given.length === right.length && timingSafeEqual(given, right) ? value : undefined;
}

/** `name=value.signature`, as it stands in a `Cookie` header. */
export const signCookie = (secret: string, name: string, value: string): string =>
  `${name}=${encodeURIComponent(`${value}.${signature(secret, value).toString()}`)}`;
