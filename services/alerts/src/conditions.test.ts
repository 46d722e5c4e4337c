import type { Device } from '@kept/service-devices';
import { expect, test } from 'vitest';
import { conditionsOf, DELAYS, type Known, SILENT_MS, Standing } from './conditions.ts';

const NOW = 1_800_000_000_000;
const KNOWN: Known = { power: undefined, isFault: (key) => key === 'motor_fault' };

function device(values: Record<string, string>, more: Partial<Device> = {}): Device {
  const description = { address: '', name: 'x', model: '', features: [], firmware: '', ip: '', space: '' };
  const latest = new Map(Object.entries(values).map(([key, value]) => [key, { at: NOW, key, value }]));
  return { id: 'd', via: null, description, online: null, seen: NOW, latest, ...more };
}

const kinds = (each: Device, known = KNOWN, now = NOW, low = false) =>
  conditionsOf(each, known, now, low).map(({ kind, key }) => `${kind} ${key}`);

test('whoever has power is missed after ten minutes, who has a battery after 25 hours, a gateway is believed', () => {
  const plug = device({ power: '3' });
  expect(kinds(plug, KNOWN, NOW + SILENT_MS.mains)).toEqual([]);
  expect(kinds(plug, KNOWN, NOW + SILENT_MS.mains + 1)).toEqual(['offline availability']);
  const sensor = device({ temperature: '20', battery: '80' });
  expect(kinds(sensor, KNOWN, NOW + SILENT_MS.battery)).toEqual([]);
  expect(kinds(sensor, KNOWN, NOW + SILENT_MS.battery + 1)).toEqual(['offline availability']);
  expect(kinds(device({ power: '3' }, { online: true }), KNOWN, NOW + SILENT_MS.battery)).toEqual([]);
  expect(kinds(device({ power: '3' }, { online: false }))).toEqual(['offline availability']);
  expect(kinds(device({}, { seen: null }), KNOWN, NOW + SILENT_MS.battery * 9)).toEqual([]);
});

test('what is low, faulty or dangerous is told; a battery is well again only well above', () => {
  expect(kinds(device({ battery: '15' }))).toEqual(['battery battery']);
  expect(kinds(device({ battery: '16' }))).toEqual([]);
  expect(kinds(device({ battery: '19' }), KNOWN, NOW, true)).toEqual(['battery battery']);
  expect(kinds(device({ battery: '20' }), KNOWN, NOW, true)).toEqual([]);
  expect(kinds(device({ smoke: 'true', motor_fault: 'blocked' }))).toEqual(['alarm smoke', 'fault motor_fault']);
  expect(kinds(device({ smoke: 'false', motor_fault: 'normal', temperature: '1' }))).toEqual([]);
});

test('what flickers is told once, and what is over is over only after a while', () => {
  const standing = new Standing(false);
  const { fault } = DELAYS;
  expect(standing.at(0, true, fault)).toBeNull();
  expect(standing.at(30_000, false, fault)).toBeNull();
  expect(standing.at(40_000, true, fault)).toBeNull();
  expect(standing.at(99_999, true, fault)).toBeNull();
  expect(standing.at(100_000, true, fault)).toBe('raise');
  expect(standing.at(110_000, false, fault)).toBeNull();
  expect(standing.at(120_000, true, fault)).toBeNull();
  expect(standing.at(130_000, false, fault)).toBeNull();
  expect(standing.at(190_000, false, fault)).toBe('clear');
  expect(standing.at(200_000, false, fault)).toBeNull();
});
