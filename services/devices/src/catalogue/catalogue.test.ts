import { beforeAll, expect, test } from 'vitest';
import { type Catalogue, catalogue, roleIn } from './index.ts';
import { unitOf } from './units.ts';

let all: Catalogue;
beforeAll(async () => {
  all = await catalogue();
});

test('thousands of models, each found by what a gateway says of it', () => {
  expect(all.size).toBeGreaterThan(4_000);
  const sensor = all.find('Aqara WSDCGQ11LM Temperature and humidity sensor')!;
  expect(sensor).toMatchObject({ vendor: 'Aqara', model: 'WSDCGQ11LM', power: 'battery' });
  expect(sensor.features.find(({ name }) => name === 'temperature')).toMatchObject({ unit: '°C', role: 'measure' });
  expect(sensor.features.find(({ name }) => name === 'battery')).toMatchObject({ unit: '%', role: 'diagnostic' });
  const plug = all.find('Aqara SP-EUC01')!;
  expect(plug.power).toBe('mains');
  expect(plug.features.find(({ name }) => name === 'state')).toMatchObject({ settable: true, role: 'control' });
  // By what the device calls itself, where its gateway knows no more.
  expect(all.find('lumi.weather')?.model).toBe('WSDCGQ11LM');
});

test('what is not in it is not guessed', () => {
  for (const text of ['', 'Nobody X-1', 'TS0601', 'temperature', 'Aqara', 'x'.repeat(5_000), 'constructor'])
    expect(all.find(text)).toBeUndefined();
});

test('every unit is one that has one spelling', () => {
  const units = new Set(all.search('', 10_000).flatMap(({ features }) => features.map(({ unit }) => unit)));
  for (const unit of units) expect(unitOf(unit)).toBe(unit);
  for (const dirty of ['lux', 'sec', '℃', '  C', 'm3', 'Hours', 'watt']) expect(units).not.toContain(dirty);
  expect(units.size).toBeLessThan(75);
});

test('a person finds theirs by some words', () => {
  const found = all.search('ikea bulb e27', 5);
  expect(found).toHaveLength(5);
  for (const { vendor, name } of found) expect(`${vendor} ${name}`.toLowerCase()).toMatch(/ikea.*bulb/);
});

test('what tells of a fault is shown as one, with or without a model', () => {
  const feature = { kind: 'binary', settable: false, unit: '', min: null, max: null, values: [] } as const;
  expect(roleIn(undefined, { ...feature, name: 'motor_fault' })).toBe('fault');
  expect(roleIn(undefined, { ...feature, name: 'temperature' })).toBe('measure');
  const withFaults = all.search('', 10_000).filter(({ features }) => features.some(({ role }) => role === 'fault'));
  expect(withFaults.length).toBeGreaterThan(300);
});
