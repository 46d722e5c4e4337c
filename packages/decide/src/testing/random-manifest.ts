import { SeededRandom } from '@kept/base';
import { checkManifest, type Manifest, type Text } from '@kept/policy';

/** A manifest that may be written to, for building one up. */
export type Draft = { -readonly [K in keyof Manifest]: Mutable<Manifest[K]> };
type Mutable<T> = T extends readonly (infer U)[]
  ? Mutable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

const say = (en: string): Text => ({ en, 'zh-Hans': en, 'zh-Hant': en });
const BASES = [
  'consent',
  'consent',
  'contract',
  'legal-obligation',
  'legitimate-interest',
  'vital-interest',
  'public-task',
] as const;
const COUNTRIES = ['CN', 'DE', 'US', 'IN'] as const;
const RULES = ['never', 'desensitised', 'separate-consent', 'safeguards', 'standard-clauses', 'free'] as const;
const KINDS = ['access', 'restriction', 'objection', 'closure'] as const;

/** Draws from a seeded source. */
class Dice extends SeededRandom {
  chance(of: number): boolean {
    return this.next() < of;
  }
  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
  some<T>(list: readonly T[], of: number): T[] {
    return list.filter(() => this.chance(of));
  }
}

const ids = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const record = <T>(names: readonly string[], make: (name: string, i: number) => T): Record<string, T> =>
  Object.fromEntries(names.map((name, i) => [name, make(name, i)]));

/**
 * A policy that makes sense to nobody and passes every check: small, and with everything in it that can decide. The
 * same seed gives the same manifest.
 */
export function randomManifest(seed: number): Manifest {
  for (let attempt = 0; ; attempt++) {
    const draft = build(new Dice(seed * 1_000 + attempt));
    if (repair(draft)) return draft as Manifest;
  }
}

function build(dice: Dice): Draft {
  const fields = ids('f', 3 + dice.below(8));
  const consents = ids('c', 2 + dice.below(4));
  const regions = ids('g', 1 + dice.below(4));
  const purposes = ids('p', 2 + dice.below(5));
  const recipients = ids('r', dice.below(4));
  const jurisdictions = ids('j', 1 + dice.below(2));
  const clauses = [...fields, ...consents, ...regions, ...purposes, ...recipients, ...jurisdictions];
  const extra = [
    'otherwise',
    'e0',
    'e1',
    'guardian',
    ...ids('t', 8),
    ...ids('age', 3),
    ...KINDS,
    ...purposes.map((p) => `take-${p}`),
  ];
  const clause = (id: string) => id;
  const draft = {
    ...frame(dice),
    clauses: record([...clauses, ...extra], (id) => ({ title: say(id), sentence: say(id) })),
    jurisdictions: record(jurisdictions, (id, i) => ({
      label: say(id),
      residences: [i === 0 ? '*' : 'US'],
      clause: id,
    })),
    fields: record(fields, (id) => ({
      label: say(id),
      category: 'pd:Name',
      sensitive: dice.chance(0.25),
      subject: 'person',
      ...(dice.chance(0.1) && { readableBy: 'person' }),
      clause: clause(id),
    })),
    consents: {
      ...record(consents, (id) => ({
        label: say(id),
        question: say(id),
        consequence: say(id),
        kind: dice.one(['consent', 'separate', 'explicit'] as const),
        clause: id,
      })),
      guardian: {
        label: say('g'),
        question: say('g'),
        consequence: say('g'),
        kind: 'consent',
        by: 'guardian',
        clause: 'guardian',
      },
    },
    exceptions: {
      e0: {
        from: 'share',
        label: say('e0'),
        basis: 'contract',
        ...(dice.chance(0.5) && { consent: dice.one(consents) }),
        ...(dice.chance(0.3) && {
          duties: dice.some(['notify', 'same-terms', 'ask-again-on-new-purpose'] as const, 0.6),
        }),
        clause: 'e0',
      },
      e1: {
        from: 'disclose',
        label: say('e1'),
        ...(dice.chance(0.5) ? { basis: 'consent', consent: dice.one(consents) } : { basis: 'legal-obligation' }),
        clause: 'e1',
      },
    },
    regions: record(regions, (id) => ({ label: say(id), country: dice.one(COUNTRIES), clause: id })),
    residency: regions.map((region, i) => ({ residence: i === 0 ? '*' : COUNTRIES[i]!, region, clause: region })),
    rights: record(dice.some(KINDS, 0.6), (kind) => ({
      kind: kind as (typeof KINDS)[number],
      label: say(kind),
      deadline: { count: 15, unit: 'day' },
      fee: null,
      refusalGrounds: [],
      identity: ['session'],
      channels: [],
      ...(dice.chance(0.2) && { below: dice.one([16, 18]) }),
      clause: kind,
    })),
  } as unknown as Draft;
  addPurposes(dice, draft, purposes, consents);
  addRecipients(dice, draft, recipients);
  addCollections(draft, dice);
  addPlaces(dice, draft, consents);
  addAges(dice, draft, jurisdictions);
  return draft;
}

