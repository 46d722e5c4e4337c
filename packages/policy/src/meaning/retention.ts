import type { Retention } from '../manifest/data.ts';
import type { Manifest } from '../manifest.ts';

/** Where a datum was taken and what for, as far as it is known. */
export interface Held {
  readonly field: string;
  readonly collection?: string;
  readonly purpose?: string;
}

/**
 * The rules for a datum: those of the highest rank that fit (by field, collection, purpose, everything). Of several the
 * first to end ends it. Empty only for a field that `checkManifest` complains of.
 */
export function retentionOf(manifest: Manifest, held: Held): readonly Retention[] {
  const { field, collection, purpose } = held;
  const ranks: ((rule: Retention) => boolean)[] = [
    (rule) => rule.fields?.includes(field) ?? false,
    (rule) =>
      rule.fields === undefined && collection !== undefined && (rule.collections?.includes(collection) ?? false),
    (rule) =>
      rule.fields === undefined &&
      rule.collections === undefined &&
      purpose !== undefined &&
      (rule.purposes?.includes(purpose) ?? false),
    (rule) => rule.fields === undefined && rule.collections === undefined && rule.purposes === undefined,
  ];
  for (const fits of ranks) {
    const rules = manifest.retention.filter((rule) => fits(rule) && within(rule, held));
    if (rules.length > 0) return rules;
  }
  return [];
}

/** A rule that names several kinds of things holds where all of them fit. */
function within(rule: Retention, { collection, purpose }: Held): boolean {
  if (rule.collections !== undefined && collection !== undefined && !rule.collections.includes(collection))
    return false;
  return rule.purposes === undefined || purpose === undefined || rule.purposes.includes(purpose);
}
