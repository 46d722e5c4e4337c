import { type Country, compile, type Manifest, type Program, type Text } from '@kept/policy';
import { AGES, banned, fields, purposes, REGIONS, recipients } from './world.ts';

const say = (en: string): Text => ({ en, 'zh-Hans': en, 'zh-Hant': en });
const by = <T extends { readonly id: string }, R>(list: readonly T[], make: (item: T) => R): Record<string, R> =>
  Object.fromEntries(list.map((item) => [item.id, make(item)]));

/** Every region and every recipient in a country of its own, so that each way between them is a transfer. */
const REGION_COUNTRIES: readonly Country[] = ['DE', 'GB', 'CA', 'US', 'BR', 'IN'];
const RECIPIENT_COUNTRIES: readonly Country[] = ['FR', 'ES', 'IT', 'JP', 'KR', 'SG', 'AU', 'NZ'];

/** The consent that nobody in the world has given: special fields stay shut where the world shuts them. */
const SPECIAL = 'special';

const CONSENTS = purposes.filter((purpose) => purpose.basis === 'consent').map((purpose) => purpose.id);
/** Bases under which a special field needs a consent of its own. */
const WITHOUT_CONSENT = ['contract', 'legitimate-interest', 'public-task'];

const HEAD = {
  format: 1,
  id: 'world',
  version: '1',
  language: 'en',
  published: '2026-01-01',
  effective: '2026-01-01',
  title: say('World'),
  controller: {
    name: 'Example Home Ltd',
    address: '1 Example Road',
    contacts: [],
    complaints: [],
    clause: 'otherwise',
  },
  scope: [],
  otherwise: 'otherwise',
  jurisdictions: { everywhere: { label: say('Everywhere'), residences: ['*'], clause: 'otherwise' } },
  roles: { person: { label: say('Person'), dpv: 'dpv:DataSubject' } },
};

/** What the world says nothing of. */
const REST = {
  exemptions: {},
  exceptions: {},
  retention: [{ until: { event: 'closure' }, end: 'erase', clause: 'otherwise' }],
  ages: [],
  optOuts: {},
  prohibitions: [],
  separations: [],
  figures: {},
  breach: null,
  changes: { channels: [], effective: 'on-notice', askAgain: [], continuedUse: 'not-mentioned', clause: 'otherwise' },
  cookies: {},
  cookieControl: null,
  measures: {},
  notes: [],
};

const fieldsOfWorld = () =>
  by(fields, ({ id, special }) => ({
    label: say(id),
    category: 'pd:Name',
    sensitive: special,
    subject: 'person',
    clause: 'otherwise',
  }));

const purposesOfWorld = () =>
  by(purposes, (purpose) => ({
    label: say(purpose.id),
    dpv: ['dpv:AccountManagement'],
    basis: purpose.basis,
    ...(purpose.basis === 'consent' && { consent: purpose.id }),
    ...(WITHOUT_CONSENT.includes(purpose.basis) && { sensitiveConsent: SPECIAL }),
    group: 'all',
    fields: purpose.fields,
    redact: purpose.redact,
    recipients: purpose.recipients,
    regions: purpose.regions,
    ...(purpose.minAge > 0 && { minAge: AGES[purpose.minAge] }),
    clause: `purpose-${purpose.id}`,
  }));

/** One row that collects everything for every purpose: the world asks about use alone. */
const collectionsOfWorld = () => ({
  all: {
    label: say('All'),
    required: fields.map((field) => field.id),
    optional: [],
    purposes: purposes.map((purpose) => purpose.id),
    refusal: say('-'),
    moment: say('-'),
    clause: 'otherwise',
  },
});

const consentsOfWorld = () => {
  const words = { question: say('?'), consequence: say('-'), kind: 'separate' as const };
  return {
    ...Object.fromEntries(CONSENTS.map((id) => [id, { label: say(id), ...words, clause: `consent-${id}` }])),
    [SPECIAL]: { label: say(SPECIAL), ...words, clause: SPECIAL },
  };
};

/** Between regions data moves freely; to each recipient's country as the world's list of bans says. */
const transfersOfWorld = () => [
  ...REGIONS.map((to) => ({ from: '*', to, rule: 'free', clause: 'otherwise' })),
  ...recipients.flatMap(({ id }, r) =>
    REGIONS.map((region) => ({
      from: region,
      to: RECIPIENT_COUNTRIES[r]!,
      rule: banned.has(`${id}>${region}`) ? 'never' : 'free',
      clause: `transfer-${id}-${region}`,
    })),
  ),
];

const placesOfWorld = () => ({
  recipients: by(
    recipients.map((recipient, r) => ({ ...recipient, country: RECIPIENT_COUNTRIES[r]! })),
    ({ id, thirdParty, country }) => recipientOf(id, thirdParty, country),
  ),
  regions: Object.fromEntries(
    REGIONS.map((id, g) => [id, { label: say(id), country: REGION_COUNTRIES[g], clause: `region-${id}` }]),
  ),
  residency: REGIONS.map((region, g) => ({
    residence: g === 0 ? '*' : REGION_COUNTRIES[g],
    region,
    clause: 'otherwise',
  })),
  transfers: transfersOfWorld(),
});

/** The world's policy as Kept's language says it. Each item has a clause of its own, so that the clause can be checked. */
export function manifest(): Manifest {
  const draft = {
    ...HEAD,
    ...REST,
    fields: fieldsOfWorld(),
    purposes: purposesOfWorld(),
    collections: collectionsOfWorld(),
    consents: consentsOfWorld(),
    ...placesOfWorld(),
    rights: { restriction: rightOf('restriction'), objection: rightOf('objection') },
  };
  const clauses = new Set<string>();
  JSON.stringify(draft, (key, value) => {
    if (key === 'clause' || key === 'otherwise') clauses.add(value);
    return value;
  });
  return {
    ...draft,
    clauses: Object.fromEntries([...clauses].map((id) => [id, { title: say(id), sentence: say(id) }])),
  } as unknown as Manifest;
}

function recipientOf(id: string, thirdParty: boolean, country: Country) {
  const mine = purposes.filter((purpose) => purpose.recipients.includes(id));
  const open = fields.filter((field) => mine.some((purpose) => purpose.fields.includes(field.id)));
  return {
    party: say(id),
    role: thirdParty ? 'third-party' : 'processor',
    channel: 'none',
    fields: open.map((field) => field.id),
    ...(thirdParty && { redact: open.filter((field) => field.identifier).map((field) => field.id) }),
    purposes: mine.map((purpose) => purpose.id),
    scenario: say('-'),
    country,
    method: say('-'),
    clause: `recipient-${id}`,
  };
}

const rightOf = (kind: 'restriction' | 'objection') => ({
  kind,
  label: say(kind),
  deadline: { count: 15, unit: 'day' },
  fee: null,
  refusalGrounds: [],
  identity: ['session'],
  channels: ['account'],
  clause: kind,
});

/** The world's policy, compiled. */
export const program = (): Program => compile(manifest());
