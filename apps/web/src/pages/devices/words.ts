import type { Device } from '@kept/service-devices/api';
import { useFormat, useMessages } from '../../app/language.tsx';

type Reading = Device['readings'][number];

/** What is looked for first, in this order. */
const FIRST = [
  ...['temperature', 'local_temperature', 'humidity', 'occupancy', 'presence', 'contact', 'water_leak', 'smoke', 'gas'],
  ...['state', 'lock_state', 'position', 'power', 'pm25', 'co2', 'illuminance', 'energy', 'brightness', 'action'],
];
/** Of interest to whoever looks after the device, not to whoever lives with it. */
const QUIET = new Set(['linkquality', 'battery', 'voltage', 'device_temperature', 'power_outage_count']);

/** The readings that a tile has room for. */
export function mainReadings({ readings }: Device, most = 2): readonly Reading[] {
  const rank = ({ key }: Reading): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
  return readings
    .filter(({ key }) => !QUIET.has(key))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most);
}

const YES = new Set(['true', 'ON', 'LOCK', 'OPEN']);
const NO = new Set(['false', 'OFF', 'UNLOCK', 'CLOSE']);

/** Names and values of readings in the reader's language; what nobody has named is told by its own name. */
export function useReadingWords() {
  const t = useMessages('devices').readings;
  const format = useFormat();
  const names: Readonly<Record<string, string>> = t.names;
  const pairs: Readonly<Record<string, string>> = t.pairs;
  return {
    name: (key: string): string => (Object.hasOwn(names, key) ? names[key]! : key.replaceAll('_', ' ')),
    value(device: Pick<Device, 'features'>, { key, value }: Pick<Reading, 'key' | 'value'>): string {
      const yes = YES.has(value) ? true : NO.has(value) ? false : null;
      if (yes !== null) {
        const [on = '', off = ''] = (Object.hasOwn(pairs, key) ? pairs[key]! : t.pairs.state).split('|');
        return yes ? on : off;
      }
      const unit = device.features.find(({ name }) => name === key)?.unit ?? '';
      const number = value.trim() === '' ? Number.NaN : Number(value);
      return Number.isFinite(number) ? `${format.number(Math.round(number * 100) / 100)}${unit && ` ${unit}`}` : value;
    },
  };
}