function frame(dice: Dice) {
  return {
    format: 1,
    id: 'random',
    version: String(dice.below(1_000_000)),
    language: 'en',
    published: '2026-01-01',
    effective: '2026-01-01',
    title: say('Random'),
    controller: {
      name: 'Example Home Ltd',
      address: '1 Example Road',
      contacts: [],
      complaints: [],
      clause: 'otherwise',
    },
    scope: [],
    otherwise: 'otherwise',
    roles: { person: { label: say('You'), dpv: 'dpv:User' } },
    exemptions: {},
    optOuts: {},
    prohibitions: [],
    separations: [],
    figures: {},
    breach: null,
    changes: {
      channels: ['email'],
      effective: 'on-notice',
      askAgain: [],
      continuedUse: 'not-mentioned',
      clause: 'otherwise',
    },
    cookies: {},
    cookieControl: null,
    measures: {},
    notes: [],
    retention: [{ until: { event: 'closure' }, end: 'erase', clause: 'otherwise' }],
    collections: {},
  };
}

function addPurposes(dice: Dice, draft: Draft, names: readonly string[], consents: readonly string[]): void {
  const fields = Object.keys(draft.fields);
  const strict = consents.filter((id) => draft.consents[id]!.kind !== 'consent');
  draft.purposes = record(names, (id) => {
    const basis = dice.one(BASES);
    const consent = basis === 'consent' ? dice.one(consents) : undefined;
    const soft = basis !== 'legal-obligation' && basis !== 'vital-interest';
    const sensitiveConsent = soft && strict.length > 0 && dice.chance(0.5) ? dice.one(strict) : undefined;
    const open = !soft || sensitiveConsent !== undefined || (consent !== undefined && strict.includes(consent));
    const mine = dice.some(fields, 0.6).filter((field) => open || !draft.fields[field]!.sensitive);
    const publishes = dice.chance(0.3);
    const actions = dice.some(['use', 'share', 'transfer', 'retain'] as const, 0.8);
    return {
      label: say(id),
      dpv: ['dpv:AccountManagement'],
      basis,
      ...(consent !== undefined && { consent }),
      ...(sensitiveConsent !== undefined && { sensitiveConsent }),
      group: dice.one(['a', 'b']),
      fields: mine,
      ...(dice.chance(0.5) && { redact: dice.some(mine, 0.3) }),
      recipients: [],
      regions: dice.some(Object.keys(draft.regions), 0.8),
      ...(dice.chance(0.3) && { minAge: dice.one([13, 16, 18]) }),
      ...((publishes || dice.chance(0.4)) && {
        actions: ['collect' as const, ...actions, ...(publishes ? ['disclose' as const] : [])],
      }),
      ...(publishes && { disclosure: 'e1' }),
      ...(dice.chance(0.4) && { actors: dice.some(['person', 'service', 'operator', 'system'] as const, 0.6) }),
      ...(dice.chance(0.4) && { beforeAccount: true }),
      clause: id,
    };
  });
}

