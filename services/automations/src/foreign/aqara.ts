/**
 * A JSON automation script of Aqara Studio
 * (https://docs.aqara.com/docs/aqara-studio/api-references/json-automation-script).
 */
import type { Action, Condition, Trigger } from '../api/config.ts';
import type { Reading } from './ha-triggers.ts';
import type { Draft } from './home-assistant.ts';
import { keysOf, slugOf, type Thing, thingOf } from './names.ts';
import { type Fields, listOf, type Path, placed, record } from './source.ts';
import { number, seconds, timeOfDay } from './values.ts';

export function aqara(reading: Reading): (() => Draft)[] {
  const { source } = reading;
  const file = record(source.value);
  const scope = record(file?.['metadata'])?.['scope'];
  if (listOf(scope).length > 0) source.cannot(['metadata', 'scope'], 'key', 'scope');
  return placed(file?.['automations'], ['automations']).map(([each, path], i) => () => {
    const fields = record(each) ?? {};
    source.only(fields, path, ['name', 'starters', 'condition', 'actions']);
    const named = fields['name'] ?? record(file?.['metadata'])?.['name'];
    const alias = (typeof named === 'string' && named.trim() !== '' ? named.trim() : `${i + 1}`).slice(0, 60);
    const starters = placed(fields['starters'], [...path, 'starters']);
    const config = {
      ...{ alias, mode: 'single' },
      triggers: starters.flatMap(([one, at]) => starter(reading, record(one) ?? {}, at)),
      conditions:
        fields['condition'] === undefined ? [] : condition(reading, fields['condition'], [...path, 'condition']),
      actions: placed(fields['actions'], [...path, 'actions']).flatMap(([one, at]) =>
        action(reading, record(one) ?? {}, at),
      ),
    };
    return { alias, path, config };
  });
}

const COMPARED = [
  ...['is', 'isNot', 'in', 'greaterThan', 'greaterThanOrEqualTo', 'lessThan', 'lessThanOrEqualTo'],
] as const;

