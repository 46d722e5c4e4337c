/** An automation over what was told, with nothing done. */
import { expect, test } from 'vitest';
import type { AutomationConfig } from './api/config.ts';
import { replay, type Told } from './past.ts';

const device = '0193a1f2-7c00-7000-8000-000000000001';
const entity = (key: string) => `${device}.${key}`;
const HOUR = 3_600_000;
const from = Date.parse('2026-11-26T16:00:00Z');
const until = from + 24 * HOUR;
const told = (hours: number, key: string, value: string): Told => ({
  ...{ device, point: { at: from + Math.round(hours * HOUR), key, value } },
});
const at = ({ moments }: ReturnType<typeof replay>) =>
  moments.map(({ fact, result }) => [(fact.at - from) / HOUR, result]);
const config = (given: Partial<AutomationConfig>): AutomationConfig => ({
  ...{ alias: 'A', time_zone: 'Asia/Shanghai', triggers: [], conditions: [], actions: [], mode: 'single' },
  ...given,
});
const stretch = { from, until, stands: () => true };

test('a state counts where it changes within the time, and what was so before is known', () => {
  const trigger = { trigger: 'state', entity_id: entity('occupancy'), to: 'true' } as const;
  const cold = { condition: 'numeric_state', entity_id: entity('temperature'), below: 20 } as const;
  const all = [
    ...[told(-2, 'temperature', '18'), told(-1, 'occupancy', 'false'), told(1, 'occupancy', 'true')],
    ...[told(2, 'occupancy', 'false'), told(3, 'temperature', '22'), told(4, 'occupancy', 'true')],
    ...[told(5, 'occupancy', 'true'), told(25, 'occupancy', 'false')],
  ];
  expect(at(replay(config({ triggers: [trigger], conditions: [cold] }), all, stretch))).toEqual([
    [1, true],
    [4, false],
  ]);
  const lasting = { ...trigger, for: 2 * 3_600 };
  expect(at(replay(config({ triggers: [lasting] }), all, stretch))).toEqual([[6, true]]);
});

test('moments of the clock come by themselves, and see how things are then', () => {
  const triggers = [{ trigger: 'time', at: '07:00' } as const, { trigger: 'time', at: '00:00' } as const];
  const conditions = [
    { condition: 'state', entity_id: entity('state'), state: ['ON'] },
  ] satisfies AutomationConfig['conditions'];
  const all = [told(6, 'state', 'ON'), told(8, 'state', 'OFF')];
  // It begins at midnight there, which is not within it any more; the next is its end.
  expect(at(replay(config({ triggers, conditions }), all, stretch))).toEqual([
    [7, true],
    [24, false],
  ]);
});

test('a storm is counted to its end, and listed as far as somebody may want to read', () => {
  const trigger = { trigger: 'event', entity_id: entity('action') } as const;
  const all = Array.from({ length: 1_500 }, (_, i) => told(i / 100, 'action', 'single'));
  const { moments, more } = replay(config({ triggers: [trigger] }), all, stretch);
  expect([moments.length, more]).toEqual([1_000, 500]);
});