function addRecipients(dice: Dice, draft: Draft, names: readonly string[]): void {
  draft.recipients = {};
  for (const id of names) {
    const purposes = Object.entries(draft.purposes).filter(
      ([, purpose]) => purpose.fields.length > 0 && (purpose.actions?.includes('share') ?? true) && dice.chance(0.6),
    );
    if (purposes.length === 0) continue;
    const union = [...new Set(purposes.flatMap(([, purpose]) => purpose.fields))];
    const fields = union.filter(
      (field) => dice.chance(0.8) || purposes.some(([, purpose]) => purpose.fields[0] === field),
    );
    for (const [, purpose] of purposes) purpose.recipients.push(id);
    draft.recipients[id] = {
      party: say(id),
      role: dice.one(['processor', 'third-party', 'affiliate'] as const),
      channel: 'http',
      fields,
      ...(dice.chance(0.5) && { redact: dice.some(fields, 0.3) }),
      purposes: purposes.map(([name]) => name),
      scenario: say(id),
      country: dice.one([...COUNTRIES, '*', 'own']),
      method: say(id),
      exception: 'e0',
      clause: id,
    };
  }
}

/** A collection for each purpose, which leaves some optional fields out unless nobody else takes them. */
function addCollections(draft: Draft, dice: Dice): void {
  const taken = new Set<string>();
  for (const [id, purpose] of Object.entries(draft.purposes)) {
    if (!(purpose.actions?.includes('collect') ?? true)) continue;
    const fields = purpose.fields.filter((field, i) => i === 0 || !taken.has(field) || dice.chance(0.5));
    for (const field of fields) taken.add(field);
    draft.collections[`take-${id}`] = {
      label: say(id),
      required: fields.slice(0, 1),
      optional: fields.slice(1),
      purposes: [id],
      refusal: say(id),
      moment: say(id),
      clause: `take-${id}`,
    };
  }
}

function addPlaces(dice: Dice, draft: Draft, consents: readonly string[]): void {
  const regions = Object.keys(draft.regions);
  const strict = consents.filter((id) => draft.consents[id]!.kind !== 'consent');
  const rule = () => dice.one(strict.length === 0 ? RULES.filter((name) => name !== 'separate-consent') : RULES);
  const make = (from: string, to: string, i: number) => {
    const name = from === '*' && to === '*' && dice.chance(0.8) ? 'standard-clauses' : rule();
    return { from, to, rule: name, ...(name === 'separate-consent' && { consent: dice.one(strict) }), clause: `t${i}` };
  };
  const others = ids('t', dice.below(6)).map((_, i) =>
    make(dice.one([...regions, '*']), dice.one([...regions, ...COUNTRIES, '*']), i + 1),
  );
  draft.transfers = [make('*', '*', 0), ...others] as Draft['transfers'];
}

function addAges(dice: Dice, draft: Draft, jurisdictions: readonly string[]): void {
  draft.ages = [];
  for (const [i, below] of dice.some([13, 14, 18], 0.4).entries()) {
    const rule = dice.one(['no-account', 'guardian', 'advice'] as const);
    draft.ages.push({
      below,
      ...(dice.chance(0.4) && { jurisdictions: [dice.one(jurisdictions)] }),
      rule,
      ...(rule === 'guardian' && { consent: 'guardian' }),
      found: 'erase',
      eraseWithin: { count: 7, unit: 'day' },
      clause: `age${i}`,
    });
  }
}

/** Takes out what the checks complain of until they are content; false where that leads nowhere. */
function repair(draft: Draft): boolean {
  for (let round = 0; round < 40; round++) {
    const problems = checkManifest(draft as Manifest);
    if (problems.length === 0) return Object.keys(draft.purposes).length > 0;
    const [problem] = problems;
    const steps = problem!.path.split('/').slice(1);
    let holder: unknown = draft;
    for (const step of steps.slice(0, -1)) holder = (holder as Record<string, unknown>)[step];
    const last = steps.at(-1)!;
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else if (steps.length === 1) return false;
    else delete (holder as Record<string, unknown>)[last];
  }
  return false;
}
