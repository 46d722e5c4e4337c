/** What a thing that a device tells or takes is there for, which decides where it is shown. */
export const ROLES = ['measure', 'control', 'setting', 'diagnostic', 'fault'] as const;
export type Role = (typeof ROLES)[number];

const FAULT = /(^|_)(faults?|errors?|malfunction)(_|$)/;
const FAULTS: ReadonlySet<string> = new Set(['battery_low', 'tamper', 'low_battery', 'voltage_low']);
const DIAGNOSTICS: ReadonlySet<string> = new Set(['linkquality', 'battery', 'voltage', 'device_temperature']);

/** By its name and what its maker calls it. */
export function roleOf({ name, category, settable }: { name: string; category?: string; settable: boolean }): Role {
  if (!settable && (FAULTS.has(name) || FAULT.test(name))) return 'fault';
  if (category === 'config') return 'setting';
  if (category === 'diagnostic' || DIAGNOSTICS.has(name)) return 'diagnostic';
  return settable ? 'control' : 'measure';
}

const FINE: ReadonlySet<string> = new Set([
  ...['false', 'off', '0', 'normal', 'ok', 'none', 'no_error', 'no error', 'clear', '[]', ''],
]);

/** Whether a value of what tells of faults says that there is none. */
export const isFine = (value: string): boolean => FINE.has(value.toLowerCase());
