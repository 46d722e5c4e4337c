import { SeededRandom } from '@kept/base';
import { compile, type Manifest, PolicyInvalid, type Program, SuccessionInvalid, successionOf } from '@kept/policy';
import { type Draft, randomManifest } from './random-manifest.ts';

/** Two to four versions of a random policy, each some small changes from the one before. The same seed gives the same. */
export function randomSuccession(seed: number): { readonly manifests: Manifest[]; readonly programs: Program[] } {
  const dice = new SeededRandom(seed);
  const manifests: Manifest[] = [randomManifest(seed)];
  const programs = [compile(manifests[0]!)];
  const wanted = 2 + dice.below(3);
  for (let tries = 0; programs.length < wanted && tries < 400; tries++) {
    const next = changed(manifests.at(-1)!, dice);
    try {
      const program = compile(next);
      successionOf([...programs, program]);
      manifests.push(next);
      programs.push(program);
    } catch (error) {
      if (!(error instanceof PolicyInvalid || error instanceof SuccessionInvalid)) throw error;
    }
  }
  return { manifests, programs };
}

const LISTS = { askAgain: ['more-data', 'new-purpose', 'new-recipient', 'fewer-rights'] } as const;
const BASES = ['contract', 'legal-obligation', 'legitimate-interest', 'vital-interest', 'public-task'] as const;

/** One to four changes; whether they hold together, `compile` says. */
function changed(before: Manifest, dice: SeededRandom): Manifest {
  const draft = structuredClone(before) as unknown as Draft;
  draft.version = String(dice.below(1_000_000));
  draft.changes.askAgain = LISTS.askAgain.filter(() => dice.next() < 0.3);
  for (let n = 1 + dice.below(4); n > 0; n--) CHANGES[dice.below(CHANGES.length)]!(draft, dice);
  return draft as Manifest;
}

const one = <T>(list: readonly T[], dice: SeededRandom): T => list[dice.below(list.length)]!;
const toggled = <T>(list: T[], item: T): T[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item];

type Change = (draft: Draft, dice: SeededRandom) => void;

const aPurpose = (draft: Draft, dice: SeededRandom) => one(Object.values(draft.purposes), dice);

const CHANGES: readonly Change[] = [
  (draft, dice) => {
    const purpose = aPurpose(draft, dice);
    const field = one(Object.keys(draft.fields), dice);
    purpose.fields = toggled(purpose.fields, field);
    for (const row of Object.values(draft.collections))
      if (purpose.fields.includes(field) && dice.next() < 0.5 && !row.required.includes(field))
        row.optional = [...new Set([...row.optional, field])];
  },
  (draft, dice) => {
    const [id, party] = Object.entries(draft.recipients).at(dice.below(4)) ?? [];
    if (id === undefined || party === undefined) return;
    const name = one(Object.keys(draft.purposes), dice);
    const purpose = draft.purposes[name]!;
    purpose.recipients = toggled(purpose.recipients, id);
    party.purposes = toggled(party.purposes, name);
  },
  (draft, dice) => {
    const party = Object.values(draft.recipients).at(dice.below(3));
    if (party) party.fields = toggled(party.fields, one(Object.keys(draft.fields), dice));
  },
  (draft, dice) => {
    const purpose = aPurpose(draft, dice);
    purpose.redact = toggled(purpose.redact ?? [], one(purpose.fields.concat('f0'), dice));
  },
  (draft, dice) => {
    const purpose = aPurpose(draft, dice);
    delete purpose.consent;
    purpose.basis = one(BASES, dice);
  },
  (draft, dice) => {
    const purpose = aPurpose(draft, dice);
    const own = Object.keys(draft.consents).filter((id) => id !== 'guardian');
    if (own.length === 0) return;
    purpose.basis = 'consent';
    purpose.consent = one(own, dice);
  },
  (draft, dice) => {
    const consent = Object.values(draft.consents).at(dice.below(4));
    if (consent) consent.kind = one(['consent', 'separate', 'explicit'] as const, dice);
  },
  (draft, dice) => {
    const [name, purpose] = one(Object.entries(draft.purposes), dice);
    const row = draft.collections[`take-${name}`];
    draft.purposes[`${name}x`] = structuredClone(purpose);
    for (const id of purpose.recipients) draft.recipients[id]!.purposes.push(`${name}x`);
    if (row) draft.collections[`take-${name}x`] = { ...structuredClone(row), purposes: [`${name}x`] };
  },
  (draft, dice) => {
    const rule = draft.transfers.at(dice.below(4));
    if (!rule) return;
    rule.rule = one(['never', 'desensitised', 'safeguards', 'standard-clauses', 'free'] as const, dice);
    delete rule.consent;
  },
  (draft, dice) => {
    const purpose = aPurpose(draft, dice);
    purpose.regions = toggled(purpose.regions, one(Object.keys(draft.regions), dice));
  },
  (draft, dice) => {
    const age = draft.ages.at(dice.below(3));
    if (age) age.below = one([12, 13, 14, 16, 18], dice);
    else
      draft.ages.push({
        below: 15,
        rule: 'guardian',
        consent: 'guardian',
        found: 'erase',
        eraseWithin: { count: 7, unit: 'day' },
        clause: 'age0',
      });
  },
  (draft, dice) => {
    const purpose = aPurpose(draft, dice);
    if (dice.next() < 0.5) purpose.actors = toggled(purpose.actors ?? ['person', 'service'], 'operator');
    else delete purpose.actors;
  },
  // Who is meant by a name changes: the same name, another place; and a place gets a name of its own.
  (draft) => {
    const rest = Object.values(draft.jurisdictions).find(({ residences }) => residences.includes('*'))!;
    const other = Object.values(draft.jurisdictions).find(({ residences }) => !residences.includes('*'));
    if (other) [rest.residences, other.residences] = [other.residences, rest.residences];
  },
  (draft, dice) => {
    const place = one(['CN', 'US-CA', 'DE'] as const, dice);
    const [, model] = one(Object.entries(draft.jurisdictions), dice);
    const taken = Object.values(draft.jurisdictions).some(({ residences }) => residences.includes(place));
    if (!taken) draft.jurisdictions[`k${place.toLowerCase()}`] = { ...structuredClone(model), residences: [place] };
  },
];
