/** Announcements of Home Assistant’s MQTT discovery: of one component, or of a device with all of its. */
import { type Facet, facetsOf } from './facets.ts';
import { type Template, templateOf } from './template.ts';
import { type Config, deviceSpelledOut, spelledOut } from './words.ts';

export const PREFIX = 'homeassistant';

/** Where a device says whether it is there. */
export interface Presence {
  readonly topic: string;
  readonly read: Template;
  readonly yes: string;
  readonly no: string;
}

export interface Component {
  /** What a reading is called: `power`. */
  readonly key: string;
  readonly facets: readonly Facet[];
}

/** What one message announces. */
export interface Announcement {
  /** What the device is known by. */
  readonly address: string;
  readonly name: string;
  readonly model: string;
  readonly firmware: string;
  readonly presences: readonly Presence[];
  readonly mode: 'all' | 'any' | 'latest';
  readonly components: readonly Component[];
  /** Kinds of components that are not known here. */
  readonly unknown: readonly string[];
}

/** `gone`: what was announced under this topic is no more. */
export type Read =
  | { readonly is: 'announced'; readonly announcement: Announcement }
  | { readonly is: 'gone' }
  | { readonly is: 'malformed' }
  | { readonly is: 'other' };

const TOPIC = /^homeassistant\/([a-z_]{1,40})\/(?:([\w-]{1,100})\/)?([\w-]{1,100})\/config$/;
const COMPONENTS_MAX = 120;
const BYTES_MAX = 256_000;

export function readAnnouncement(topic: string, payload: Buffer): Read {
  const [, platform, , object] = TOPIC.exec(topic) ?? [];
  if (!platform || !object) return { is: 'other' };
  if (payload.length === 0) return { is: 'gone' };
  if (payload.length > BYTES_MAX) return { is: 'malformed' };
  const given = parsed(payload.toString('utf8'));
  if (!given) return { is: 'malformed' };
  const config = spelledOut(given);
  const device = deviceSpelledOut(record(config['device']) ?? {});
  const all =
    platform === 'device' ? componentsOf(record(config['components']) ?? {}, config) : [{ platform, object, config }];
  const presences = presencesOf(config);
  const mode = config['availability_mode'];
  return {
    is: 'announced',
    announcement: {
      ...{ address: addressOf(device, config, object), ...describedBy(device, config, object), presences },
      mode: mode === 'all' || mode === 'any' ? mode : 'latest',
      components: all.flatMap((each) => {
        const facets = facetsOf(each.platform, each.config);
        return facets ? [{ key: keyOf(each.object, each.config), facets }] : [];
      }),
      unknown: all.filter((each) => !facetsOf(each.platform, each.config)).map((each) => each.platform),
    },
  };
}

/** Of a device; what stands beside its components holds for each of them. */
function componentsOf(components: Config, { state_topic, command_topic, '~': base }: Config) {
  return Object.entries(components)
    .slice(0, COMPONENTS_MAX)
    .flatMap(([object, value]) => {
      const own = record(value);
      if (!own) return [];
      const config = spelledOut({ ...(base !== undefined && { '~': base }), ...own });
      const platform = config['platform'];
      // Only its kind: Home Assistant takes this for a component that is gone.
      if (typeof platform !== 'string' || Object.keys(config).length < 2) return [];
      const shared = {
        ...(state_topic !== undefined && { state_topic }),
        ...(command_topic !== undefined && { command_topic }),
      };
      return [{ platform, object, config: { ...shared, ...config } }];
    });
}

/** One word that is the same each time: no name of a topic, no command. */
function addressOf(device: Config, config: Config, object: string): string {
  const ids = device['identifiers'];
  const [connection] = Array.isArray(device['connections']) ? (device['connections'] as unknown[]) : [];
  const first = Array.isArray(ids) ? ids[0] : ids;
  const id = first ?? (Array.isArray(connection) ? connection[1] : undefined) ?? config['unique_id'] ?? object;
  return `ha:${String(id).replaceAll(/[^\w:.-]+/g, '_')}`.slice(0, 60);
}

function describedBy(device: Config, config: Config, object: string) {
  const words = ['manufacturer', 'model_id', 'model'].map((name) => device[name]);
  return {
    name: line(device['name']) || line(config['name']) || object,
    model: line(words.filter((word) => typeof word === 'string').join(' ')),
    firmware: line(device['sw_version']).slice(0, 100),
  };
}

/** A kind of measurement has the name that it has everywhere; anything else what its announcement calls it. */
const COMMON: ReadonlySet<string> = new Set([
  ...['temperature', 'humidity', 'pressure', 'battery', 'power', 'energy', 'current', 'voltage', 'power_factor'],
  ...['illuminance', 'occupancy', 'presence', 'pm25', 'pm10', 'co2', 'signal_strength', 'smoke', 'gas', 'tamper'],
]);
const CALLED: Readonly<Record<string, string>> = {
  ...{ motion: 'occupancy', moisture: 'water_leak', atmospheric_pressure: 'pressure', carbon_dioxide: 'co2' },
};

function keyOf(object: string, config: Config): string {
  const kind = line(config['device_class']);
  if (Object.hasOwn(CALLED, kind)) return CALLED[kind]!;
  return COMMON.has(kind) ? kind : object.slice(0, 60);
}

function presencesOf(config: Config): Presence[] {
  const { availability, availability_topic: topic, availability_template: value_template } = config;
  const { payload_available, payload_not_available } = config;
  const all =
    topic === undefined ? availability : [{ topic, value_template, payload_available, payload_not_available }];
  return (Array.isArray(all) ? all : []).slice(0, 10).flatMap((each): Presence[] => {
    const own = record(each);
    const read = templateOf(own?.['value_template']);
    if (!own || !read || typeof own['topic'] !== 'string') return [];
    const word = (value: unknown, other: string) => (value === undefined ? other : line(value));
    const [yes, no] = [word(own['payload_available'], 'online'), word(own['payload_not_available'], 'offline')];
    return [{ topic: own['topic'], read, yes, no }];
  });
}

const line = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);

function parsed(text: string): Config | undefined {
  try {
    return record(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const record = (value: unknown): Config | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Config) : undefined;
