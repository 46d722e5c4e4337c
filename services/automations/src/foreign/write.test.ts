/** Everything of ours, there and back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AutomationConfig } from '../api/config.ts';
import { button, climate, devices, door, lamp, motion, reads, scenes } from './foreign.harness.ts';
import { written } from './index.ts';

const entities = [
  ...[`${motion}.occupancy`, `${lamp}.state`, `${door}.contact`, `${climate}.temperature`, `${button}.action`],
];
const VALUES: Readonly<Record<string, string[]>> = {
  [entities[0]!]: ['true', 'false'],
  [entities[1]!]: ['ON', 'OFF'],
  [entities[2]!]: ['true', 'false'],
  [entities[3]!]: ['20', '21.5'],
  [entities[4]!]: ['single', 'double'],
};
const seconds = fc.integer({ min: 1, max: 86_400 });
const offset = fc.integer({ min: 1, max: 43_200 }).chain((n) => fc.constantFrom(n, -n));
const time = fc.constantFrom('07:00', '23:59:59', '00:00');
const entity = fc.constantFrom(...entities);
const sun = fc.constantFrom('sunrise' as const, 'sunset' as const);
const some = <T extends object>(all: { [K in keyof T]: fc.Arbitrary<T[K]> }, needed: (keyof T)[]) =>
  fc.record(all, { requiredKeys: needed as never });
const stateOf = entity.chain((entity_id) =>
  some(
    {
      ...{ trigger: fc.constant('state'), entity_id: fc.constant(entity_id), for: seconds },
      ...{ from: fc.constantFrom(...VALUES[entity_id]!), to: fc.constantFrom(...VALUES[entity_id]!) },
    },
    ['trigger', 'entity_id'],
  ),
);
const days = fc.constantFrom(['mon' as const], ['sat' as const, 'sun' as const]);
const trigger = fc.oneof(
  stateOf,
  some({ trigger: fc.constant('numeric_state'), entity_id: entity, above: fc.integer(), for: seconds }, [
    ...(['trigger', 'entity_id', 'above'] as const),
  ]).filter(({ above }) => Math.abs(above) < 1e9),
  some({ trigger: fc.constant('time'), at: time, weekday: days, id: fc.constant('a') }, ['trigger', 'at']),
  some({ trigger: fc.constant('sun'), event: sun, offset }, ['trigger', 'event']),
  some({ trigger: fc.constant('event'), entity_id: entity, event_type: fc.constantFrom('single') }, [
    ...(['trigger', 'entity_id'] as const),
  ]),
);
const leaf = fc.oneof(
  entity.chain((entity_id) =>
    some(
      {
        ...{ condition: fc.constant('state'), entity_id: fc.constant(entity_id), for: seconds },
        state: fc.uniqueArray(fc.constantFrom(...VALUES[entity_id]!), { minLength: 1 }),
      },
      ['condition', 'entity_id', 'state'],
    ),
  ),
  some({ condition: fc.constant('time'), after: time, before: time, weekday: days }, ['condition']),
  some({ condition: fc.constant('sun'), after: sun, before: sun }, ['condition']),
);
const condition = fc.oneof(
  leaf,
  fc.record({
    condition: fc.constantFrom('and', 'or', 'not'),
    conditions: fc.array(leaf, { minLength: 1, maxLength: 3 }),
  }),
);
const simple = fc.oneof(
  fc.record({
    ...{ action: fc.constant('command'), device_id: fc.constantFrom(lamp!, door!) },
    data: fc.constantFrom({ state: 'ON' }, { brightness: '12', state: 'OFF' }),
  }),
  fc.constant({ action: 'scene', scene_id: scenes[0]!.id }),
  fc.record({ action: fc.constant('delay'), delay: seconds }),
  fc.record({ action: fc.constant('condition'), condition: leaf }),
  fc.constantFrom(
    { action: 'notify', message: 'Good morning: it is #7' },
    { action: 'stop' },
    { action: 'stop', reason: 'no' },
  ),
  some(
    {
      ...{ action: fc.constant('wait_for_trigger'), triggers: fc.array(trigger, { minLength: 1, maxLength: 2 }) },
      ...{ timeout: seconds, continue_on_timeout: fc.boolean() },
    },
    ['action', 'triggers'],
  ),
);
const choice = fc.record({
  action: fc.constant('choose'),
  choose: fc.array(
    fc.record({
      conditions: fc.array(condition, { minLength: 1, maxLength: 2 }),
      sequence: fc.array(simple, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  default: fc.array(simple, { maxLength: 2 }),
});
const config = fc.record({
  ...{ alias: fc.constantFrom('A', '灯 "x": #1'), time_zone: fc.constant('Asia/Shanghai') },
  triggers: fc.array(trigger, { minLength: 1, maxLength: 3 }),
  conditions: fc.array(condition, { maxLength: 3 }),
  actions: fc.array(fc.oneof(simple, choice), { minLength: 1, maxLength: 3 }),
  mode: fc.constantFrom('single', 'restart', 'queued', 'parallel'),
});

test('whatever is written for Home Assistant is read as what it was', () => {
  const known = {
    devices: new Map(devices.map((each) => [each.id, each])),
    scenes: new Map([[scenes[0]!.id, 'Film night']]),
  };
  fc.assert(
    fc.property(config, (given) => {
      const sunny = JSON.stringify(given).includes('"sun"');
      const ours = AutomationConfig.parse({ ...given, ...(sunny && { place: { latitude: 31.2, longitude: 121.5 } }) });
      const rule = { id: 'x', home: '', author: '', active: true, armed: 0, config: ours as never };
      const { text, left } = written([rule], known);
      expect(left).toEqual([]);
      const { automations, problems } = reads(text);
      expect(problems, text).toEqual([]);
      expect(automations[0]!.config).toEqual(ours);
    }),
    { seed: 20_261_127, numRuns: Number(process.env['KEPT_SOAK']) || 80 },
  );
});

test('what Home Assistant has no word for is left out whole, and told', () => {
  const presence = { trigger: 'presence', event: 'leave' } as const;
  const ours = {
    alias: 'A',
    time_zone: 'UTC',
    triggers: [presence],
    conditions: [],
    actions: [],
    mode: 'single',
  } as const;
  const gone = { ...ours, triggers: [{ trigger: 'event', entity_id: `${motion}.occupancy` }] } as const;
  const rule = (id: string, of: object) => ({ id, home: '', author: '', active: true, armed: 0, config: of as never });
  const { text, left } = written([rule('p', ours), rule('g', gone)], { devices: new Map(), scenes: new Map() });
  expect(text.trim()).toBe('[]');
  expect(left).toEqual([
    { automation: 'p', path: '/triggers/0', code: 'kind' },
    { automation: 'g', path: '/triggers/0', code: 'gone' },
  ]);
});
