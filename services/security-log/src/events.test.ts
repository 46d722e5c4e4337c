import type { Point } from '@kept/service-devices';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  codeOf,
  commanderOf,
  type Event,
  eventsOf,
  isNews,
  lineOf,
  mergedEvents,
  nameOf,
  sensed,
  setsOff,
} from './events.ts';
import { KINDS, type Kind, MODES } from './words.ts';

const point = (key: string, value: string, at = 1_000): Point => ({ at, key, value });
const isFault = (key: string) => key === 'motor_fault';
const kindOf = (key: string, value: string) => sensed(point(key, value), isFault)?.kind;

const text = fc.string({ minLength: 1, maxLength: 40 }).filter((each) => /^\S+( \S+)*$/.test(each) && each !== '-');
const event: fc.Arbitrary<Event> = fc.record({
  at: fc.integer({ min: 0, max: 4e12 }),
  kind: fc.constantFrom(...KINDS),
  device: fc.option(fc.uuid()),
  who: fc.option(fc.constantFrom('person:a', 'run:b', 'code:3/keypad')),
  key: fc.constantFrom('contact', 'lock_state', '-'),
  value: fc.constantFrom('true', 'UNLOCK', 'away'),
  name: text,
});

test('a line reads as what was written, and anything else as nothing', () => {
  fc.assert(
    fc.property(event, (each) => {
      expect(eventsOf(lineOf(each))).toEqual([each]);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (each) => {
      expect(eventsOf(each)).toEqual([]);
    }),
  );
});

test('however often parts come, and in whatever order, each event is there once, by time', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), fc.nat(20), (all, cut) => {
      const [a, b] = [all.slice(0, cut), all.slice(cut)];
      const [one, other] = [mergedEvents(a, b, a), mergedEvents(b, a)];
      expect(one.map(nameOf)).toEqual(other.map(nameOf));
      expect(new Set(one.map(nameOf)).size).toBe(one.length);
      expect(one.map(({ at }) => at)).toEqual(one.map(({ at }) => at).toSorted((x, y) => x - y));
    }),
  );
});

test('doors, locks, motion and faults as gateways tell them', () => {
  expect([kindOf('contact', 'false'), kindOf('contact', 'true')]).toEqual(['opened', 'closed']);
  expect([kindOf('window', 'ON'), kindOf('door', 'close')]).toEqual(['opened', 'closed']);
  expect([kindOf('lock_state', 'not_fully_locked'), kindOf('state', 'LOCK')]).toEqual(['unlocked', 'locked']);
  expect([kindOf('occupancy', 'true'), kindOf('occupancy', 'false')]).toEqual(['motion', null]);
  expect([kindOf('person', 'ON'), kindOf('tamper', 'true')]).toEqual(['person', 'tampered']);
  expect([kindOf('motor_fault', 'jammed'), kindOf('motor_fault', 'none')]).toEqual(['fault', 'fixed']);
  // A lamp, a temperature and an empty battery are no matter of this log.
  for (const [key, value] of [
    ['state', 'ON'],
    ['temperature', '21'],
    ['battery_low', 'true'],
  ] as const)
    expect(kindOf(key, value)).toBeUndefined();
});

test('what is told again is no news, nor how things were at first', () => {
  const told = (before: Kind | null | undefined, kind: Kind | null) => isNews(before, { slot: 'contact', kind });
  expect([told(undefined, 'opened'), told('closed', 'opened')]).toEqual([true, true]);
  expect([told(undefined, 'closed'), told('opened', 'opened'), told('motion', null)]).toEqual([false, false, false]);
});

test('what sets off the alarm in each mode', () => {
  const off = (kind: Kind, who: string | null = null) =>
    MODES.filter((mode) => setsOff(mode, { at: 0, kind, device: 'a', who, key: '-', value: '-', name: '-' }));
  expect(off('opened')).toEqual(['home', 'night', 'away']);
  expect(off('tampered')).toEqual(['home', 'night', 'away']);
  expect(off('motion')).toEqual(['away']);
  expect(off('unlocked')).toEqual(['home', 'night', 'away']);
  expect(off('unlocked', 'code:3/keypad')).toEqual([]);
  for (const kind of ['closed', 'locked', 'fault', 'silent', 'armed'] as const) expect(off(kind)).toEqual([]);
});

test('who it was: by the code of a lock, or by a command and whether an automation gave it', () => {
  expect(codeOf([point('action_user', '3'), point('action_source_name', 'keypad')])).toBe('code:3/keypad');
  expect(codeOf([point('action_source_name', 'manual')])).toBe('code:/manual');
  expect(codeOf([point('lock_state', 'locked')])).toBeNull();
  const person = '0193a1f2-7c00-7000-8000-000000000001';
  expect(commanderOf(`${person} {"state":"LOCK"}`)).toBe(`person:${person}`);
  expect(commanderOf(`${person} run:${person} {"state":"LOCK"}`)).toBe(`run:${person}`);
  expect(commanderOf('malformed topic')).toBeNull();
});
