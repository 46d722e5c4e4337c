import { type Held, type Program, type Retention, retentionOf } from '@kept/policy';
import type { Between } from '../between.ts';
import { byItems, endOf, keyOf } from './compare.ts';
import type { Effect, FactChange } from './fact.ts';

/** Of what nothing more particular is said. */
const ANYTHING: Held = { field: '' };

/** How long data is kept: everything that both policies hold, by purpose, and what nothing else is said about. */
export function retentionChanges({ before, after }: Between): FactChange[] {
  const theirs = new Set(held(after.program).map((each) => JSON.stringify(each)));
  const common = held(before.program).filter((each) => theirs.has(JSON.stringify(each)));
  const found = new Map<string, { readonly change: FactChange; readonly fields: Set<string> }>();
  for (const each of [ANYTHING, ...common]) {
    const was = retentionOf(before.program.manifest, each);
    const is = retentionOf(after.program.manifest, each);
    if (keyOf(was.map(period)) === keyOf(is.map(period))) continue;
    const key = `${each.purpose ?? ''} ${keyOf(was)} ${keyOf(is)}`;
    const { fields } = found.get(key) ?? { fields: new Set() };
    found.set(key, { change: found.get(key)?.change ?? changeOf(each, was, is), fields });
    if (each !== ANYTHING) fields.add(each.field);
  }
  return [...found.values()].map(({ change, fields }) => ({
    ...change,
    ...(fields.size > 0 && { fields: [...fields] }),
  }));
}

/** Every way in which a policy holds a field: for which purpose, and taken where, if anywhere. */
function held({ manifest }: Program): Held[] {
  const rows = Object.entries(manifest.collections);
  return Object.entries(manifest.purposes).flatMap(([purpose, { fields }]) =>
    fields.flatMap((field) => [
      { field, purpose },
      ...rows
        .filter(
          ([, row]) => row.purposes.includes(purpose) && (row.required.includes(field) || row.optional.includes(field)),
        )
        .map(([collection]) => ({ field, collection, purpose })),
    ]),
  );
}

const period = ({ until, end, longer = [] }: Retention) => ({ until, end, longer });

function changeOf({ purpose = 'all' }: Held, was: readonly Retention[], is: readonly Retention[]): FactChange {
  return {
    ...{ part: 'retention', id: purpose, member: 'until' },
    ...{ before: was.map(period), after: is.map(period), effect: effectOf(was, is), reducesRights: false },
    clauses: { before: was[0]?.clause ?? null, after: is[0]?.clause ?? null },
  };
}

/** What ends sooner is better; the first of several rules to end ends it. */
function effectOf(was: readonly Retention[], is: readonly Retention[]): Effect {
  const [ends, theirs] = [endsOf(was), endsOf(is)];
  const sooner = [...theirs].some(([what, days]) => days < (ends.get(what) ?? Number.POSITIVE_INFINITY));
  const later = [...ends].some(([what, days]) => days < (theirs.get(what) ?? Number.POSITIVE_INFINITY));
  if (sooner !== later) return sooner ? 'better' : 'worse';
  if (sooner) return 'other';
  const kept = byItems(was.map(({ end }) => end).filter(softer), is.map(({ end }) => end).filter(softer), 'worse');
  return kept === 'other' ? byItems(reasons(was), reasons(is), 'worse') : kept;
}

const softer = (end: Retention['end']): boolean => end === 'anonymise';
const reasons = (rules: readonly Retention[]): string[] => [...new Set(rules.flatMap(({ longer }) => longer ?? []))];

/** By what starts the period: its days. */
function endsOf(rules: readonly Retention[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const { until } of rules) {
    const [what, days] = endOf(until);
    ends.set(what, Math.min(days, ends.get(what) ?? Number.POSITIVE_INFINITY));
  }
  return ends;
}
