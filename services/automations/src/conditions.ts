/** Whether what has to be so is so, and what was found. */
import type { AutomationConfig, Condition, Leaf } from './api/config.ts';
import { clockAt, inWindow, sunOfDay } from './time.ts';
import { type World, within } from './world.ts';

/** One condition with what it found: shown in the trace. */
export interface Found {
  /** `0/2`: the third below the first. */
  readonly path: string;
  readonly condition: Condition['condition'];
  readonly entity?: string;
  /** What it found there. */
  readonly value?: string;
  readonly result: boolean;
}

export interface Circumstances {
  readonly world: World;
  readonly now: number;
  readonly config: Pick<AutomationConfig, 'time_zone' | 'place'>;
  /** Name of the trigger that fired. */
  readonly trigger: string | null;
  /** What the author may not see is not known. */
  sees(entity: string): boolean;
}

/** All of them; the first that is not so ends it. */
export function allHold(
  conditions: readonly Condition[],
  given: Circumstances,
  found: Found[] = [],
  above = '',
): boolean {
  return conditions.every((each, i) => holds(each, given, found, `${above}${i}`));
}

export function holds(condition: Condition, given: Circumstances, found: Found[], path: string): boolean {
  if ('conditions' in condition) {
    const { condition: kind, conditions } = condition;
    const ask = (each: Condition, i: number) => holds(each, given, found, `${path}/${i}`);
    const result = kind === 'and' ? conditions.every(ask) : conditions.some(ask) === (kind === 'or');
    found.push({ path, condition: kind, result });
    return result;
  }
  const looked = look(condition, given);
  found.push({ path, condition: condition.condition, ...looked });
  return looked.result;
}

function look(leaf: Leaf, given: Circumstances): Pick<Found, 'entity' | 'value' | 'result'> {
  const { world, now, config } = given;
  switch (leaf.condition) {
    case 'state': {
      const known = given.sees(leaf.entity_id) ? world.of(leaf.entity_id) : undefined;
      if (!known) return { entity: leaf.entity_id, result: false };
      const long = leaf.for === undefined || now - known.since >= leaf.for * 1_000;
      return { entity: leaf.entity_id, value: known.value, result: leaf.state.includes(known.value) && long };
    }
    case 'numeric_state': {
      const known = given.sees(leaf.entity_id) ? world.of(leaf.entity_id) : undefined;
      if (!known) return { entity: leaf.entity_id, result: false };
      return { entity: leaf.entity_id, value: known.value, result: within(known.value, leaf) };
    }
    case 'time': {
      const { seconds } = clockAt(now, config.time_zone);
      return { value: clockText(seconds), result: inWindow(leaf, now, config.time_zone) };
    }
    case 'sun':
      return { result: inSun(leaf, given) };
    case 'trigger':
      return { value: given.trigger ?? '', result: leaf.id === given.trigger };
  }
}

const clockText = (seconds: number): string =>
  [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** As Home Assistant means it: of today; after sunset and before sunrise together is the night. */
function inSun(leaf: Leaf & { condition: 'sun' }, { now, config: { place, time_zone } }: Circumstances): boolean {
  if (!place) return false;
  const { after, before, after_offset = 0, before_offset = 0 } = leaf;
  const at = (event: 'sunrise' | 'sunset', offset: number) => {
    const moment = sunOfDay(event, place, now, time_zone);
    return moment === null ? null : moment + offset * 1_000;
  };
  const from = after && at(after, after_offset);
  const to = before && at(before, before_offset);
  if (from === null || to === null) return false;
  if (after === 'sunset' && before === 'sunrise') return now >= from! || now < to!;
  return (from === undefined || now >= from) && (to === undefined || now < to);
}
