/** Triggers of Home Assistant (https://www.home-assistant.io/docs/automation/trigger/) as ours. */
import type { Trigger } from '../api/config.ts';
import type { Names } from './names.ts';
import { type Fields, listOf, type Path, placed, record, type Source } from './source.ts';
import { number, ownValue, seconds, textOf, timeOfDay } from './values.ts';

export interface Reading {
  readonly source: Source;
  readonly names: Names;
  /** Scenes of the person by the object id of their name. */
  readonly scenes: ReadonlyMap<string, string>;
}

const COMMON = ['trigger', 'platform', 'id', 'alias', 'enabled'];

/** A step that is switched off is none. */
export const isOff = (fields: Fields): boolean => fields['enabled'] === false;

export function triggers(reading: Reading, value: unknown, path: Path): Trigger[] {
  return placed(value, path).flatMap(([each, at]) => {
    const fields = record(each);
    if (!fields) return reading.source.cannot(at, 'value', each);
    return isOff(fields) ? [] : one(reading, fields, at);
  });
}

function one(reading: Reading, fields: Fields, path: Path): Trigger[] {
  const kind = fields['trigger'] ?? fields['platform'];
  switch (kind) {
    case 'state':
      return state(reading, fields, path);
    case 'numeric_state':
      return numeric(reading, fields, path);
    case 'time':
      return time(reading, fields, path);
    case 'sun':
      return sun(reading, fields, path);
    case 'mqtt':
      return mqtt(reading, fields, path);
    default:
      return reading.source.cannot(path, 'kind', kind ?? '');
  }
}

const idOf = ({ source }: Reading, { id }: Fields, path: Path): { id?: string } => {
  if (id === undefined) return {};
  if (typeof id === 'string' && /^[\w-]{1,40}$/.test(id)) return { id };
  source.cannot([...path, 'id'], 'value', id);
  return {};
};

export function lasting({ source }: Pick<Reading, 'source'>, fields: Fields, path: Path): { for?: number } {
  if (fields['for'] === undefined) return {};
  const whole = seconds(source, [...path, 'for'], fields['for']);
  if (whole === undefined || whole === 0) return {};
  if (whole < 0 || whole > 86_400) source.cannot([...path, 'for'], 'range', fields['for']);
  return { for: whole };
}

/** The things that `entity_id` names, each with its address here; those that nobody here has are problems. */
export const things = ({ source, names }: Reading, fields: Fields, path: Path) =>
  placed(fields['entity_id'], [...path, 'entity_id']).flatMap(([entity, at]) => {
    const thing = names.entity(source, at, entity);
    return thing ? [{ ...thing, address: `${thing.device.id}.${thing.key}` }] : [];
  });

function state(reading: Reading, fields: Fields, path: Path): Trigger[] {
  const { source } = reading;
  source.only(fields, path, [...COMMON, 'entity_id', 'from', 'to', 'for']);
  const rest = { ...idOf(reading, fields, path), ...lasting(reading, fields, path) };
  return things(reading, fields, path).flatMap((thing) => {
    const values = (key: 'from' | 'to') =>
      fields[key] === undefined || fields[key] === null
        ? [undefined]
        : listOf(fields[key]).map((each) => ownValue(source, [...path, key], thing, each));
    return values('from').flatMap((from) =>
      values('to').map(
        (to): Trigger => ({
          ...{ trigger: 'state', entity_id: thing.address, ...rest },
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
        }),
      ),
    );
  });
}

export function bounds({ source }: Pick<Reading, 'source'>, fields: Fields, path: Path) {
  const bound = (key: 'above' | 'below') => {
    const value = fields[key] === undefined ? undefined : number(source, [...path, key], fields[key]);
    return value === undefined ? {} : { [key]: value };
  };
  const found: { above?: number; below?: number } = { ...bound('above'), ...bound('below') };
  return found;
}

