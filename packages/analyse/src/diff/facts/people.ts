import { type Age, type Program, regionOf } from '@kept/policy';
import type { Between, Place } from '../between.ts';
import { alike, daysOf, lessIsBetter } from './compare.ts';
import type { Effect, FactChange } from './fact.ts';

const RULES: readonly Age['rule'][] = ['no-account', 'guardian', 'advice'];

/** Which ages a rule holds for, and what happens to data of the young. */
export function ageChanges({ before, after, places }: Between): FactChange[] {
  const found = new Map<string, FactChange & { readonly places: string[] }>();
  for (const place of places)
    for (const rule of RULES)
      for (const change of ageChange(before.program, after.program, place, rule)) {
        const key = JSON.stringify(change);
        const same = found.get(key);
        if (same === undefined) found.set(key, { ...change, places: [place.id] });
        else same.places.push(place.id);
      }
  return [...found.values()].map(({ places: some, ...change }) =>
    some.length < places.length ? { ...change, places: some } : change,
  );
}

function ageChange(before: Program, after: Program, place: Place, rule: Age['rule']): FactChange[] {
  const [was, is] = [strictest(before, place.before, rule), strictest(after, place.after, rule)];
  const change = (member: 'below' | 'found' | 'eraseWithin' | 'consent', effect: Effect): FactChange => ({
    ...{ part: 'ages', id: rule, member },
    ...{ before: was?.[member] ?? null, after: is?.[member] ?? null, effect, reducesRights: false },
    clauses: { before: was?.clause ?? null, after: is?.clause ?? null },
  });
  const found: FactChange[] = [];
  if (was?.below !== is?.below) {
    const protects = lessIsBetter(-(was?.below ?? 0), -(is?.below ?? 0));
    found.push(change('below', rule === 'advice' ? 'other' : protects));
  }
  if (was === undefined || is === undefined) return found;
  if (was.found !== is.found) found.push(change('found', is.found === 'erase' ? 'better' : 'worse'));
  if (was.eraseWithin && is.eraseWithin && !alike(was.eraseWithin, is.eraseWithin))
    found.push(change('eraseWithin', lessIsBetter(daysOf(was.eraseWithin), daysOf(is.eraseWithin))));
  if (was.consent !== is.consent) found.push(change('consent', 'other'));
  return found;
}

/** Of the rules of one kind that hold in a jurisdiction the one for the oldest. */
const strictest = ({ manifest }: Program, jurisdiction: string, rule: Age['rule']): Age | undefined =>
  manifest.ages
    .filter((age) => age.rule === rule && (age.jurisdictions?.includes(jurisdiction) ?? true))
    .toSorted((a, b) => b.below - a.below)[0];

/** In which region, and so in which country, the data of the people who live somewhere is kept. */
export function residencyChanges({ before, after }: Between): FactChange[] {
  const named = [before, after].flatMap(({ program }) => program.manifest.residency.map(({ residence }) => residence));
  const found = new Map<string, { readonly change: FactChange; readonly residences: string[] }>();
  for (const residence of new Set([...named, '*'])) {
    const [was, is] = [before, after].map(({ program }) => keptAt(program, residence));
    if (was!.region === is!.region && was!.country === is!.country) continue;
    const key = `${was!.region} ${is!.region}`;
    const same = found.get(key);
    if (same !== undefined) same.residences.push(residence);
    else found.set(key, { change: residencyChange(was!, is!), residences: [residence] });
  }
  return [...found.values()].map(({ change, residences }) => ({ ...change, id: residences.join(' ') }));
}

type Kept = { readonly region: string; readonly country: string; readonly clause: string };

function keptAt(program: Program, residence: string): Kept {
  const { residency, regions } = program.manifest;
  const region = regionOf(program, residence);
  const rule =
    residency.find((each) => each.residence === residence) ?? residency.find((each) => each.residence === '*');
  return { region, country: regions[region]!.country, clause: rule!.clause };
}

const residencyChange = ({ clause: was, ...before }: Kept, { clause: is, ...after }: Kept): FactChange => ({
  ...{ part: 'residency', id: '', member: 'region', before, after, effect: 'other', reducesRights: false },
  clauses: { before: was, after: is },
});
