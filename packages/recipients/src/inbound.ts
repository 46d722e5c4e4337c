/**
 * Whose programs may ask Kept for something, beside a session: controllers by OpenDSR, agents of persons by the Data Rights
 * Protocol. Each is known by a key that an operator put into the folder of parties; nobody brings their own.
 *
 *     export default { controller: 'acme', domain: 'opendsr.acme.example', certificate: 'acme.pem',
 *       callbacks: ['hooks.acme.example'] } satisfies Controller;
 *     export default { drp: { business: 'KEPT_HOME', agents: 'agents.json' } } satisfies DrpNetwork;
 *
 * `agents.json` is the network's directory of authorised agents as it is handed out (DRP 1.0, section 3.05.1).
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BadSetting, NotAParty } from './errors.ts';
import { type KnownKey, knownKey } from './signing.ts';

const FILE = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/);
const controller = z.strictObject({
  controller: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  domain: z.string().min(1).max(253),
  certificate: FILE,
  /** Hosts, beside the domain and those beneath it, at which it may be called back. */
  callbacks: z.array(z.string().min(1).max(253)).max(10).default([]),
});
const ID = z.string().regex(/^[A-Z_]{1,64}$/);
const network = z.strictObject({ drp: z.strictObject({ business: ID, agents: FILE }) });
const directory = z
  .array(
    z.object({
      id: ID,
      name: z.string().min(1).max(80),
      verify_key: z.base64().length(44),
      web_url: z.url({ protocol: /^https$/ }).max(300),
    }),
  )
  .max(10_000);

/** A controller that may send requests by OpenDSR. */
export type Controller = z.input<typeof controller>;
/** The network of agents that Kept is part of, and what it is called there. */
export type DrpNetwork = z.input<typeof network>;

/** An agent of persons, as the directory has it. */
export interface DrpAgent {
  readonly id: string;
  readonly name: string;
  /** Ed25519. */
  readonly key: KeyObject;
  /** Where it may be called back: this host and those beneath it. */
  readonly host: string;
}

/** A controller, as it is declared. */
export interface KnownController {
  readonly id: string;
  readonly key: KnownKey;
  /** At which it may be called back. */
  readonly hosts: readonly string[];
}

/** Who may ask. */
export interface Inbound {
  /** By domain. */
  readonly controllers: ReadonlyMap<string, KnownController>;
  readonly drp: { readonly business: string; readonly agents: ReadonlyMap<string, DrpAgent> } | null;
}

/** Nobody may. */
export const NO_INBOUND: Inbound = { controllers: new Map(), drp: null };

interface File {
  readonly name: string;
  readonly value: unknown;
}

export const isInbound = ({ value }: File): boolean =>
  typeof value === 'object' && value !== null && ('controller' in value || 'drp' in value);

/** Throws RECIPIENTS_NOT_A_PARTY, RECIPIENTS_SETTING. */
export async function readInbound(folder: string, files: readonly File[]): Promise<Inbound> {
  const controllers = new Map<string, KnownController>();
  let drp: Inbound['drp'] = null;
  for (const { name, value } of files) {
    const said = z.union([controller, network]).safeParse(value);
    if (!said.success) throw new NotAParty(name, '/');
    if ('drp' in said.data) {
      if (drp) throw new NotAParty(name, '/drp');
      const { business, agents } = said.data.drp;
      drp = { business, agents: agentsIn(agents, await textOf(folder, agents)) };
      continue;
    }
    const { controller: id, domain, certificate, callbacks } = said.data;
    if (controllers.has(domain)) throw new NotAParty(name, '/domain');
    const key = knownKey(domain, await textOf(folder, certificate));
    controllers.set(domain, { id, key, hosts: [domain, ...callbacks] });
  }
  return { controllers, drp };
}

const textOf = (folder: string, name: string): Promise<string> =>
  readFile(join(folder, name), 'utf8').catch(() => {
    throw new BadSetting(name, 'there is no such file beside the declaration');
  });

function agentsIn(file: string, text: string): Map<string, DrpAgent> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadSetting(file, 'it is not JSON');
  }
  const { success, data, error } = directory.safeParse(value);
  if (!success) throw new NotAParty(file, `/${error.issues[0]?.path.join('/') ?? ''}`);
  return new Map(
    data.map(({ id, name, verify_key, web_url }) => {
      const x = Buffer.from(verify_key, 'base64').toString('base64url');
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      return [id, { id, name, key, host: new URL(web_url).hostname }];
    }),
  );
}