function numeric(reading: Reading, fields: Fields, path: Path): Trigger[] {
  reading.source.only(fields, path, [...COMMON, 'entity_id', 'above', 'below', 'for']);
  const rest = { ...idOf(reading, fields, path), ...lasting(reading, fields, path), ...bounds(reading, fields, path) };
  return things(reading, fields, path).map(
    ({ address }): Trigger => ({ trigger: 'numeric_state', entity_id: address, ...rest }),
  );
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof DAYS)[number];

export function weekdays({ source }: Pick<Reading, 'source'>, value: unknown, path: Path): { weekday?: Day[] } {
  if (value === undefined) return {};
  const days = listOf(value).map((each) => DAYS.find((day) => String(each).toLowerCase().startsWith(day)));
  if (days.every((day) => day !== undefined)) return { weekday: days };
  source.cannot(path, 'value', value);
  return {};
}

function time(reading: Reading, fields: Fields, path: Path): Trigger[] {
  const { source } = reading;
  source.only(fields, path, [...COMMON, 'at', 'weekday']);
  const rest = { ...idOf(reading, fields, path), ...weekdays(reading, fields['weekday'], [...path, 'weekday']) };
  return placed(fields['at'], [...path, 'at']).flatMap(([each, at]): Trigger[] => {
    const read = timeOfDay(each);
    return read === undefined ? source.cannot(at, 'value', each) : [{ trigger: 'time', at: read, ...rest }];
  });
}

export const offset = ({ source }: Pick<Reading, 'source'>, value: unknown, path: Path): number | undefined => {
  const whole = value === undefined ? undefined : seconds(source, path, value);
  if (whole !== undefined && Math.abs(whole) > 43_200) source.cannot(path, 'range', value);
  return whole === 0 ? undefined : whole;
};

function sun(reading: Reading, fields: Fields, path: Path): Trigger[] {
  const { source } = reading;
  source.only(fields, path, [...COMMON, 'event', 'offset']);
  const { event } = fields;
  if (event !== 'sunrise' && event !== 'sunset') return source.cannot([...path, 'event'], 'value', event);
  const moved = offset(reading, fields['offset'], [...path, 'offset']);
  return [{ trigger: 'sun', event, ...idOf(reading, fields, path), ...(moved !== undefined && { offset: moved }) }];
}

const TOPIC = /^zigbee2mqtt\/(.+)$/;
const KEY_OF = /^\{\{\s*value_json(?:\.(\w+)|\[['"]([\w.:-]+)['"]\])\s*\}\}$/;

/** What zigbee2mqtt publishes of a button: each time counts, the same again included. */
function mqtt(reading: Reading, fields: Fields, path: Path): Trigger[] {
  const { source, names } = reading;
  source.only(fields, path, [...COMMON, 'topic', 'payload', 'value_template', 'qos']);
  const [, topic] = TOPIC.exec(String(fields['topic'])) ?? [];
  if (topic === undefined) return source.cannot([...path, 'topic'], 'kind', fields['topic']);
  const template = fields['value_template'];
  const [, plain, quoted] = typeof template === 'string' ? (KEY_OF.exec(template.trim()) ?? []) : [];
  if (template !== undefined && (plain ?? quoted) === undefined)
    return source.cannot([...path, 'value_template'], 'template', template);
  const key = plain ?? quoted ?? 'action';
  // An attribute of its own topic, as older settings of zigbee2mqtt publish a button.
  const name = template === undefined ? topic.replace(/\/action$/, '') : topic;
  if (template === undefined && name === topic) return source.cannot([...path, 'topic'], 'kind', topic);
  const device = names.topic(source, [...path, 'topic'], name);
  const payload = fields['payload'] === undefined ? undefined : textOf(source, [...path, 'payload'], fields['payload']);
  if (!device) return [];
  const fires = payload === undefined ? {} : { event_type: payload };
  return [{ trigger: 'event', entity_id: `${device.id}.${key}`, ...idOf(reading, fields, path), ...fires }];
}
