/** Conditions of Home Assistant (https://www.home-assistant.io/docs/scripts/conditions/) as ours. */
import type { Condition } from '../api/config.ts';
import { bounds, isOff, lasting, offset, type Reading, things, weekdays } from './ha-triggers.ts';
import { type Fields, listOf, type Path, placed, record } from './source.ts';
import { isTemplate, ownValue, timeOfDay } from './values.ts';

const COMMON = ['condition', 'alias', 'enabled'];
const GROUPS = ['and', 'or', 'not'] as const;

export function conditions(reading: Reading, value: unknown, path: Path): Condition[] {
  return placed(value, path).flatMap(([each, at]) => {
    if (typeof each === 'string') return reading.source.cannot(at, isTemplate(each) ? 'template' : 'value', each);
    const fields = record(each);
    if (!fields) return reading.source.cannot(at, 'value', each);
    return isOff(fields) ? [] : one(reading, fields, at);
  });
}

function one(reading: Reading, fields: Fields, path: Path): Condition[] {
  const { source } = reading;
  const short = GROUPS.find((kind) => kind in fields);
  if (short) {
    source.only(fields, path, [short, 'alias', 'enabled']);
    return group(reading, short, fields[short], [...path, short]);
  }
  const kind = fields['condition'];
  switch (kind) {
    case 'and':
    case 'or':
    case 'not':
      source.only(fields, path, [...COMMON, 'conditions']);
      return group(reading, kind, fields['conditions'], [...path, 'conditions']);
    case 'state':
      return state(reading, fields, path);
    case 'numeric_state':
      return numeric(reading, fields, path);
    case 'time':
      return time(reading, fields, path);
    case 'sun':
      return sun(reading, fields, path);
    case 'trigger':
      source.only(fields, path, [...COMMON, 'id']);
      return any(listOf(fields['id']).map((id): Condition => ({ condition: 'trigger', id: String(id) })));
    case 'template':
      return source.cannot(path, 'template', '');
    default:
      return source.cannot(path, 'kind', kind ?? '');
  }
}

function group(reading: Reading, condition: 'and' | 'or' | 'not', value: unknown, path: Path): Condition[] {
  const below = conditions(reading, value, path);
  return below.length === 0 ? reading.source.cannot(path, 'nothing') : [{ condition, conditions: below }];
}

const any = (all: Condition[]): Condition[] => (all.length > 1 ? [{ condition: 'or', conditions: all }] : all);

function state(reading: Reading, fields: Fields, path: Path): Condition[] {
  const { source } = reading;
  source.only(fields, path, [...COMMON, 'entity_id', 'state', 'for', 'match']);
  const rest = lasting(reading, fields, path);
  const all = things(reading, fields, path).flatMap((thing): Condition[] => {
    const values = listOf(fields['state']).flatMap((each) => ownValue(source, [...path, 'state'], thing, each) ?? []);
    if (values.length === 0) return source.cannot([...path, 'state'], 'nothing');
    return [{ condition: 'state', entity_id: thing.address, state: values, ...rest }];
  });
  return fields['match'] === 'any' ? any(all) : all;
}

function numeric(reading: Reading, fields: Fields, path: Path): Condition[] {
  reading.source.only(fields, path, [...COMMON, 'entity_id', 'above', 'below']);
  const rest = bounds(reading, fields, path);
  return things(reading, fields, path).map(
    ({ address }): Condition => ({ condition: 'numeric_state', entity_id: address, ...rest }),
  );
}

function time(reading: Reading, fields: Fields, path: Path): Condition[] {
  const { source } = reading;
  source.only(fields, path, [...COMMON, 'after', 'before', 'weekday']);
  const clock = (key: 'after' | 'before') => {
    if (fields[key] === undefined) return {};
    const read = timeOfDay(fields[key]);
    if (read === undefined) source.cannot([...path, key], 'value', fields[key]);
    return { [key]: read };
  };
  const days = weekdays(reading, fields['weekday'], [...path, 'weekday']);
  return [{ condition: 'time', ...clock('after'), ...clock('before'), ...days }];
}

function sun(reading: Reading, fields: Fields, path: Path): Condition[] {
  const { source } = reading;
  source.only(fields, path, [...COMMON, 'after', 'before', 'after_offset', 'before_offset']);
  const edge = (key: 'after' | 'before') => {
    const event = fields[key];
    if (event === undefined) return {};
    if (event !== 'sunrise' && event !== 'sunset') source.cannot([...path, key], 'value', event);
    const moved = offset(reading, fields[`${key}_offset`], [...path, `${key}_offset`]);
    return { [key]: event, ...(moved !== undefined && { [`${key}_offset`]: moved }) };
  };
  return [{ condition: 'sun', ...edge('after'), ...edge('before') } as Condition];
}
