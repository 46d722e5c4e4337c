/**
 * A synthetic household: people who are nobody, and devices in the very form in which zigbee2mqtt describes them. What
 * they tell follows from the time of day, the weather and who is at home; the same seed tells the same.
 */
import { SeededRandom } from '@kept/base';

/** One device as its gateway describes it, and what it tells. */
export interface SyntheticDevice {
  readonly name: string;
  readonly room: (typeof ROOMS)[number];
  readonly description: Readonly<Record<string, unknown>>;
  /** What it tells at this hour of the day, from 0 to 24. */
  tell(hour: number): Readonly<Record<string, unknown>>;
}

export const ROOMS = ['Kitchen', 'Living room', 'Bedroom', 'Study', 'Bathroom', 'Hall'] as const;

type Expose = Readonly<Record<string, unknown>>;
const numeric = (name: string, unit: string, access = 1): Expose => ({
  type: 'numeric',
  name,
  property: name,
  unit,
  access,
});
const binary = (name: string, on: unknown, off: unknown, access = 1): Expose => ({
  ...{ type: 'binary', name, property: name, value_on: on, value_off: off, access },
});

/** Models of the public catalogue of zigbee-herdsman-converters, by their own names. */
const MODELS = {
  climate: ['Aqara', 'WSDCGQ11LM', 'Temperature and humidity sensor', 'lumi.weather'],
  contact: ['Aqara', 'MCCGQ11LM', 'Door and window sensor', 'lumi.sensor_magnet.aq2'],
  motion: ['Aqara', 'RTCGQ11LM', 'Motion sensor', 'lumi.sensor_motion.aq2'],
  plug: ['Aqara', 'SP-EUC01', 'Smart plug EU', 'lumi.plug.maeu01'],
  leak: ['Aqara', 'SJCGQ11LM', 'Water leak sensor', 'lumi.sensor_wleak.aq1'],
  lamp: ['Aqara', 'ZNLDP12LM', 'LED light bulb', 'lumi.light.aqcn02'],
} as const;
type Kind = keyof typeof MODELS;

const EXPOSES: Readonly<Record<Kind, readonly Expose[]>> = {
  climate: [
    numeric('temperature', '°C'),
    numeric('humidity', '%'),
    numeric('pressure', 'hPa'),
    numeric('battery', '%'),
  ],
  contact: [binary('contact', false, true), numeric('battery', '%')],
  motion: [binary('occupancy', true, false), numeric('illuminance', 'lx'), numeric('battery', '%')],
  plug: [
    { type: 'switch', features: [binary('state', 'ON', 'OFF', 7)] },
    numeric('power', 'W'),
    numeric('energy', 'kWh'),
  ],
  leak: [binary('water_leak', true, false), numeric('battery', '%')],
  lamp: [{ type: 'light', features: [binary('state', 'ON', 'OFF', 7), numeric('brightness', '', 7)] }],
};

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Warmest in the afternoon, coldest before dawn. */
const outdoors = (hour: number): number => 9 + 6 * Math.sin(((hour - 9) / 24) * 2 * Math.PI);
/** Asleep, out, at home. */
const isAtHome = (hour: number): boolean => hour < 8 || hour > 17.5;
const isAwake = (hour: number): boolean => hour > 6.5 && hour < 23;

/** So many devices in the rooms of a home; the same for the same seed. */
export function syntheticHousehold(seed: number, count: number): SyntheticDevice[] {
  const random = new SeededRandom(seed);
  const kinds = Object.keys(MODELS) as Kind[];
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length]!;
    const room = ROOMS[Math.floor(i / kinds.length) % ROOMS.length]!;
    return deviceOf(kind, room, i, random);
  });
}

function deviceOf(kind: Kind, room: SyntheticDevice['room'], i: number, random: SeededRandom): SyntheticDevice {
  const [vendor, model, description, modelId] = MODELS[kind];
  const name = `${room.toLowerCase().replace(' ', '_')}/${kind}_${i}`;
  const address = `0x00158d00${(0x10_00_00_00 + i).toString(16)}`;
  let energy = 0;
  const noise = (size: number): number => (random.below(1_000) / 1_000 - 0.5) * size;
  const battery = 40 + random.below(60);
  const tellers: Readonly<Record<Kind, (hour: number) => Record<string, unknown>>> = {
    climate: (hour) => ({
      temperature: round(20 + outdoors(hour) / 10 + noise(0.6), 2),
      humidity: round(48 + noise(8), 1),
      pressure: round(1013 + noise(2), 1),
    }),
    contact: () => ({ contact: random.below(10) > 1 }),
    motion: (hour) => ({
      occupancy: isAtHome(hour) && isAwake(hour) && random.below(3) > 0,
      illuminance: Math.max(0, Math.round(400 * Math.sin(((hour - 6) / 12) * Math.PI) + noise(20))),
    }),
    plug(hour) {
      const power = isAtHome(hour) && isAwake(hour) ? round(60 + noise(40), 1) : 1.2;
      energy = round(energy + power / 60_000, 4);
      return { state: power > 5 ? 'ON' : 'OFF', power, energy };
    },
    leak: () => ({ water_leak: false }),
    lamp: (hour) => ({
      state: isAtHome(hour) && isAwake(hour) && (hour < 8 || hour > 18) ? 'ON' : 'OFF',
      brightness: 100 + random.below(155),
    }),
  };
  const wired = kind === 'plug' || kind === 'lamp';
  return {
    name,
    room,
    description: {
      ...{ ieee_address: address, friendly_name: name, type: wired ? 'Router' : 'EndDevice', disabled: false },
      ...{ network_address: 1_000 + i, supported: true, interview_completed: true, interview_state: 'SUCCESSFUL' },
      ...{ manufacturer: 'LUMI', model_id: modelId, power_source: wired ? 'Mains (single phase)' : 'Battery' },
      ...{
        software_build_id: '3000-0001',
        definition: { vendor, model, description, exposes: EXPOSES[kind], options: [] },
      },
    },
    tell: (hour) => ({ ...tellers[kind](hour), ...(!wired && { battery }), linkquality: 60 + random.below(160) }),
  };
}
