/**
 * What a device is, as its people read it in a copy of their data.
 *
 *     device-id      0x00158d0009988776 front_door        what the gateway calls it, then its name
 *     device-model   Aqara MCCGQ11LM Door and window sensor
 *                    contact binary 1 - - - true|false      then a line for each thing it tells or takes
 */

/** One thing that a device tells or takes, as zigbee2mqtt names and bounds it. */
export interface Feature {
  readonly name: string;
  readonly kind: 'binary' | 'numeric' | 'enum' | 'text';
  /** Whether it takes a value. */
  readonly settable: boolean;
  readonly unit: string;
  readonly min: number | null;
  readonly max: number | null;
  /** What a binary or an enum can be, as JSON would write it without quotes; on first. */
  readonly values: readonly string[];
}

export interface Description {
  /** What its gateway knows it by: an IEEE address. */
  readonly address: string;
  readonly name: string;
  readonly model: string;
  readonly features: readonly Feature[];
  readonly firmware: string;
  readonly ip: string;
  readonly space: string;
}

const KINDS = ['binary', 'numeric', 'enum', 'text'];

export const valuesOf = ({ address, name, model, features, firmware, ip, space }: Description) => ({
  'device-id': `${address} ${name}`,
  'device-model': [model || '-', ...features.map(lineOf)].join('\n'),
  ...(firmware && { 'device-firmware': firmware }),
  ...(ip && { 'device-ip': ip }),
  ...(space && { 'device-space': space }),
});

export function descriptionOf(values: Readonly<Record<string, string | undefined>>): Description {
  const id = values['device-id'] ?? '';
  const [model = '', ...lines] = (values['device-model'] ?? '').split('\n');
  const cut = id.indexOf(' ');
  return {
    address: cut < 0 ? id : id.slice(0, cut),
    name: cut < 0 ? id : id.slice(cut + 1),
    model: model === '-' ? '' : model,
    features: lines.flatMap(featureOf),
    firmware: values['device-firmware'] ?? '',
    ip: values['device-ip'] ?? '',
    space: values['device-space'] ?? '',
  };
}

const word = (text: string): string => text.replaceAll(/\s+/g, '_') || '-';

const lineOf = ({ name, kind, settable, unit, min, max, values }: Feature): string =>
  [
    word(name),
    kind,
    settable ? 'set' : 'told',
    word(unit),
    min ?? '-',
    max ?? '-',
    values.map(word).join('|') || '-',
  ].join(' ');

function featureOf(line: string): Feature[] {
  const [name, kind, set, unit = '-', min = '-', max = '-', values = '-'] = line.split(' ');
  if (!name || !kind || !KINDS.includes(kind)) return [];
  const number = (text: string) => (text === '-' ? null : Number(text));
  return [
    {
      ...{ name, kind: kind as Feature['kind'], settable: set === 'set', unit: unit === '-' ? '' : unit },
      ...{ min: number(min), max: number(max), values: values === '-' ? [] : values.split('|') },
    },
  ];
}
