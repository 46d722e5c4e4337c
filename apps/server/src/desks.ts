/** The account desks of all regions, behind one front. */
import type { Clock } from '@kept/base';
import { type Front, type Identity, openFront, openIdentity } from '@kept/identity';
import type { Keys } from '@kept/keys';
import type { Program } from '@kept/policy';
import { naming } from '@kept/service-account';
import type { Quarters } from './regions.ts';

export interface DesksOptions {
  readonly quarters: ReadonlyMap<string, Quarters>;
  readonly keys: Keys;
  readonly origin: string;
  /** The policy in force. */
  readonly program: () => Program;
  readonly clock: Clock;
}

export async function openDesks({ quarters, keys, origin, program, clock }: DesksOptions): Promise<Front> {
  const regions: Record<string, Identity> = {};
  for (const [id, { region, pool }] of quarters) {
    const { subjects: people, gate, recipients, keys: regionKeys } = region;
    regions[id] = await openIdentity({
      ...{ region: id, baseURL: origin, pool, claims: keys, keys: regionKeys, people, gate, recipients },
      ...{ program, naming, clock, siteName: 'Kept' },
      // The same loopback server under its other name.
      trustedOrigins: origin.startsWith('http://localhost:') ? [origin.replace('localhost', '127.0.0.1')] : [],
    });
  }
  return openFront({
    regions,
    claims: keys,
    regionOf: (residence) => regionOf(program(), residence),
    home: Object.keys(regions)[0]!,
  });
}

/** Where people who live in a country have their data: its own rule, or the one for the rest of the world. */
function regionOf({ manifest: { residency } }: Program, residence: string): string {
  const rule =
    residency.find((each) => each.residence === residence) ?? residency.find((each) => each.residence === '*');
  // INVARIANT: `compile` refuses a manifest without a rule for `*`.
  return rule!.region;
}
