/**
 * ThingsBoard's `v1/devices/me/telemetry`: one object, a list of them, or either with a time; and `v1/devices/me/attributes`:
 * what a device says of itself, of which firmware and address are parts of its description.
 */
import { json, record, scalars } from './zigbee.ts';

export const TELEMETRY = 'v1/devices/me/telemetry';

export const ATTRIBUTES = 'v1/devices/me/attributes';

const FIRMWARE: readonly string[] = ['fw_version', 'current_fw_version', 'firmware', 'firmwareVersion'];
const ADDRESS: readonly string[] = ['ip', 'ip_address', 'ipAddress'];

/** Of the device, and what else it says. Undefined for what is none. */
export function readAttributes(
  payload: Buffer,
): { firmware?: string; ip?: string; values: Readonly<Record<string, string>> } | undefined {
  const fields = record(json(payload));
  if (!fields) return undefined;
  const all = scalars(fields);
  const first = (names: readonly string[]) => names.map((name) => all[name]).find((value) => value !== undefined);
  const [firmware, ip] = [first(FIRMWARE)?.slice(0, 100), first(ADDRESS)?.slice(0, 100)];
  const own = new Set([...FIRMWARE, ...ADDRESS]);
  const values = Object.fromEntries(Object.entries(all).filter(([key]) => !own.has(key)));
  return { ...(firmware !== undefined && { firmware }), ...(ip !== undefined && { ip }), values };
}

export interface Sample {
  readonly values: Readonly<Record<string, string>>;
  readonly at?: number;
}

/** Undefined for what is none. */
export function readTelemetry(payload: Buffer): Sample[] | undefined {
  const value = json(payload);
  const all = (Array.isArray(value) ? value : [value]).map(sampleOf);
  return all.length > 0 && all.every((each) => each !== undefined) ? all : undefined;
}

function sampleOf(value: unknown): Sample | undefined {
  const fields = record(value);
  if (!fields) return undefined;
  const { ts, values } = fields;
  const own = record(values);
  if (!own) return { values: scalars(fields) };
  return { values: scalars(own), ...(typeof ts === 'number' && Number.isSafeInteger(ts) && ts > 0 && { at: ts }) };
}
