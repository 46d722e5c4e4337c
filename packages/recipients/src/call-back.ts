/**
 * Tells whoever asked in a person's name that something has changed, at the address that they named. Where that may be, an
 * operator has declared; an address inside (loopback, private, link-local) is called only where it is declared as such, and
 * a name that leads there is not.
 */
import { lookup } from 'node:dns';
import { request as plainly } from 'node:http';
import { request as securely } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Seconds } from '@kept/base';
import { NotTaken } from './errors.ts';

const TIMEOUT = Seconds(10);

/** IANA's special-purpose registries: of no use to anybody outside. */
const SPECIAL = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
] as const)
  SPECIAL.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ...([
    ['::', 96],
    ['::ffff:0:0', 96],
    ['64:ff9b::', 32],
    ['100::', 64],
    ['2001::', 23],
    ['2002::', 16],
  ] as const),
  ...([
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
] as const)
  SPECIAL.addSubnet(net, bits, 'ipv6');

const isInside = (address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && SPECIAL.check(address, family === 6 ? 'ipv6' : 'ipv4');
};
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Whether it is on one of these hosts or beneath, and by TLS unless it is an address inside that was declared as such. */
export function mayBeCalledBack(text: string, hosts: readonly string[]): boolean {
  const url = URL.parse(text);
  if (!url || url.username !== '' || url.password !== '') return false;
  const host = hostOf(url);
  const isTheirs = hosts.some((each) => host === each || (isIP(host) === 0 && host.endsWith(`.${each}`)));
  return isTheirs && (url.protocol === 'https:' || (url.protocol === 'http:' && isInside(host)));
}

/** Resolves a name as ever, but to nothing inside. */
const outside: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, all) => {
    if (error) return done(error, []);
    if (all.some(({ address }) => isInside(address))) return done(new Error('it leads inside'), []);
    if (options.all) return done(null, all);
    return done(null, all[0]!.address, all[0]!.family);
  });
};

/** What they answer is not read. Throws RECIPIENTS_NOT_TAKEN. */
export async function callBack(
  text: string,
  body: string,
  { hosts, headers = {} }: { readonly hosts: readonly string[]; readonly headers?: Readonly<Record<string, string>> },
): Promise<void> {
  await sendOut(text, Buffer.from(body), { hosts, headers: { 'content-type': 'application/json', ...headers } });
}

export interface SendingOut {
  readonly hosts: readonly string[];
  /** `POST` unless said. */
  readonly method?: 'POST' | 'PATCH';
  readonly headers: Readonly<Record<string, string>>;
  /** As much of the answer is read; nothing unless said. */
  readonly most?: number;
}

/** To an address outside, never inside; answers what they said. Throws RECIPIENTS_NOT_TAKEN. */
export function sendOut(
  text: string,
  body: Uint8Array,
  { hosts, method = 'POST', headers, most = 0 }: SendingOut,
): Promise<string> {
  if (!mayBeCalledBack(text, hosts)) return Promise.reject(new NotTaken('the address is not one of theirs'));
  const url = new URL(text);
  const request = url.protocol === 'https:' ? securely : plainly;
  return new Promise((taken, failed) => {
    const sent = request(url, {
      ...{ method, lookup: outside, signal: AbortSignal.timeout(TIMEOUT), agent: false },
      headers: { 'content-length': body.byteLength, ...headers },
    });
    sent.on('error', () => failed(new NotTaken('no answer')));
    sent.on('response', (response) => {
      const { statusCode = 0 } = response;
      const ok = statusCode >= 200 && statusCode < 300;
      if (!ok || most === 0) response.destroy();
      if (!ok) return failed(new NotTaken(`HTTP ${statusCode}`));
      if (most === 0) return taken('');
      let said = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        said += piece;
        if (said.length > most) response.destroy(new Error('too long'));
      });
      response.on('error', () => failed(new NotTaken('an answer that does not end')));
      response.on('end', () => taken(said));
    });
    sent.end(body);
  });
}
