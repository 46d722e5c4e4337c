/** Our automations as YAML of Home Assistant. What it has no words for is left out whole, and told. */
import { type Device, isAnnounced } from '@kept/service-devices';
import { stringify } from 'yaml';
import { type Action, type Condition, partsOf, type Trigger } from '../api/config.ts';
import type { Rule } from '../rules.ts';
import { nameOf, slugOf, type Thing, thingOf } from './names.ts';
import type { Fields } from './source.ts';

/** Why one is not in the file. `gone`: of a device or a scene that is not here any more. */
export interface Left {
  readonly automation: string;
  readonly path: string;
  readonly code: 'kind' | 'gone';
}

class Wordless extends Error {
  readonly path: string;
  readonly code: Left['code'];
  constructor(path: string, code: Left['code']) {
    super(code);
    this.path = path;
    this.code = code;
  }
}

interface Words {
  readonly devices: ReadonlyMap<string, Device>;
  readonly scenes: ReadonlyMap<string, string>;
}

export function written(rules: readonly Rule[], words: Words): { text: string; left: Left[] } {
  const left: Left[] = [];
  const all = rules.flatMap((rule): Fields[] => {
    try {
      return [automation(rule, words)];
    } catch (error) {
      if (!(error instanceof Wordless)) throw error;
      left.push({ automation: rule.id, path: error.path, code: error.code });
      return [];
    }
  });
  return { text: stringify(all, { lineWidth: 0, aliasDuplicateObjects: false }), left };
}

function automation({ id, config }: Rule, words: Words): Fields {
  const { alias, mode, max, triggers, conditions, actions } = config;
  return {
    ...{ id, alias },
    triggers: triggers.map((each, i) => trigger(each, words, `/triggers/${i}`)),
    ...(conditions.length > 0 && {
      conditions: conditions.map((each, i) => condition(each, words, `/conditions/${i}`)),
    }),
    actions: actions.map((each, i) => action(each, words, `/actions/${i}`)),
    ...{ mode, ...(max !== undefined && { max }) },
  };
}

function thing({ devices }: Words, entity: string, path: string): Thing {
  const { device, key } = partsOf(entity);
  const found = devices.get(device);
  if (!found) throw new Wordless(path, 'gone');
  return thingOf(found, key);
}

/** As zigbee2mqtt tells Home Assistant of it. */
export function entityOf({ device, key, feature }: Thing): string {
  const name = nameOf(device);
  const features = device.description.features.map((each) => each.name);
  if (key === 'state' && feature?.settable) {
    if (feature.values.includes('LOCK')) return `lock.${name}`;
    if (feature.values.includes('OPEN')) return `cover.${name}`;
    return `${features.includes('brightness') || features.includes('color_temp') ? 'light' : 'switch'}.${name}`;
  }
  const own = `${name}_${slugOf(key)}`;
  if (feature?.kind === 'binary') return `${feature.settable ? 'switch' : 'binary_sensor'}.${own}`;
  if (feature?.settable && feature.kind === 'numeric') return `number.${own}`;
  if (feature?.settable && feature.kind === 'enum') return `select.${own}`;
  return `sensor.${own}`;
}

function saidAs({ feature }: Thing, value: string): string {
  if (feature?.kind === 'binary') {
    const way = feature.values.indexOf(value);
    const words = feature.values.includes('LOCK') ? ['locked', 'unlocked'] : ['on', 'off'];
    return words[way] ?? value;
  }
  if (feature?.values.includes('OPEN')) return value === 'OPEN' ? 'open' : value === 'CLOSE' ? 'closed' : value;
  return value;
}

/** `00:01:30` */
const clock = (seconds: number): string => {
  const [sign, whole] = [seconds < 0 ? '-' : '', Math.abs(seconds)];
  const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return sign + parts.map((part) => String(part).padStart(2, '0')).join(':');
};
const full = (time: string): string => (time.length === 5 ? `${time}:00` : time);
const lasts = (seconds: number | undefined): Fields => (seconds === undefined ? {} : { for: clock(seconds) });
const named = (id: string | undefined): Fields => (id === undefined ? {} : { id });

