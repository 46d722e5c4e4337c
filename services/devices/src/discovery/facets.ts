/** What a component of Home Assistant tells and takes, one thing after the other. */
import { unitOf } from '../catalogue/units.ts';
import type { Feature } from '../description.ts';
import { type Template, templateOf } from './template.ts';
import type { Config } from './words.ts';

/** One thing of a component: where it is told, where it is set, and in which words. */
export interface Facet {
  /** Empty for what the component is there for. */
  readonly part: string;
  readonly feature: Omit<Feature, 'name'>;
  readonly told?: { readonly topic: string; readonly read: (payload: string, json: unknown) => unknown };
  readonly set?: { readonly topic: string; readonly write: (value: string) => string | undefined };
}

/** How a facet of a component is written down in its configuration. */
interface Form {
  readonly part: string;
  readonly state?: readonly [topic: string, template: string];
  readonly command?: readonly [topic: string, template: string];
  readonly kind: Feature['kind'];
  readonly unit?: string;
  readonly bounds?: readonly [min: number | null, max: number | null];
  /** As it is set; and by what is told. */
  readonly values?: readonly string[];
  readonly means?: Readonly<Record<string, string>>;
}

const text = (value: unknown, other = ''): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? other : JSON.stringify(value);
const number = (value: unknown): number | null =>
  value !== undefined && value !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.slice(0, 100).map((each) => text(each).slice(0, 200)) : [];

const STATE = ['state_topic', 'value_template'] as const;
const COMMAND = ['command_topic', 'command_template'] as const;
const named = (name: string, read = 'state_template'): Pick<Form, 'state' | 'command'> => ({
  state: [`${name}_state_topic`, `${name}_${read}`],
  command: [`${name}_command_topic`, `${name}_command_template`],
});

function onOff(config: Config, state: Form['state'] = STATE): Form {
  const [on, off] = [text(config['payload_on'], 'ON'), text(config['payload_off'], 'OFF')];
  const means = { [text(config['state_on'], on)]: on, [text(config['state_off'], off)]: off };
  return { part: '', state, command: COMMAND, kind: 'binary', values: [on, off], means };
}

const FORMS: Readonly<Record<string, (config: Config) => readonly Form[]>> = {
  sensor(config) {
    const values = list(config['options']);
    const measured = config['unit_of_measurement'] !== undefined || config['state_class'] !== undefined;
    const kind = values.length > 0 ? 'enum' : measured ? 'numeric' : 'text';
    return [{ part: '', state: STATE, kind, values, unit: text(config['unit_of_measurement']) }];
  },
  binary_sensor: (config) => [onOff(config)],
  switch: (config) => [onOff(config)],
  siren: (config) => [onOff(config, ['state_topic', 'state_value_template'])],
  light: (config) => [
    onOff(config, ['state_topic', 'state_value_template']),
    {
      ...{ part: 'brightness', ...named('brightness', 'value_template'), kind: 'numeric' },
      bounds: [0, number(config['brightness_scale']) ?? 255],
    },
    {
      ...{ part: 'color_temp', ...named('color_temp', 'value_template'), kind: 'numeric', unit: 'mired' },
      bounds: [number(config['min_mireds']) ?? 153, number(config['max_mireds']) ?? 500],
    },
    { part: 'effect', ...named('effect', 'value_template'), kind: 'enum', values: list(config['effect_list']) },
  ],
  number: (config) => [
    {
      ...{ part: '', state: STATE, command: COMMAND, kind: 'numeric', unit: text(config['unit_of_measurement']) },
      bounds: [number(config['min']) ?? 1, number(config['max']) ?? 100],
    },
  ],
  select: (config) => [{ part: '', state: STATE, command: COMMAND, kind: 'enum', values: list(config['options']) }],
  text: () => [{ part: '', state: STATE, command: COMMAND, kind: 'text' }],
  button: (config) => [{ part: '', command: COMMAND, kind: 'enum', values: [text(config['payload_press'], 'PRESS')] }],
  event: () => [{ part: '', state: STATE, kind: 'text' }],
  cover(config) {
    const [open, close] = [text(config['payload_open'], 'OPEN'), text(config['payload_close'], 'CLOSE')];
    const means = { [text(config['state_open'], 'open')]: open, [text(config['state_closed'], 'closed')]: close };
    const values = [open, close, text(config['payload_stop'], 'STOP')];
    return [
      { part: '', state: STATE, command: COMMAND, kind: 'enum', values, means },
      {
        ...{ part: 'position', state: ['position_topic', 'position_template'], kind: 'numeric', unit: '%' },
        ...{ command: ['set_position_topic', 'set_position_template'] },
        bounds: [number(config['position_closed']) ?? 0, number(config['position_open']) ?? 100],
      },
    ];
  },
  lock(config) {
    const [lock, unlock] = [text(config['payload_lock'], 'LOCK'), text(config['payload_unlock'], 'UNLOCK')];
    const means = {
      [text(config['state_locked'], 'LOCKED')]: lock,
      [text(config['state_unlocked'], 'UNLOCKED')]: unlock,
    };
    return [{ part: '', state: STATE, command: COMMAND, kind: 'enum', values: [lock, unlock], means }];
  },
  fan: (config) => [
    onOff(config, ['state_topic', 'state_value_template']),
    {
      ...{ part: 'percentage', ...named('percentage', 'value_template'), kind: 'numeric' },
      bounds: [0, number(config['speed_range_max']) ?? 100],
    },
    { part: 'preset', ...named('preset_mode', 'value_template'), kind: 'enum', values: list(config['preset_modes']) },
  ],
  humidifier: (config) => [
    onOff(config, ['state_topic', 'state_value_template']),
    { part: 'target_humidity', ...named('target_humidity'), kind: 'numeric', unit: '%', bounds: [0, 100] },
    { part: 'mode', ...named('mode'), kind: 'enum', values: list(config['modes']) },
  ],
  climate: (config) => [
    { part: 'mode', ...named('mode'), kind: 'enum', values: list(config['modes']) },
    {
      ...{ part: 'temperature', ...named('temperature'), kind: 'numeric', unit: '°C' },
      bounds: [number(config['min_temp']) ?? 7, number(config['max_temp']) ?? 35],
    },
    {
      ...{ part: 'current_temperature', kind: 'numeric', unit: '°C' },
      state: ['current_temperature_topic', 'current_temperature_template'],
    },
    { part: 'fan_mode', ...named('fan_mode'), kind: 'enum', values: list(config['fan_modes']) },
    { part: 'preset', ...named('preset_mode', 'value_template'), kind: 'enum', values: list(config['preset_modes']) },
    { part: 'action', state: ['action_topic', 'action_template'], kind: 'text' },
  ],
};
const FORM_OF: Readonly<Record<string, string>> = { valve: 'cover' };

