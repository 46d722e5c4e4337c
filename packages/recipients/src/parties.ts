/**
 * Who outside is told what persons ask for, and how: a folder of files, each with one party as its default export.
 *
 *     import type { Party } from '@kept/recipients';
 *     export default {
 *       recipient: 'sms-provider',
 *       opendsr: { url: 'https://opendsr.example.com/v2', certificate: 'sms-provider.pem', token: { env: 'SMS_DSR' } },
 *       letters: 'privacy@example.com',
 *     } satisfies Party;
 *
 * A file with `receiver` names another controller that takes packages in (`receivers.ts`); one with `own` says for which domain Kept itself signs; who may ask us for something: see `inbound.ts`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clock } from '@kept/base';
import { z } from 'zod';
import { BadSetting, NotAParty } from './errors.ts';
import { type Inbound, isInbound, NO_INBOUND, readInbound } from './inbound.ts';
import { openProcessor, type Processor } from './opendsr.ts';
import { type Receiver, receiver } from './receivers.ts';
import { type KnownKey, knownKey, type OwnSeal, ownSeal } from './signing.ts';

const FILE = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/);
const VARIABLE = z.strictObject({ env: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/) });
const party = z.strictObject({
  /** As the policy names it. */
  recipient: z.string().min(1).max(64),
  /** Where letters to it go. */
  letters: z.email().max(254).optional(),
  opendsr: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).max(500),
      /** A certificate or a public key beside this file, by which its answers are signed. */
      certificate: FILE,
      /** The variable that holds the token it gave us: never written in a file. */
      token: VARIABLE.optional(),
    })
    .optional(),
});
const own = z.strictObject({
  own: z.strictObject({ domain: z.string().min(1).max(253), key: FILE, certificate: FILE }),
});

/** One recipient, as it is declared. */
export type Party = z.input<typeof party>;
/** Kept itself. */
export type OwnParty = z.input<typeof own>;

/** A declared recipient, ready to be told. */
export interface DeclaredParty {
  readonly recipient: string;
  readonly letters: string | null;
  readonly opendsr: (Processor & { readonly key: KnownKey }) | null;
}

/** What a folder of declarations says. */
export interface Parties {
  readonly seal: OwnSeal | null;
  /** By recipient. */
  readonly recipients: ReadonlyMap<string, DeclaredParty>;
  readonly inbound: Inbound;
  /** Other controllers to whom packages may be sent straight on, by id. */
  readonly receivers: ReadonlyMap<string, Receiver>;
}

/** Nothing is declared: everybody is told by letter. */
export const NO_PARTIES: Parties = { seal: null, recipients: new Map(), inbound: NO_INBOUND, receivers: new Map() };

type Env = Readonly<Record<string, string | undefined>>;

/** Throws RECIPIENTS_NOT_A_PARTY with the place in the file, RECIPIENTS_SETTING where a key or a variable does not do. */
export async function readParties(folder: string, { env, clock }: { env: Env; clock: Clock }): Promise<Parties> {
  const files = await readdir(folder).catch((error: unknown) => {
    throw new NotAParty(folder, '', error);
  });
  const read: { name: string; value: unknown }[] = [];
  for (const name of files.filter((each) => /\.(ts|js|mjs)$/.test(each)).toSorted()) {
    const module = await import(pathToFileURL(join(folder, name)).href).catch((error: unknown) => {
      throw new NotAParty(name, '', error);
    });
    read.push({ name, value: (module as { default?: unknown }).default });
  }
  const has = (key: string) => (file: { value: unknown }) =>
    typeof file.value === 'object' && file.value !== null && key in file.value;
  const [isOwn, isReceiver] = [has('own'), has('receiver')];
  const [ours] = read.filter(isOwn);
  const seal = ours ? await sealIn(folder, ours) : null;
  const recipients = new Map<string, DeclaredParty>();
  for (const each of read.filter((file) => !isOwn(file) && !isReceiver(file) && !isInbound(file))) {
    const declared = await partyIn(folder, each, { env, clock, seal });
    if (recipients.has(declared.recipient)) throw new NotAParty(each.name, '/recipient');
    recipients.set(declared.recipient, declared);
  }
  const receivers = new Map<string, Receiver>();
  for (const each of read.filter(isReceiver)) {
    const { receiver: id, label, hosts } = checked(receiver, each);
    if (receivers.has(id)) throw new NotAParty(each.name, '/receiver');
    receivers.set(id, { id, label, hosts });
  }
  return { seal, recipients, receivers, inbound: await readInbound(folder, read.filter(isInbound)) };
}

const pem = (folder: string, name: string): Promise<string> =>
  readFile(join(folder, name), 'utf8').catch(() => {
    throw new BadSetting(name, 'there is no such file beside the declaration');
  });

function checked<S extends z.ZodType>(schema: S, { name, value }: { name: string; value: unknown }): z.output<S> {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw new NotAParty(name, `/${error.issues[0]?.path.join('/') ?? ''}`);
  return data;
}

async function sealIn(folder: string, file: { name: string; value: unknown }): Promise<OwnSeal> {
  const { domain, key, certificate } = checked(own, file).own;
  return ownSeal(domain, await pem(folder, key), await pem(folder, certificate));
}

async function partyIn(
  folder: string,
  file: { name: string; value: unknown },
  { env, clock, seal }: { env: Env; clock: Clock; seal: OwnSeal | null },
): Promise<DeclaredParty> {
  const { recipient, letters = null, opendsr } = checked(party, file);
  if (!opendsr) return { recipient, letters, opendsr: null };
  const { url, certificate, token: variable } = opendsr;
  const { hostname, protocol } = new URL(url);
  const loopback = hostname === '127.0.0.1' || hostname === 'localhost';
  if (protocol !== 'https:' && !loopback) throw new BadSetting(`${file.name}: opendsr.url`, 'it is not an https URL');
  const token = variable && env[variable.env];
  if (variable && !token) throw new BadSetting(variable.env, 'the environment has no such variable');
  const key = knownKey(hostname, await pem(folder, certificate));
  const processor = openProcessor({ url, key, clock, ...(token && { token }), ...(seal && { seal }) });
  return { recipient, letters, opendsr: { ...processor, key } };
}