function trigger(each: Trigger, words: Words, path: string): Fields {
  const { trigger: kind, id } = each;
  switch (each.trigger) {
    case 'state': {
      const of = thing(words, each.entity_id, path);
      const values = Object.fromEntries(
        (['from', 'to'] as const).flatMap((key) => (each[key] === undefined ? [] : [[key, saidAs(of, each[key])]])),
      );
      return { trigger: kind, ...named(id), entity_id: entityOf(of), ...values, ...lasts(each.for) };
    }
    case 'numeric_state': {
      const { above, below } = each;
      const entity_id = entityOf(thing(words, each.entity_id, path));
      return { trigger: kind, ...named(id), entity_id, ...bounds({ above, below }), ...lasts(each.for) };
    }
    case 'time':
      return { trigger: kind, ...named(id), at: full(each.at), ...(each.weekday && { weekday: each.weekday }) };
    case 'sun':
      return {
        ...{ trigger: kind, ...named(id), event: each.event },
        ...(each.offset !== undefined && { offset: clock(each.offset) }),
      };
    case 'event': {
      const { device, key } = thing(words, each.entity_id, path);
      if (isAnnounced(device.description)) throw new Wordless(path, 'kind');
      return {
        ...{ trigger: 'mqtt', ...named(id), topic: `zigbee2mqtt/${device.description.name}` },
        value_template: /^\w+$/.test(key) ? `{{ value_json.${key} }}` : `{{ value_json['${key}'] }}`,
        ...(each.event_type !== undefined && { payload: each.event_type }),
      };
    }
    case 'presence':
      throw new Wordless(path, 'kind');
  }
}

const bounds = ({ above, below }: { above: number | undefined; below: number | undefined }): Fields => ({
  ...(above !== undefined && { above }),
  ...(below !== undefined && { below }),
});

function condition(each: Condition, words: Words, path: string): Fields {
  if ('conditions' in each)
    return {
      condition: each.condition,
      conditions: each.conditions.map((below, i) => condition(below, words, `${path}/conditions/${i}`)),
    };
  switch (each.condition) {
    case 'state': {
      const of = thing(words, each.entity_id, path);
      const values = each.state.map((value) => saidAs(of, value));
      return {
        ...{ condition: 'state', entity_id: entityOf(of), state: values.length === 1 ? values[0] : values },
        ...lasts(each.for),
      };
    }
    case 'numeric_state': {
      const { above, below } = each;
      const entity_id = entityOf(thing(words, each.entity_id, path));
      return { condition: 'numeric_state', entity_id, ...bounds({ above, below }) };
    }
    case 'time': {
      const { after, before, weekday } = each;
      return {
        ...{ condition: 'time', ...(after !== undefined && { after: full(after) }) },
        ...{ ...(before !== undefined && { before: full(before) }), ...(weekday && { weekday }) },
      };
    }
    case 'sun': {
      const { after, before, after_offset: later, before_offset: earlier } = each;
      return {
        ...{ condition: 'sun', ...(after && { after }), ...(before && { before }) },
        ...(later !== undefined && { after_offset: clock(later) }),
        ...(earlier !== undefined && { before_offset: clock(earlier) }),
      };
    }
    case 'trigger':
      return { condition: 'trigger', id: each.id };
  }
}

function action(each: Action, words: Words, path: string): Fields {
  switch (each.action) {
    case 'command': {
      const device = words.devices.get(each.device_id);
      if (!device) throw new Wordless(path, 'gone');
      if (isAnnounced(device.description)) throw new Wordless(path, 'kind');
      // To zigbee2mqtt itself, which takes exactly what is set; an action of an integration takes what it knows.
      const data = { topic: `zigbee2mqtt/${device.description.name}/set`, payload: JSON.stringify(each.data) };
      return { action: 'mqtt.publish', data };
    }
    case 'scene': {
      const name = words.scenes.get(each.scene_id);
      if (name === undefined) throw new Wordless(path, 'gone');
      return { action: 'scene.turn_on', target: { entity_id: `scene.${slugOf(name) || each.scene_id}` } };
    }
    case 'delay':
      return { delay: clock(each.delay) };
    case 'wait_for_trigger':
      return {
        wait_for_trigger: each.triggers.map((one, i) => trigger(one, words, `${path}/triggers/${i}`)),
        ...(each.timeout !== undefined && { timeout: clock(each.timeout) }),
        ...(each.continue_on_timeout !== undefined && { continue_on_timeout: each.continue_on_timeout }),
      };
    case 'condition':
      return condition(each.condition, words, `${path}/condition`);
    case 'notify':
      return { action: 'persistent_notification.create', data: { message: each.message } };
    case 'stop':
      return { stop: each.reason ?? '' };
    case 'choose':
      return {
        choose: each.choose.map(({ conditions, sequence }, i) => ({
          conditions: conditions.map((one, j) => condition(one, words, `${path}/choose/${i}/conditions/${j}`)),
          sequence: sequence.map((one, j) => action(one, words, `${path}/choose/${i}/sequence/${j}`)),
        })),
        ...(each.default && { default: each.default.map((one, j) => action(one, words, `${path}/default/${j}`)) }),
      };
  }
}
