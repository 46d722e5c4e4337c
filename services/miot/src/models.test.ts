import { roleIn, unitOf } from '@kept/service-devices';
import { expect, test } from 'vitest';
import { featuresOf, models, rawOf, toldOf } from './models.ts';

test('real models of Xiaomi and Smartmi, each thing by one name, one unit, and what it can be', async () => {
  const all = await models();
  expect(all.ids.length).toBeGreaterThan(130);
  expect(all.ids.filter((id) => id.startsWith('zhimi.')).length).toBeGreaterThan(20);
  for (const id of all.ids) {
    const features = featuresOf(all.find(id)!);
    const names = features.map(({ name }) => name);
    expect([id, new Set(names).size]).toEqual([id, names.length]);
    for (const { name, unit, values } of features) {
      expect([id, name, /\s/.test(name), unitOf(unit)]).toEqual([id, name, false, unit]);
      expect([id, name, new Set(values).size]).toEqual([id, name, values.length]);
    }
  }
  const purifier = featuresOf(all.find('zhimi.airpurifier.za1')!);
  const named = (name: string) => purifier.find((each) => each.name === name)!;
  expect(named('humidity')).toMatchObject({ unit: '%', kind: 'numeric', settable: false });
  expect(named('filter_life_level')).toMatchObject({ unit: '%' });
  expect(named('state')).toMatchObject({ kind: 'binary', values: ['ON', 'OFF'], settable: true });
  expect(roleIn(undefined, named('device_fault'))).toBe('fault');
  expect(all.find('nobody.lamp.v1')).toBeUndefined();
});

test('what is told and set is the same thing, whatever the model', async () => {
  const all = await models();
  for (const id of all.ids)
    for (const property of all.find(id)!.properties)
      for (const value of property.feature.values) {
        const raw = rawOf(property, value);
        expect([id, property.feature.name, toldOf(property, raw)]).toEqual([id, property.feature.name, value]);
      }
});
