import type { Transfer } from '../manifest/parties.ts';
import { type Destination, rulesOf, stays } from '../meaning/places.ts';
import type { Duty, Routes, Tables } from '../program.ts';
import { consentNumber, type Source } from './names.ts';

/** Where a purpose is carried out, who it shares with, and what holds on each way out of a region. */
export function placeTables(
  source: Source,
): Pick<Tables, 'recipient' | 'sharingConsent' | 'sharing' | 'region' | 'route' | 'routes'> {
  const { manifest, names, refusals } = source;
  const regions = Object.entries(manifest.regions);
  const recipients = Object.entries(manifest.recipients);
  const purposes = names.purposes.ids.length;
  const recipient = new Uint16Array(purposes * recipients.length);
  const region = new Uint16Array(purposes * regions.length);
  const clauseOfAccess = source.clauseOfRight('access', manifest.otherwise);
  for (const [p, id] of names.purposes.ids.entries()) {
    const purpose = manifest.purposes[id];
    for (const [r, [name, party]] of recipients.entries())
      if (purpose === undefined) recipient[p * recipients.length + r] = refusals.ruling('recipient', clauseOfAccess);
      else if (!purpose.recipients.includes(name))
        recipient[p * recipients.length + r] = refusals.ruling('recipient', party.clause);
    for (const [g, [name, place]] of regions.entries())
      if (purpose !== undefined && !purpose.regions.includes(name))
        region[p * regions.length + g] = refusals.ruling('region', place.clause);
  }
  const exceptions = recipients.map(([, { exception }]) =>
    exception === undefined ? undefined : manifest.exceptions[exception],
  );
  const sharing = exceptions.map((exception, r) =>
    refusals.ruling('sharing-consent', exception?.clause ?? recipients[r]![1].clause),
  );
  return {
    recipient,
    sharingConsent: Int16Array.from(exceptions, (exception) => consentNumber(source, exception?.consent)),
    sharing: Uint16Array.from(sharing),
    region,
    ...routeTables(source),
  };
}

function routeTables(source: Source): Pick<Tables, 'route' | 'routes'> {
  const { manifest } = source;
  const regions = Object.keys(manifest.regions);
  const ends: Destination[] = [
    ...regions.map((region) => ({ region })),
    ...Object.values(manifest.recipients).map(({ country }) => ({ country })),
  ];
  const known = new Map<string, number>();
  const rules: (readonly Transfer[])[] = [[]];
  const route = new Uint16Array(regions.length * ends.length);
  for (const [f, from] of regions.entries())
    for (const [e, to] of ends.entries()) {
      if (stays(manifest, from, to)) continue;
      const mine = rulesOf(manifest, from, to);
      const key = mine.map((rule) => manifest.transfers.indexOf(rule)).join();
      if (!known.has(key)) known.set(key, rules.push(mine) - 1);
      route[f * ends.length + e] = known.get(key)!;
    }
  return { route, routes: routesOf(source, rules) };
}

function routesOf(source: Source, rules: readonly (readonly Transfer[])[]): Routes {
  const { manifest, refusals } = source;
  const never = new Uint16Array(rules.length);
  const desensitise = new Uint8Array(rules.length);
  const from = new Uint16Array(rules.length + 1);
  const consents: number[] = [];
  const rulings: number[] = [];
  const duties: (readonly Duty[])[] = [];
  for (const [r, mine] of rules.entries()) {
    // Route 0 stays. Another one without a rule has been refused by `checkManifest`; should it ever be reached, it is shut.
    if (r > 0 && mine.length === 0) never[r] = refusals.ruling('transfer', manifest.otherwise);
    const shut = mine.find((rule) => rule.rule === 'never');
    if (shut !== undefined) never[r] = refusals.ruling('transfer', shut.clause);
    for (const rule of mine) {
      if (rule.rule === 'desensitised') desensitise[r] = 1;
      if (rule.rule !== 'separate-consent') continue;
      consents.push(consentNumber(source, rule.consent));
      rulings.push(refusals.ruling('transfer-consent', rule.clause));
    }
    from[r + 1] = consents.length;
    duties.push(Object.freeze(mine.flatMap(dutyOf)));
  }
  return { never, desensitise, from, consents: Uint16Array.from(consents), rulings: Uint16Array.from(rulings), duties };
}

function dutyOf({ rule, clause }: Transfer): Duty[] {
  if (rule === 'desensitised') return [Object.freeze({ kind: 'desensitise', clause })];
  if (rule === 'standard-clauses' || rule === 'safeguards') return [Object.freeze({ kind: rule, clause })];
  return [];
}
