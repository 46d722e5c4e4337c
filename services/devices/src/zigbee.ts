/** zigbee2mqtt's topics and payloads, as its version 2 publishes them. */
import { unitOf } from './catalogue/units.ts';
import type { Description, Feature } from './description.ts';

/** How the firmware of a device is; versions are numbers of its maker’s, null where the gateway does not know. */
export interface UpdateState {
  readonly state: 'idle' | 'available' | 'updating' | 'scheduled';
  readonly installed: number | null;
  readonly latest: number | null;
  /** Of a hundred, and seconds that are left; null where it is not being updated. */
  readonly progress: number | null;
  readonly remaining: number | null;
}

export interface UpdateAnswer {
  readonly act: 'check' | 'update';
  readonly ok: boolean;
}

/** What a message on one of its topics says. */
export type Told =
  | { readonly kind: 'devices'; readonly devices: readonly Omit<Description, 'space' | 'ip'>[] }
  | {
      readonly kind: 'state';
      readonly name: string;
      readonly values: Readonly<Record<string, string>>;
      readonly at?: number;
      readonly update?: UpdateState;
    }
  /** What became of a request about firmware. */
  | { readonly kind: 'update'; readonly name: string; readonly answer: UpdateAnswer }
  | { readonly kind: 'availability'; readonly name: string; readonly online: boolean }
  | { readonly kind: 'bridge'; readonly online: boolean }
  | { readonly kind: 'removed'; readonly name: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** Of no interest, or a command on its way to the gateway. */
  | { readonly kind: 'other' }
  /** Nothing that the topic may carry. */
  | { readonly kind: 'malformed' };

export const BASE = 'zigbee2mqtt';
const MALFORMED: Told = { kind: 'malformed' };
const OTHER: Told = { kind: 'other' };
const NAME_MAX = 200;

/** `topic` begins with the base. */
export function read(topic: string, payload: Buffer): Told {
  const path = topic.slice(BASE.length + 1);
  if (path === '' || path.length > NAME_MAX) return MALFORMED;
  if (path.startsWith('bridge/')) return readBridge(path.slice('bridge/'.length), payload);
  if (/\/(set|get)(\/|$)/.test(path)) return OTHER;
  const value = json(payload);
  if (path.endsWith('/availability')) {
    const name = path.slice(0, -'/availability'.length);
    if (payload.length === 0) return OTHER;
    const state = typeof value === 'string' ? value : record(value)?.['state'];
    return state === 'online' || state === 'offline'
      ? { kind: 'availability', name, online: state === 'online' }
      : MALFORMED;
  }
  // An empty one clears what was retained.
  if (payload.length === 0) return OTHER;
  const fields = record(value);
  if (!fields) return MALFORMED;
  const values = scalars(fields);
  const at = timeOf(fields['last_seen']);
  const update = updateOf(fields['update']);
  return { kind: 'state', name: path, values, ...(at !== undefined && { at }), ...(update && { update }) };
}

const UPDATE_STATES: ReadonlySet<unknown> = new Set(['idle', 'available', 'updating', 'scheduled']);

function updateOf(value: unknown): UpdateState | undefined {
  const told = record(value);
  if (!told || !UPDATE_STATES.has(told['state'])) return undefined;
  const number = (name: string) => numberOf(told[name]);
  const version = (name: string) => {
    const given = number(name);
    // -1 is how zigbee2mqtt says that it does not know; versions of Zigbee have 32 bits.
    return Number.isInteger(given) && given! >= 0 && given! < 2 ** 32 ? given : null;
  };
  return {
    state: told['state'] as UpdateState['state'],
    ...{ installed: version('installed_version'), latest: version('latest_version') },
    ...{ progress: number('progress'), remaining: number('remaining') },
  };
}

function readBridge(path: string, payload: Buffer): Told {
  const value = json(payload);
  if (path === 'state') {
    const state = typeof value === 'string' ? value : record(value)?.['state'];
    return state === 'online' || state === 'offline' ? { kind: 'bridge', online: state === 'online' } : MALFORMED;
  }
  if (path === 'devices')
    return Array.isArray(value) ? { kind: 'devices', devices: value.flatMap(deviceOf) } : MALFORMED;
  const answer = record(value);
  const [, act] = /^response\/device\/ota_update\/(check|update)$/.exec(path) ?? [];
  if (act) {
    const name = record(answer?.['data'])?.['id'];
    const told = { act: act as UpdateAnswer['act'], ok: answer?.['status'] === 'ok' };
    return typeof name === 'string' ? { kind: 'update', name, answer: told } : OTHER;
  }
  if (path === 'response/device/remove' || path === 'response/device/rename') {
    const data = record(answer?.['data']);
    if (answer?.['status'] !== 'ok' || !data) return OTHER;
    if (path.endsWith('remove'))
      return typeof data['id'] === 'string' ? { kind: 'removed', name: data['id'] } : MALFORMED;
    const { from, to } = data;
    return typeof from === 'string' && typeof to === 'string' ? { kind: 'renamed', from, to } : MALFORMED;
  }
  return OTHER;
}

function deviceOf(value: unknown): Omit<Description, 'space' | 'ip'>[] {
  const device = record(value);
  const [address, name] = [device?.['ieee_address'], device?.['friendly_name']];
  if (!device || typeof address !== 'string' || typeof name !== 'string' || device['type'] === 'Coordinator') return [];
  // A name is a part of topics: none may be another's, or a command.
  if (!/^[\w:.-]{1,60}$/.test(address) || name.length > NAME_MAX || !isTopicName(name)) return [];
  const definition = record(device['definition']);
  const words = [definition?.['vendor'], definition?.['model'], definition?.['description']];
  const exposes = definition?.['exposes'];
  return [
    {
      address,
      name: oneLine(name),
      model: oneLine(words.filter((text) => typeof text === 'string').join(' ') || text(device['model_id'])),
      features: featuresOf(Array.isArray(exposes) ? exposes : []).slice(0, FEATURES_MAX),
      firmware: oneLine(text(device['software_build_id'])),
    },
  ];
}

const isTopicName = (name: string): boolean =>
  !/[+#\p{Cc}]|^\/|^bridge(\/|$)|\/(set|get|availability)(\/|$)|(^|\/)\.\.(\/|$)/u.test(name);

const FEATURES_MAX = 120;

/** Composite ones are told by their parts. */
function featuresOf(exposes: readonly unknown[]): Feature[] {
  return exposes.flatMap((each): Feature[] => {
    const expose = record(each);
    if (!expose) return [];
    if (Array.isArray(expose['features'])) return featuresOf(expose['features']);
    const [kind, name, access] = [expose['type'], expose['property'] ?? expose['name'], expose['access']];
    if (typeof name !== 'string' || !KINDS.has(String(kind))) return [];
    return [
      {
        ...{ name, kind: kind as Feature['kind'], settable: typeof access === 'number' && (access & SET) > 0 },
        ...{
          unit: unitOf(text(expose['unit'])),
          min: numberOf(expose['value_min']),
          max: numberOf(expose['value_max']),
        },
        values: kind === 'binary' ? [expose['value_on'], expose['value_off']].map(String) : list(expose['values']),
      },
    ];
  });
}

const KINDS: ReadonlySet<string> = new Set(['binary', 'numeric', 'enum', 'text']);
const SET = 2;
const KEYS_MAX = 200;
const VALUE_MAX = 500;

/** Values that a series can hold; what a gateway says about its updates is none of a device's. */
export function scalars(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(fields).slice(0, KEYS_MAX)) {
    if (value === null || NOT_TOLD.has(key) || SECRET.test(key) || !/^[\w.:-]{1,80}$/.test(key)) continue;
    const word = typeof value === 'string' ? value : JSON.stringify(value, withoutSecrets);
    if (word.length <= VALUE_MAX && !/\p{Cc}/u.test(word) && word.isWellFormed()) found[key] = word;
  }
  return found;
}
/** Of a network, or of a service somewhere: what opens it is no reading, and is not kept. */
const SECRET = /pass(word|phrase|wd)?$|^(wifi_?)?(psk|pwd|key)$|secret|token|(network|wifi|encryption|api)_?key/i;
const withoutSecrets = (key: string, value: unknown): unknown => (SECRET.test(key) ? undefined : value);
const NOT_TOLD: ReadonlySet<string> = new Set(['last_seen', 'update', 'update_available', 'device']);

function timeOf(value: unknown): number | undefined {
  const at = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isSafeInteger(at) && at > 0 ? at : undefined;
}

const oneLine = (value: string): string =>
  value
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, NAME_MAX);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const list = (value: unknown): string[] => (Array.isArray(value) ? value.slice(0, 100).map(String) : []);

export function json(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    // Older gateways say `online` without quotes.
    return /^(online|offline)$/.test(payload.toString('utf8')) ? payload.toString('utf8') : undefined;
  }
}

export const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
