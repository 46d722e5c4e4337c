/** What a manifest says of rights, read off it by slow rules: what the rights themselves are held against. */
import type { Manifest, Right } from '../../packages/policy/src/index.ts';

/** Rights that a request exercises, those that end more the later. */
export const REQUESTS = [
  ...['copy', 'portability', 'explanation', 'complaint', 'deceased', 'content-removal'],
  ...['objection', 'restriction', 'opt-out', 'limit-sensitive', 'erasure', 'closure'],
];
/** Rights that are had at once, on a page. */
export const PAGES = ['access', 'copy', 'rectification', 'portability', 'withdrawal', 'explanation'];
/** What is in neither is had by writing to the controller; a guardian's yes is asked for from outside. */
export const HERE = [...new Set([...PAGES, ...REQUESTS, 'consent'])];
export const STOPS = ['objection', 'restriction', 'opt-out', 'limit-sensitive'];
/** What the law or a life demands goes on whatever somebody stops. */
export const GOES_ON = ['legal-obligation', 'vital-interest'];

export interface Spot {
  readonly residence: string;
  readonly age: number;
}

const RESIDENCES = ['CN', 'DE', 'US-CA', 'RU', 'JP'];

/** Where, and how old: in each band of the policy. */
export function spotsOf(policy: Manifest): Spot[] {
  const ends = [...policy.ages, ...Object.values(policy.rights)].flatMap(({ below }) => (below ? [below - 1] : []));
  const ages = [...new Set([...ends, 30])].toSorted((a, b) => a - b);
  return RESIDENCES.flatMap((residence) => ages.map((age) => ({ residence, age })));
}

/** The jurisdiction that names where they live, else their country, else everywhere. */
export function jurisdictionAt({ jurisdictions }: Manifest, residence: string): string {
  const all = Object.entries(jurisdictions);
  const naming = (place: string) => all.find(([, each]) => (each.residences as readonly string[]).includes(place))?.[0];
  return naming(residence) ?? naming(residence.slice(0, 2)) ?? naming('*')!;
}

/**
 * What is granted of a kind to whoever lives there and is so old: the row that names their jurisdiction, else one that names
 * none; one for the young before one for everybody. What a guardian shows is the guardian's.
 */
export function granted(policy: Manifest, kind: string, { residence, age }: Spot): Right | undefined {
  const own = jurisdictionAt(policy, residence);
  const rows = Object.values(policy.rights)
    .filter((right) => right.kind === kind && right.identity.join() !== 'guardianship')
    .filter(({ below }) => below === undefined || age < below)
    .toSorted((a, b) => Number(b.below !== undefined) - Number(a.below !== undefined));
  return rows.find((right) => right.jurisdictions?.includes(own)) ?? rows.find((right) => !right.jurisdictions);
}

/**
 * Whether a field of a collection goes when this consent is withdrawn: by the rule that names the field, else the
 * collection, else the purpose, else nothing.
 */
export function endsWith(policy: Manifest, collection: string, field: string, consent: string): boolean {
  const { purposes, fields, collections, retention } = policy;
  const purpose = collections[collection]!.purposes.find((id) => purposes[id]!.fields.includes(field))!;
  const asked = [
    purposes[purpose]!.consent,
    fields[field]!.sensitive ? purposes[purpose]!.sensitiveConsent : undefined,
  ];
  const holds = retention.filter(
    (rule) =>
      (rule.fields?.includes(field) ?? true) &&
      (rule.collections?.includes(collection) ?? true) &&
      (rule.purposes?.includes(purpose) ?? true),
  );
  const closest = (['fields', 'collections', 'purposes'] as const).find((key) => holds.some((rule) => rule[key]));
  const rules = holds.filter((rule) => closest === undefined || rule[closest] !== undefined);
  return asked.includes(consent) && rules.some(({ until }) => 'event' in until && until.event === 'withdrawal');
}
