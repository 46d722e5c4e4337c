/** Actions of Home Assistant (https://www.home-assistant.io/docs/scripts/) as ours. */
import type { Action, Trigger } from '../api/config.ts';
import { conditions } from './ha-conditions.ts';
import { services } from './ha-services.ts';
import { isOff, type Reading, triggers } from './ha-triggers.ts';
import { type Fields, type Path, placed, record } from './source.ts';
import { seconds } from './values.ts';

export function actions(reading: Reading, value: unknown, path: Path): Action[] {
  return placed(value, path).flatMap(([each, at]) => {
    const fields = record(each);
    if (!fields) return reading.source.cannot(at, 'value', each);
    return isOff(fields) ? [] : one(reading, fields, at);
  });
}

const STEP = ['alias', 'enabled'];

function one(reading: Reading, fields: Fields, path: Path): Action[] {
  const { source } = reading;
  if ('action' in fields || 'service' in fields) return services(reading, fields, path);
  if ('scene' in fields) {
    source.only(fields, path, [...STEP, 'scene']);
    return services(reading, { action: 'scene.turn_on', target: { entity_id: fields['scene'] } }, path);
  }
  if ('delay' in fields) return delay(reading, fields, path);
  if ('wait_for_trigger' in fields) return wait(reading, fields, path);
  if ('choose' in fields) return choose(reading, fields, path);
  if ('if' in fields) return when(reading, fields, path);
  if ('sequence' in fields) {
    source.only(fields, path, [...STEP, 'sequence']);
    return actions(reading, fields['sequence'], [...path, 'sequence']);
  }
  if ('stop' in fields) {
    source.only(fields, path, [...STEP, 'stop']);
    const reason = typeof fields['stop'] === 'string' ? fields['stop'].trim().slice(0, 100) : '';
    return [{ action: 'stop', ...(reason !== '' && { reason }) }];
  }
  if ('condition' in fields || 'and' in fields || 'or' in fields || 'not' in fields) {
    const [condition, more] = conditions(reading, fields, path);
    if (!condition) return [];
    return [
      {
        action: 'condition',
        condition: (more ? { condition: 'and', conditions: [condition, more] } : condition) as never,
      },
    ];
  }
  const [kind = ''] = Object.keys(fields).filter((key) => !STEP.includes(key));
  return source.cannot(path, 'kind', kind);
}

function length({ source }: Reading, value: unknown, path: Path): number | undefined {
  const whole = seconds(source, path, value);
  if (whole !== undefined && (whole < 1 || whole > 86_400)) source.cannot(path, 'range', value);
  return whole;
}

function delay(reading: Reading, fields: Fields, path: Path): Action[] {
  reading.source.only(fields, path, [...STEP, 'delay']);
  const whole = length(reading, fields['delay'], [...path, 'delay']);
  return whole === undefined ? [] : [{ action: 'delay', delay: whole }];
}

function wait(reading: Reading, fields: Fields, path: Path): Action[] {
  reading.source.only(fields, path, [...STEP, 'wait_for_trigger', 'timeout', 'continue_on_timeout']);
  const all: Trigger[] = triggers(reading, fields['wait_for_trigger'], [...path, 'wait_for_trigger']);
  const timeout =
    fields['timeout'] === undefined ? undefined : length(reading, fields['timeout'], [...path, 'timeout']);
  const goesOn = fields['continue_on_timeout'];
  return [
    {
      ...{ action: 'wait_for_trigger', triggers: all },
      ...(timeout !== undefined && { timeout }),
      ...(typeof goesOn === 'boolean' && { continue_on_timeout: goesOn }),
    },
  ];
}

function choose(reading: Reading, fields: Fields, path: Path): Action[] {
  const { source } = reading;
  source.only(fields, path, [...STEP, 'choose', 'default']);
  const ways = placed(fields['choose'], [...path, 'choose']).flatMap(([each, at]) => {
    const way = record(each);
    if (!way) return source.cannot(at, 'value', each);
    source.only(way, at, ['alias', 'conditions', 'sequence']);
    const own = conditions(reading, way['conditions'], [...at, 'conditions']);
    if (own.length === 0) source.cannot(at, 'nothing');
    return [{ conditions: own, sequence: actions(reading, way['sequence'], [...at, 'sequence']) }];
  });
  const other = fields['default'];
  return [
    {
      ...{ action: 'choose', choose: ways },
      ...(other !== undefined && { default: actions(reading, other, [...path, 'default']) }),
    },
  ];
}

/** `if`, `then`, `else` is a choice of one. */
function when(reading: Reading, fields: Fields, path: Path): Action[] {
  reading.source.only(fields, path, [...STEP, 'if', 'then', 'else']);
  const way = {
    conditions: conditions(reading, fields['if'], [...path, 'if']),
    sequence: actions(reading, fields['then'], [...path, 'then']),
  };
  if (way.conditions.length === 0) reading.source.cannot(path, 'nothing');
  const other = fields['else'];
  return [
    {
      ...{ action: 'choose', choose: [way] },
      ...(other !== undefined && { default: actions(reading, other, [...path, 'else']) }),
    },
  ];
}