/** The thing that a source names. What is not called as it is here has to be told. */
function thing({ source, names }: Reading, value: unknown, path: Path): Thing | undefined {
  const told = record(value) ?? {};
  const device = names.address(source, [...path, 'deviceId'], told['deviceId']);
  const trait = typeof told['traitCode'] === 'string' ? told['traitCode'] : '';
  if (!device) return undefined;
  const snake = slugOf(trait.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2'));
  const key = trait === 'OnOff' ? 'state' : keysOf(device).find((each) => slugOf(each) === snake);
  if (key !== undefined && keysOf(device).includes(key)) return thingOf(device, key);
  const name = `${told['deviceId'] as string}.${trait}`;
  return names.entity(source, [...path, 'traitCode'], name);
}

const worded = ({ feature }: Thing, value: unknown): string => {
  if (typeof value !== 'boolean') return String(value);
  return feature?.kind === 'binary' ? (feature.values[value ? 0 : 1] ?? String(value)) : String(value);
};

function lasting({ source }: Reading, fields: Fields, path: Path): { for?: number } {
  if (fields['for'] === undefined) return {};
  const whole = seconds(source, [...path, 'for'], fields['for']);
  return whole === undefined || whole === 0 ? {} : { for: whole };
}

function starter(reading: Reading, fields: Fields, path: Path): Trigger[] {
  const { source } = reading;
  switch (fields['type']) {
    case 'property.event': {
      source.only(fields, path, ['type', 'source', 'for', ...COMPARED]);
      const found = thing(reading, fields['source'], [...path, 'source']);
      return found ? compared(reading, fields, path, found) : [];
    }
    case 'time.schedule': {
      source.only(fields, path, ['type', 'at', 'weekdays']);
      const at = timeOfDay(fields['at']);
      if (at === undefined) return source.cannot([...path, 'at'], 'value', fields['at']);
      const days = daysOf(reading, fields['weekdays'], [...path, 'weekdays']);
      return [{ trigger: 'time', at, ...(days && { weekday: days }) }];
    }
    default:
      return source.cannot([...path, 'type'], 'kind', fields['type']);
  }
}

function compared(reading: Reading, fields: Fields, path: Path, found: Thing): Trigger[] {
  const { source } = reading;
  const entity_id = `${found.device.id}.${found.key}`;
  const rest = lasting(reading, fields, path);
  const [how, ...others] = COMPARED.filter((key) => key in fields);
  if (how === undefined) return [{ trigger: 'state', entity_id, ...rest }];
  for (const key of [...others, ...(how === 'isNot' ? [how] : [])]) source.cannot([...path, key], 'key', key);
  if (how === 'is' || how === 'in')
    return listOf(fields[how]).map((value) => ({ trigger: 'state', entity_id, to: worded(found, value), ...rest }));
  const limits = bound(reading, how, fields[how], [...path, how]);
  return limits ? [{ trigger: 'numeric_state', entity_id, ...limits, ...rest }] : [];
}

/** Ours are open: what is at least a number that has steps is above the one before it. */
function bound({ source }: Reading, how: string, value: unknown, path: Path) {
  if (how !== 'greaterThan' && how !== 'lessThan') {
    source.cannot(path, 'key', how);
    return undefined;
  }
  const read = number(source, path, value);
  return read === undefined ? undefined : { [how === 'greaterThan' ? 'above' : 'below']: read };
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function daysOf({ source }: Reading, value: unknown, path: Path) {
  if (value === undefined) return undefined;
  const days = listOf(value).map((each) => DAYS.find((day) => String(each).toLowerCase().startsWith(day)));
  if (days.every((day) => day !== undefined)) return days;
  source.cannot(path, 'value', value);
  return undefined;
}

function condition(reading: Reading, value: unknown, path: Path): Condition[] {
  const { source } = reading;
  const fields = record(value) ?? {};
  switch (fields['type']) {
    case 'and':
    case 'or':
    case 'not': {
      source.only(fields, path, ['type', 'conditions', 'condition']);
      const key = 'conditions' in fields ? 'conditions' : 'condition';
      const below = placed(fields[key], [...path, key]).flatMap(([each, at]) => condition(reading, each, at));
      return below.length === 0 ? source.cannot(path, 'nothing') : [{ condition: fields['type'], conditions: below }];
    }
    case 'property.state':
      return state(reading, fields, path);
    case 'time.between': {
      source.only(fields, path, ['type', 'after', 'before', 'weekdays']);
      const [after, before] = [timeOfDay(fields['after']), timeOfDay(fields['before'])];
      for (const [key, read] of [
        ['after', after],
        ['before', before],
      ] as const)
        if (fields[key] !== undefined && read === undefined) source.cannot([...path, key], 'value', fields[key]);
      const days = daysOf(reading, fields['weekdays'], [...path, 'weekdays']);
      return [
        { condition: 'time', ...(after && { after }), ...(before && { before }), ...(days && { weekday: days }) },
      ];
    }
    default:
      return source.cannot([...path, 'type'], 'kind', fields['type']);
  }
}

function state(reading: Reading, fields: Fields, path: Path): Condition[] {
  const { source } = reading;
  source.only(fields, path, ['type', 'source', 'for', ...COMPARED]);
  const found = thing(reading, fields['source'], [...path, 'source']);
  const [how, ...others] = COMPARED.filter((key) => key in fields);
  for (const key of others) source.cannot([...path, key], 'key', key);
  if (!found) return [];
  if (how === undefined) return source.cannot(path, 'nothing');
  const entity_id = `${found.device.id}.${found.key}`;
  if (how === 'is' || how === 'in' || how === 'isNot') {
    const values = listOf(fields[how]).map((each) => worded(found, each));
    const is: Condition = { condition: 'state', entity_id, state: values, ...lasting(reading, fields, path) };
    return how === 'isNot' ? [{ condition: 'not', conditions: [is] }] : [is];
  }
  const limits = bound(reading, how, fields[how], [...path, how]);
  return limits ? [{ condition: 'numeric_state', entity_id, ...limits }] : [];
}

function action(reading: Reading, fields: Fields, path: Path): Action[] {
  const { source, names } = reading;
  switch (fields['type']) {
    case 'device.trait.write':
      source.only(fields, path, ['type', 'functionCode', 'traitCode', 'targets', 'value']);
      return placed(fields['targets'], [...path, 'targets']).flatMap(([each, at]): Action[] => {
        const target = { ...record(each), functionCode: fields['functionCode'], traitCode: fields['traitCode'] };
        const found = thing({ ...reading, names }, target, at);
        if (!found) return [];
        const data = { [found.key]: worded(found, fields['value']) };
        return [{ action: 'command', device_id: found.device.id, data }];
      });
    case 'delay': {
      source.only(fields, path, ['type', 'for']);
      const whole = seconds(source, [...path, 'for'], fields['for']);
      return whole === undefined ? [] : [{ action: 'delay', delay: whole }];
    }
    default:
      return source.cannot([...path, 'type'], 'kind', fields['type']);
  }
}
