/**
 * MIoT spec instances: which properties and actions a model has, by `siid` and `piid` or `aiid`, and as features of a device.
 * Source: https://iot.mi.com/v2/new/doc/introduction/knowledge/spec
 */
import { type Feature, unitOf } from '@kept/service-devices';

/** A property as the spec has it. */
export interface SpecProperty {
  /** `environment:relative-humidity` */
  readonly name: string;
  readonly siid: number;
  readonly piid: number;
  readonly format: string;
  readonly access: readonly string[];
  readonly unit?: string;
  readonly valueRange?: readonly number[];
  readonly valueList?: readonly { readonly value: number; readonly description: string }[];
}

interface Spec {
  readonly id: string;
  readonly name: string;
  readonly properties: readonly SpecProperty[];
  readonly actions: readonly {
    readonly name: string;
    readonly siid: number;
    readonly aiid: number;
    readonly in?: readonly unknown[];
  }[];
}

/** Name, `siid`, `piid`, read, unit, least, most, values in the order of `numbers`, `numbers`; `bool` is one of two numbers. */
export type PropertyRow = [
  string,
  Feature['kind'],
  number,
  number,
  0 | 1,
  0 | 1,
  string,
  number | null,
  number | null,
  string[],
  (number | boolean)[],
];
/** Name, `siid`, `aiid`. */
export type ActionRow = [string, number, number];
export type ModelRow = [id: string, name: string, properties: PropertyRow[], actions: ActionRow[]];

/** Names that all ways in have in common. */
const NAMES: Readonly<Record<string, string>> = {
  'relative-humidity': 'humidity',
  'pm2.5-density': 'pm25',
  'co2-density': 'co2',
  'tvoc-density': 'voc',
  'battery-level': 'battery',
  'electric-power': 'power',
  'power-consumption': 'energy',
  illumination: 'illuminance',
  'color-temperature': 'color_temp_kelvin',
  fault: 'device_fault',
};
/** Of the sensors and the battery of a device there is one each, wherever the spec has it. */
const OWN = new Set(['environment', 'battery', 'temperature-humidity-sensor', 'illumination-sensor']);
const word = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
const MOST = 120;

/** What is made of a spec at build time. */
export function modelOf({ id, name, properties, actions }: Spec): ModelRow {
  const taken = new Set<string>();
  const main = properties.find(({ name: each }) => each.endsWith(':on'))?.siid ?? 2;
  const named = (whole: string, siid: number): string => {
    const [service = '', property = ''] = whole.split(':');
    const plain = property === 'on' ? 'state' : (NAMES[property] ?? word(property));
    const short = siid === main || OWN.has(service) ? plain : `${word(service)}_${plain}`;
    let made = plain.startsWith(word(service)) ? plain : short;
    for (let n = 2; taken.has(made); n++)
      made = n === 2 && made === plain ? `${word(service)}_${plain}` : `${short}_${n}`;
    taken.add(made);
    return made;
  };
  const rows = [...properties]
    .filter(({ access, format }) => (access.includes('read') || access.includes('write')) && format !== 'hex')
    .sort((a, b) => Number(b.siid === main) - Number(a.siid === main) || a.siid - b.siid || a.piid - b.piid)
    .slice(0, MOST)
    .map((each) => rowOf(each, named(each.name, each.siid)));
  const acts = actions
    .filter(({ in: given = [] }) => given.length === 0)
    .map((each): ActionRow => [named(each.name, each.siid), each.siid, each.aiid]);
  return [id, name, rows, acts];
}

function rowOf(each: SpecProperty, name: string): PropertyRow {
  const { siid, piid, format, access, unit = '', valueRange, valueList = [] } = each;
  const [read, write] = [access.includes('read') ? 1 : 0, access.includes('write') ? 1 : 0] as const;
  const [least = null, most = null] = valueRange ?? [];
  if (format === 'bool') {
    const values = name === 'state' || name.endsWith('_state') ? ['ON', 'OFF'] : ['true', 'false'];
    return [name, 'binary', siid, piid, read, write, '', null, null, values, [true, false]];
  }
  if (valueList.length > 0) {
    // By the spec a fault of 0 is none, in whatever language its makers say so.
    const said = (value: number, text: string) => (name.endsWith('device_fault') && value === 0 ? 'none' : word(text));
    const words = valueList.map(({ value, description }) => said(value, description) || String(value));
    const values = words.map((text, i) => (words.indexOf(text) === i ? text : `${text}_${valueList[i]!.value}`));
    return [name, 'enum', siid, piid, read, write, '', null, null, values, valueList.map(({ value }) => value)];
  }
  const kind = format === 'string' ? 'text' : 'numeric';
  return [name, kind, siid, piid, read, write, unitOf(unit), least, most, [], []];
}
