/** Settings from the environment. A wrong one is said in one sentence, before anything is written. */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { Misuse } from '@kept/base';

export interface Config {
  /** Folder of everything that Kept keeps: embedded databases, keyring, built pages. */
  readonly data: string;
  readonly host: string;
  /** First port tried; the next free one is taken. */
  readonly port: number;
  /** Address under which browsers reach this server, if a proxy stands before it. */
  readonly origin: string | null;
  readonly trustProxy: string | false;
  /** PostgreSQL URL by region; embedded where absent. */
  readonly databases: Readonly<Record<string, string>>;
  readonly keys: string | null;
  readonly smtp: string | null;
  readonly smsKey: string | null;
  readonly smsBase: string | null;
  /** Another MQTT broker than our own. */
  readonly mqtt: string | null;
  /** Folder of declarations of other systems. */
  readonly connectors: string | null;
  /** Folder of declarations of recipients: how each is told of what persons ask for. */
  readonly parties: string | null;
  /** ClamAV's daemon; null where nothing is scanned. */
  readonly clamd: { readonly host: string; readonly port: number } | null;
  /** Folder of what the business declares for its services: `NAME.json`. */
  readonly services: string | null;
  /** First port tried for our own. */
  readonly mqttPort: number;
  /** Whether a demo person is invited at the first start. */
  readonly demo: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A name that is none of ours: a typing error must not pass for a default. */
export class UnknownSetting extends Misuse {
  constructor(name: string) {
    super('CONFIG_UNKNOWN', `there is no setting \`${name}\``, { help: 'see the table of settings in the README' });
  }
}

const wrong = (name: string, must: string): Misuse =>
  new Misuse('CONFIG_INVALID', `${name} must be ${must}`, { help: 'see the table of settings in the README' });

/** The setting that names a region's database. */
export const databaseSetting = (region: string): string => `KEPT_DATABASE_${region.toUpperCase().replaceAll('-', '_')}`;

/** Throws CONFIG_INVALID, CONFIG_UNKNOWN. */
export function readConfig(env: Environment, regions: readonly string[], cwd: string = process.cwd()): Config {
  const known = new Set([
    ...[
      'KEPT_DATA',
      'KEPT_HOST',
      'KEPT_PORT',
      'KEPT_ORIGIN',
      'KEPT_TRUST_PROXY',
      'KEPT_KEYS',
      'KEPT_SMTP',
      'KEPT_DEMO',
      'KEPT_MQTT',
      'KEPT_MQTT_PORT',
      'KEPT_CONNECTORS',
      'KEPT_PARTIES',
      'KEPT_CLAMD',
      'KEPT_SERVICES',
    ],
    ...['KEPT_SMS_YUNPIAN_KEY', 'KEPT_SMS_YUNPIAN_BASE', 'KEPT_REQUIRE_SERVICES', 'KEPT_POLICY_TEXTS', 'KEPT_SOAK'],
    ...regions.map(databaseSetting),
  ]);
  for (const name of Object.keys(env)) {
    if (name.startsWith('KEPT_') && !known.has(name)) throw new UnknownSetting(name);
  }
  const databases = Object.fromEntries(
    regions.flatMap((region) => {
      const url = postgresUrl(env, databaseSetting(region));
      return url ? [[region, url]] : [];
    }),
  );
  const config = {
    data: resolve(cwd, env['KEPT_DATA'] || '.kept'),
    host: env['KEPT_HOST'] || '127.0.0.1',
    port: portOf('KEPT_PORT', env['KEPT_PORT'], 7400),
    origin: originOf(env['KEPT_ORIGIN']),
    trustProxy: proxiesOf(env['KEPT_TRUST_PROXY']),
    databases,
    keys: postgresUrl(env, 'KEPT_KEYS'),
    smtp: urlOf(env, 'KEPT_SMTP', ['smtp:', 'smtps:'], 'a URL such as smtps://name:password@mail.example:465'),
    mqtt: urlOf(env, 'KEPT_MQTT', ['mqtt:', 'mqtts:'], 'a URL such as mqtts://name:password@broker.example:8883'),
    mqttPort: portOf('KEPT_MQTT_PORT', env['KEPT_MQTT_PORT'], 1_883),
    connectors: env['KEPT_CONNECTORS'] ? resolve(cwd, env['KEPT_CONNECTORS']) : null,
    parties: env['KEPT_PARTIES'] ? resolve(cwd, env['KEPT_PARTIES']) : null,
    clamd: clamdOf(env['KEPT_CLAMD']),
    services: env['KEPT_SERVICES'] ? resolve(cwd, env['KEPT_SERVICES']) : null,
    smsKey: env['KEPT_SMS_YUNPIAN_KEY'] || null,
    smsBase: urlOf(env, 'KEPT_SMS_YUNPIAN_BASE', ['http:', 'https:'], 'an http or https URL'),
  };
  return { ...config, demo: demoOf(env['KEPT_DEMO'], config) };
}

/**
 * Her password is known to everybody and her codes lie in the outbox: unasked she comes only where Kept is tried out, on
 * databases of its own and for this machine alone.
 */
function demoOf(text: string | undefined, config: Omit<Config, 'demo'>): boolean {
  if (text !== undefined && text !== '0' && text !== '1') throw wrong('KEPT_DEMO', '0 or 1');
  if (text === '1' && config.smtp) throw wrong('KEPT_DEMO', '0 where KEPT_SMTP is set: mail of the demo goes nowhere');
  if (text !== undefined) return text === '1';
  const ours = Object.keys(config.databases).length === 0 && !config.keys;
  const here = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(config.host) && !config.origin;
  return ours && here && !config.smtp && !config.smsKey;
}

export const keyringOf = (config: Config): string => join(config.data, 'keyring');

function portOf(name: string, text: string | undefined, otherwise: number): number {
  const port = Number(text ?? otherwise);
  if (!Number.isInteger(port) || port < 1 || port > 65_000) throw wrong(name, 'a whole number from 1 to 65000');
  return port;
}

function clamdOf(text: string | undefined): Config['clamd'] {
  if (!text) return null;
  const [, host, port] = /^([\w.-]+):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined) throw wrong('KEPT_CLAMD', 'a host and a port, such as 127.0.0.1:3310');
  return { host, port: portOf('KEPT_CLAMD', port, 3310) };
}

const postgresUrl = (env: Environment, name: string): string | null =>
  urlOf(env, name, ['postgres:', 'postgresql:'], 'a URL such as postgres://name:password@host:5432/database');

function urlOf(env: Environment, name: string, protocols: readonly string[], must: string): string | null {
  const text = env[name];
  if (!text) return null;
  // The value may hold a password: it is never repeated.
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) throw wrong(name, must);
  return text;
}

/** Addresses and networks, as `proxy-addr` takes them. */
function proxiesOf(text: string | undefined): string | false {
  if (!text) return false;
  for (const each of text.split(',').map((part) => part.trim())) {
    const [address = '', bits, ...rest] = each.split('/');
    const family = isIP(address);
    const inRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
    if (!NETWORKS.has(each) && (family === 0 || !inRange || rest.length > 0))
      throw wrong('KEPT_TRUST_PROXY', 'addresses or networks, such as 127.0.0.1,10.0.0.0/8');
  }
  return text;
}

const NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

function originOf(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || new URL(text).origin !== text.replace(/\/$/, ''))
    throw wrong('KEPT_ORIGIN', 'an address without path, such as https://kept.example');
  return new URL(text).origin;
}
