/**
 * For tests: a manifest with a fact too few, to see that it is missed.
 */
import type { Manifest } from '@kept/policy';
import type { Reading } from './reading.ts';
import { reconcile } from './reconcile.ts';

/** The manifest without a field, wherever it stands. What is left need not compile. */
export function without(manifest: Manifest, field: string): Manifest {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item) => item !== field).map(strip);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, strip(item)]));
  };
  const rest = Object.entries(manifest.fields).filter(([id]) => id !== field);
  return { ...(strip(manifest) as Manifest), fields: Object.fromEntries(rest) };
}

/** Fields whose loss `reconcile` does not notice in the text: it says them with words of other fields, or never. */
export function unnoticed(manifest: Manifest, reading: Reading, text: string, fields: readonly string[]): string[] {
  return fields.filter((field) => reconcile(without(manifest, field), reading, text).missing.length === 0);
}
