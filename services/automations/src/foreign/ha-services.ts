/** What Home Assistant calls actions of integrations, `light.turn_on` and the like, as commands to devices. */
import type { Action } from '../api/config.ts';
import type { Reading } from './ha-triggers.ts';
import { slugOf, type Thing } from './names.ts';
import { type Fields, type Path, placed, record } from './source.ts';
import { number, textOf } from './values.ts';

const STEP = ['action', 'service', 'target', 'data', 'alias', 'enabled', 'entity_id', 'metadata'];

/** Which of its two values a binary thing takes, or which word a cover. */
const SWITCHES: Readonly<Record<string, 0 | 1>> = {
  ...{ turn_on: 0, turn_off: 1, lock: 0, unlock: 1 },
};
const COVERS: Readonly<Record<string, string>> = { open_cover: 'OPEN', close_cover: 'CLOSE', stop_cover: 'STOP' };
const SWITCHED = ['light', 'switch', 'fan', 'input_boolean', 'homeassistant', 'lock', 'siren'];

export function services(reading: Reading, fields: Fields, path: Path): Action[] {
  const { source } = reading;
  source.only(fields, path, STEP);
  const name = String(fields['action'] ?? fields['service']);
  const [domain = '', verb = ''] = name.split('.');
  const data = record(fields['data']) ?? {};
  if (domain === 'notify' || name === 'persistent_notification.create') {
    source.only(data, [...path, 'data'], ['message', 'title', 'notification_id']);
    return message(reading, data, [...path, 'data']);
  }
  if (name === 'mqtt.publish') return publish(reading, data, [...path, 'data']);
  if (name === 'scene.turn_on')
    return targets(reading, fields, path).flatMap(([at, entity]) => scene(reading, entity, at));
  const command = commandOf(domain, verb);
  if (command === null) return source.cannot(path, 'kind', name);
  return targets(reading, fields, path).flatMap(([at, entity]): Action[] => {
    const thing = reading.names.entity(source, at, entity);
    if (!thing) return [];
    const values = command(reading, thing, data, path);
    return values ? [{ action: 'command', device_id: thing.device.id, data: values }] : [];
  });
}

function targets({ source }: Reading, fields: Fields, path: Path): [Path, unknown][] {
  const target = record(fields['target']);
  if (target) source.only(target, [...path, 'target'], ['entity_id']);
  const data = record(fields['data']);
  const all = [
    ...placed(target?.['entity_id'], [...path, 'target', 'entity_id']),
    ...placed(fields['entity_id'], [...path, 'entity_id']),
    ...placed(data?.['entity_id'], [...path, 'data', 'entity_id']),
  ];
  if (all.length === 0) source.cannot(path, 'nothing');
  return all.map(([entity, at]) => [at, entity]);
}

type Values = Record<string, string>;
type Command = (reading: Reading, thing: Thing, data: Fields, path: Path) => Values | null;

function commandOf(domain: string, verb: string): Command | null {
  const way = SWITCHES[verb];
  if (way !== undefined && SWITCHED.includes(domain)) return switched(way);
  const cover = COVERS[verb];
  if (domain === 'cover' && cover !== undefined) return word(cover);
  if (verb === 'set_value' && (domain === 'number' || domain === 'text')) return given('value');
  if (domain === 'select' && verb === 'select_option') return given('option');
  return null;
}

const settable = ({ device }: Thing, key: string) =>
  device.description.features.find((feature) => feature.name === key && feature.settable);

const nothing = ({ source }: Reading, path: Path, what: string): null => {
  source.cannot(path, 'value', what);
  return null;
};

const word =
  (value: string): Command =>
  (reading, thing, _, path) =>
    settable(thing, thing.key)?.values.includes(value) ? { [thing.key]: value } : nothing(reading, path, value);

const given =
  (key: string): Command =>
  (reading, thing, data, path) => {
    const at = [...path, 'data', key];
    reading.source.only(data, [...path, 'data'], [key, 'entity_id']);
    const value = textOf(reading.source, at, data[key]);
    if (value === undefined) return null;
    return settable(thing, thing.key) ? { [thing.key]: value } : nothing(reading, at, thing.key);
  };

const switched =
  (way: 0 | 1): Command =>
  (reading, thing, data, path) => {
    const value = settable(thing, thing.key)?.values[way];
    if (value === undefined) return nothing(reading, path, thing.key);
    const at = [...path, 'data'];
    reading.source.only(data, at, ['entity_id', 'brightness', 'brightness_pct', 'color_temp_kelvin', 'transition']);
    return { [thing.key]: value, ...(way === 0 && lit(reading, thing, data, at)) };
  };

/** Brightness of 255 is the most that the lamp has; its colour temperature is in millionths of the inverse kelvin. */
function lit(reading: Reading, thing: Thing, data: Fields, path: Path): Values {
  const { source } = reading;
  const of = (key: string, own: string, convert: (value: number, most: number) => number): Values => {
    if (data[key] === undefined) return {};
    const value = number(source, [...path, key], data[key]);
    const feature = settable(thing, own);
    if (value === undefined || !feature) {
      if (!feature) source.cannot([...path, key], 'key', key);
      return {};
    }
    return { [own]: String(Math.round(convert(value, feature.max ?? 254))) };
  };
  return {
    ...of('brightness', 'brightness', (value, most) => (value * most) / 255),
    ...of('brightness_pct', 'brightness', (value, most) => (value * most) / 100),
    ...of('color_temp_kelvin', 'color_temp', (value) => 1e6 / value),
    ...of('transition', 'transition', (value) => value),
  };
}

/** To zigbee2mqtt itself: exactly what is set. */
function publish(reading: Reading, data: Fields, path: Path): Action[] {
  const { source, names } = reading;
  source.only(data, path, ['topic', 'payload', 'qos', 'retain']);
  const [, name] = /^zigbee2mqtt\/(.+)\/set$/.exec(String(data['topic'])) ?? [];
  if (name === undefined) return source.cannot([...path, 'topic'], 'kind', data['topic']);
  const device = names.topic(source, [...path, 'topic'], name);
  const values = scalars(data['payload']);
  if (!values) return source.cannot([...path, 'payload'], 'value', data['payload']);
  return device ? [{ action: 'command', device_id: device.id, data: values }] : [];
}

function scalars(payload: unknown): Values | null {
  try {
    const fields = record(typeof payload === 'string' ? JSON.parse(payload) : payload);
    const all = Object.entries(fields ?? {});
    if (all.length === 0 || all.some(([, value]) => typeof value === 'object')) return null;
    return Object.fromEntries(all.map(([key, value]) => [key, String(value)]));
  } catch {
    return null;
  }
}

function scene({ source, scenes }: Reading, entity: unknown, path: Path): Action[] {
  const id = scenes.get(slugOf(String(entity).replace(/^scene\./, '')));
  return id === undefined ? source.cannot(path, 'scene', entity) : [{ action: 'scene', scene_id: id }];
}

const message = ({ source }: Reading, data: Fields, path: Path): Action[] => {
  const text = textOf(source, [...path, 'message'], data['message']);
  if (text !== undefined && text.length > 300) return source.cannot([...path, 'message'], 'range', '');
  return text === undefined ? [] : [{ action: 'notify', message: text }];
};
