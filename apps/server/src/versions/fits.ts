/** Whether this deployment can carry out a version: a place for each region, and values under the keys they were sealed with. */
import { purposeOf, type Service } from '@kept/kit';
import type { Manifest } from '@kept/policy';

/** Why it cannot, in one sentence; null where it can. */
export function misfitOf(manifest: Manifest, regions: readonly string[], services: readonly Service[]): string | null {
  const homeless = Object.keys(manifest.regions).find((id) => !regions.includes(id));
  if (homeless !== undefined) return `the region \`${homeless}\` has no database here`;
  for (const { declaration } of services)
    for (const collection of declaration.serves) {
      const row = manifest.collections[collection];
      for (const field of [...(row?.required ?? []), ...(row?.optional ?? [])]) {
        const [sealed, wanted] = [declaration.policy, manifest].map((each) => groupOf(each, collection, field));
        if (sealed !== undefined && sealed !== wanted)
          return `\`${field}\` of \`${collection}\` would move to another key group, \`${wanted}\``;
      }
    }
  return null;
}

const groupOf = (manifest: Manifest, collection: string, field: string): string | undefined =>
  manifest.purposes[purposeOf(manifest, { collection, field }) ?? '']?.group;