/** Undefined for a component that is of no kind that is known. */
export function facetsOf(platform: string, config: Config): Facet[] | undefined {
  const name = FORM_OF[platform] ?? platform;
  if (!Object.hasOwn(FORMS, name)) return undefined;
  if (platform === 'light' && config['schema'] === 'json') return jsonLight(config);
  return FORMS[name]!(config).flatMap((form) => facetOf(form, config));
}

function facetOf(form: Form, config: Config): Facet[] {
  const { part, state, command, kind, unit = '', bounds: [min, max] = [null, null], values = [], means } = form;
  const from = state && topic(config[state[0]]);
  const to = command && topic(config[command[0]]);
  if (from === undefined && to === undefined) return [];
  const read = state && templateOf(config[state[1]]);
  // What cannot be worked out is shown as it came.
  const raw = from !== undefined && read === undefined;
  const write = command && templateOf(config[command[1]]);
  const settable = to !== undefined && write !== undefined;
  const feature = { settable, unit: unitOf(unit).slice(0, 40), min, max, values };
  return [
    {
      part,
      feature: raw
        ? { kind: 'text', settable: false, unit: '', min: null, max: null, values: [] }
        : { kind, ...feature },
      ...(from !== undefined && { told: { topic: from, read: raw ? asItCame : meant(read!, values, means) } }),
      ...(settable && !raw && { set: { topic: to, write: (value: string) => write(value, undefined) } }),
    },
  ];
}

const asItCame = (payload: string, json: unknown): unknown => (json === undefined ? payload : json);

/** By the word that sets it: `True`, `true` and what a state is called are one. */
const meant =
  (read: Template, values: readonly string[], means: Form['means'] = {}) =>
  (payload: string, json: unknown): unknown => {
    const word = read(payload, json);
    if (word === undefined) return undefined;
    if (Object.hasOwn(means, word)) return means[word];
    return values.find((value) => value.toLowerCase() === word.toLowerCase()) ?? word;
  };

/** One message has it all. */
function jsonLight(config: Config): Facet[] {
  const [from, to] = [topic(config['state_topic']), topic(config['command_topic'])];
  const told = (key: string) =>
    from === undefined
      ? {}
      : { told: { topic: from, read: (_: string, json: unknown) => (json as Config | undefined)?.[key] } };
  const set = (write: (value: string) => object) =>
    to === undefined ? {} : { set: { topic: to, write: (value: string) => JSON.stringify(write(value)) } };
  const max = number(config['brightness_scale']) ?? 255;
  const feature = { settable: to !== undefined, unit: '', min: null, max: null, values: [] };
  return [
    {
      part: '',
      feature: { ...feature, kind: 'binary', values: ['ON', 'OFF'] },
      ...told('state'),
      ...set((state) => ({ state })),
    },
    ...(config['brightness'] === true
      ? [
          {
            ...{ part: 'brightness', feature: { ...feature, kind: 'numeric' as const, min: 0, max } },
            ...told('brightness'),
            ...set((value) => ({ state: 'ON', brightness: Number(value) })),
          },
        ]
      : []),
  ];
}

/** One that can be heard and written to: without wildcards. */
const topic = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 && value.length <= 200 && !/[+#\p{Cc}]/u.test(value)
    ? value
    : undefined;
