/** From our HTTP API to the account desk and back. */
import type { Caller, Reply } from '@kept/kit';
import type { AccountContext } from './service.ts';

interface Answered<T> {
  readonly body: T;
  readonly setCookies: readonly string[];
}

/** The caller as the account desk wants to know them. */
export const callerOf = ({ address, device, cookie, origin }: Caller) => ({
  ip: address,
  userAgent: device,
  ...(cookie !== '' && { cookie }),
  ...(origin !== '' && { origin }),
});

export const replyOf = <S extends number, T>(
  status: S,
  { body, setCookies }: Answered<T>,
): Reply<T> & { readonly status: S } => ({
  status,
  body,
  cookies: setCookies,
});

/** 204 with whatever cookies the answer brings. */
export const doneOf = ({ setCookies }: { readonly setCookies: readonly string[] }) => ({
  status: 204 as const,
  cookies: setCookies,
});

/** The desk of all regions, and that of a person's own. */
export const frontOf = (context: AccountContext) => context.at(context.regions[0]!).front;
export const deskOf = (context: AccountContext, region: string) => context.at(region).identity;
