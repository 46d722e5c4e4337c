/** For tests: a home with five devices and a scene, as files of other platforms are read for it. */
import type { Device } from '@kept/service-devices';
import { type Foreign, readForeign } from './index.ts';

type Feature = Device['description']['features'][number];
const feature = (name: string, kind: Feature['kind'], settable: boolean, values: string[] = []): Feature => ({
  ...{ name, kind, settable, unit: '', values },
  ...(name === 'brightness' ? { min: 0, max: 254 } : { min: null, max: null }),
});
const device = (i: number, name: string, features: Feature[]): Device => ({
  ...{ id: `0193a1f2-7c00-7000-8000-00000000000${i}`, via: null, online: true, seen: null, latest: new Map() },
  description: { address: `0x00158d000000000${i}`, name, model: 'X', features, firmware: '', ip: '', space: '' },
});
export const devices = [
  device(1, 'hall/motion', [feature('occupancy', 'binary', false, ['true', 'false'])]),
  device(2, 'kitchen/lamp', [
    ...[feature('state', 'binary', true, ['ON', 'OFF']), feature('brightness', 'numeric', true)],
    feature('color_temp', 'numeric', true),
  ]),
  device(3, 'Front door', [feature('contact', 'binary', false, ['false', 'true'])]),
  device(4, 'kitchen/climate', [feature('temperature', 'numeric', false), feature('humidity', 'numeric', false)]),
  device(5, '按钮', [feature('action', 'enum', false, ['single', 'double'])]),
];
export const [motion, lamp, door, climate, button] = devices.map(({ id }) => id);
export const scenes = [{ id: '0193a1f2-7c00-7000-8000-0000000000aa', name: 'Film night' }];

export const reads = (text: string, more: Partial<Foreign> = {}) =>
  readForeign(
    {
      format: 'home-assistant',
      text,
      time_zone: 'Asia/Shanghai',
      place: { latitude: 31.2, longitude: 121.5 },
      ...more,
    },
    { devices, scenes },
    () => null,
  );
