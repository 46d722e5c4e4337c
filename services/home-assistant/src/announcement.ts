/** A device of a home in the form of Home Assistant’s MQTT discovery. */
import type { Device } from '@kept/service-devices';

type Feature = Device['description']['features'][number];

export const topicsOf = (device: string) => ({
  config: `homeassistant/device/kept_${device}/config`,
  state: `kept/${device}/state`,
  availability: `kept/${device}/availability`,
});

/** What a reading measures, where Home Assistant has a word for it and takes our unit. */
const CLASSES: Readonly<Record<string, readonly [kind: string, ...units: string[]]>> = {
  temperature: ['temperature', '°C', '°F', 'K'],
  local_temperature: ['temperature', '°C', '°F', 'K'],
  device_temperature: ['temperature', '°C', '°F', 'K'],
  humidity: ['humidity', '%'],
  battery: ['battery', '%'],
  power: ['power', 'W', 'kW'],
  energy: ['energy', 'kWh', 'Wh'],
  produced_energy: ['energy', 'kWh', 'Wh'],
  current: ['current', 'A', 'mA'],
  voltage: ['voltage', 'V', 'mV'],
  pressure: ['pressure', 'hPa', 'kPa', 'Pa', 'bar', 'mbar'],
  illuminance: ['illuminance', 'lx'],
  co2: ['carbon_dioxide', 'ppm'],
  pm25: ['pm25', 'µg/m³'],
  pm10: ['pm10', 'µg/m³'],
};
const TOTALS: ReadonlySet<string> = new Set(['energy', 'produced_energy']);
/** Of what is so or not; a contact that is closed is a door that is shut. */
const BINARIES: Readonly<Record<string, readonly [kind: string, turned: boolean]>> = {
  contact: ['opening', true],
  occupancy: ['occupancy', false],
  presence: ['presence', false],
  water_leak: ['moisture', false],
  smoke: ['smoke', false],
  gas: ['gas', false],
  tamper: ['tamper', false],
  vibration: ['vibration', false],
  battery_low: ['battery', false],
};

/** `settable`: whether whoever looks may control it. */
export function announcementOf({ id, description }: Device, settable: boolean): object {
  const { name, model, firmware, features } = description;
  const topics = topicsOf(id);
  const parts = features.map((each): [string, object] => [
    each.name,
    {
      ...{ unique_id: `kept_${id}_${each.name}`, name: each.name.replaceAll('_', ' ') },
      ...{ value_template: `{{ value_json[${JSON.stringify(each.name)}] }}` },
      ...componentOf(each, settable && each.settable, `kept/${id}/${each.name}/set`),
    },
  ]);
  return {
    device: {
      ...{ identifiers: [`kept_${id}`], name },
      ...(model && { model }),
      ...(firmware && { sw_version: firmware }),
    },
    origin: { name: 'Kept' },
    ...{ state_topic: topics.state, availability_topic: topics.availability, qos: 1 },
    components: Object.fromEntries(parts),
  };
}

function componentOf({ name, kind, unit, min, max, values }: Feature, settable: boolean, command_topic: string) {
  const [on, off] = [values[0] ?? 'true', values[1] ?? 'false'];
  if (kind === 'binary') {
    if (settable) return { platform: 'switch', payload_on: on, payload_off: off, command_topic };
    const [device_class, turned] = BINARIES[name] ?? [undefined, false];
    // By what closes a contact, whichever of the two its maker calls on.
    const isOn = turned ? 'false' : on;
    return { platform: 'binary_sensor', device_class, payload_on: isOn, payload_off: isOn === on ? off : on };
  }
  if (kind === 'enum' && settable) return { platform: 'select', options: values, command_topic };
  if (kind === 'enum') return { platform: 'sensor', device_class: 'enum', options: values };
  if (kind === 'text' && settable) return { platform: 'text', command_topic };
  if (kind === 'text') return { platform: 'sensor' };
  const [device_class, ...units] = CLASSES[name] ?? [];
  const measured = {
    ...(unit && { unit_of_measurement: unit }),
    ...(device_class && units.includes(unit) && { device_class }),
  };
  if (settable) return { platform: 'number', ...measured, min: min ?? 0, max: max ?? 100, command_topic };
  return { platform: 'sensor', ...measured, state_class: TOTALS.has(name) ? 'total_increasing' : 'measurement' };
}
