/** When a device is to be told of: what is so, since when, and for how long it has to be so. No clock, no storage. */
import { type Device, isFine } from '@kept/service-devices';

export type Kind = 'offline' | 'battery' | 'fault' | 'alarm';

/** Something that is so of a device: `fault motor_fault`, with the value that says it. */
export interface Condition {
  readonly kind: Kind;
  /** What was told; `availability` also where it is that nothing was, with when it last was. */
  readonly key: string;
  readonly value: string;
}

const MINUTE = 60_000;
/** As zigbee2mqtt has it: who has power answers within ten minutes, who has a battery within 25 hours. */
export const SILENT_MS = { mains: 10 * MINUTE, battery: 25 * 60 * MINUTE } as const;
/** A battery is low from here on, and well again only above. */
const LOW = 15;
const WELL = 20;

/** How long something has to be so before it is told, and not to be so before it is over: what flickers is told once. */
export const DELAYS: Readonly<Record<Kind, { readonly raise: number; readonly clear: number }>> = {
  offline: { raise: 0, clear: MINUTE },
  battery: { raise: 10 * MINUTE, clear: 10 * MINUTE },
  fault: { raise: MINUTE, clear: MINUTE },
  alarm: { raise: 0, clear: MINUTE },
};

const ALARMS: ReadonlySet<string> = new Set([
  ...['smoke', 'water_leak', 'gas', 'carbon_monoxide', 'tamper', 'sos', 'vibration_alarm', 'intrusion'],
]);
const TRUE: ReadonlySet<string> = new Set(['true', 'on', '1', 'alarm']);

/** What is known of its model, if anything. */
export interface Known {
  readonly power: 'battery' | 'mains' | undefined;
  isFault(key: string): boolean;
}

/** All that is so of a device now. `low`: whether its battery is told of already. */
export function conditionsOf(device: Device, known: Known, now: number, low: boolean): Condition[] {
  const found: Condition[] = [];
  const silent = silentOf(device, known, now);
  if (silent) found.push(silent);
  for (const { key, value } of device.latest.values()) {
    const word = value.toLowerCase();
    if (key === 'battery' && value !== '' && Number(value) <= (low ? WELL - 1 : LOW))
      found.push({ kind: 'battery', key, value });
    else if ((key === 'battery_low' || key === 'low_battery') && TRUE.has(word))
      found.push({ kind: 'battery', key, value });
    else if (ALARMS.has(key) && TRUE.has(word)) found.push({ kind: 'alarm', key, value });
    else if (key !== 'fault' && !ALARMS.has(key) && known.isFault(key) && !isFine(value))
      found.push({ kind: 'fault', key, value });
  }
  return found;
}

/** Its gateway says so, or it has not been heard for longer than it may be quiet. */
function silentOf({ online, seen, description, latest }: Device, { power }: Known, now: number): Condition | null {
  if (online === false) return { kind: 'offline', key: 'availability', value: 'offline' };
  // Whoever never told anything may be a credential that waits for its device.
  if (seen === null || latest.size === 0) return null;
  const hasBattery = power === 'battery' || (power === undefined && isBattery(description.features, latest));
  const most = SILENT_MS[hasBattery ? 'battery' : 'mains'];
  // A gateway that says of each whether it is there is believed.
  if (online === true || now - seen <= most) return null;
  return { kind: 'offline', key: 'availability', value: new Date(seen).toISOString() };
}

const isBattery = (features: Device['description']['features'], latest: Device['latest']): boolean =>
  latest.has('battery') || features.some(({ name }) => name === 'battery');

/** One condition of one device over time. */
export class Standing {
  #since: number | null = null;
  #until: number | null = null;
  raised: boolean;

  constructor(raised: boolean) {
    this.raised = raised;
  }

  /** Answers what is to be done now, if anything. */
  at(now: number, isSo: boolean, { raise, clear }: { raise: number; clear: number }): 'raise' | 'clear' | null {
    if (isSo) {
      this.#until = null;
      this.#since ??= now;
      if (this.raised || now - this.#since < raise) return null;
      this.raised = true;
      return 'raise';
    }
    this.#since = null;
    if (!this.raised) return null;
    this.#until ??= now;
    if (now - this.#until < clear) return null;
    this.raised = false;
    return 'clear';
  }
}
