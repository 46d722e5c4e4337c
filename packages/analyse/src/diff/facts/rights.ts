import { type Deadline, type IdentityProof, mayBeLater, mayBeLonger, type Program, type Right } from '@kept/policy';
import type { Between, Place } from '../between.ts';
import { alike, byItems, lessIsBetter } from './compare.ts';
import type { Effect, FactChange } from './fact.ts';

/** The least trouble first, as `IdentityProof` has them. */
const PROOFS: readonly IdentityProof[] = [
  'session',
  'code',
  'written-request',
  'identity-document',
  'guardianship',
  'kinship',
  'authorship',
];

interface Named {
  readonly id: string;
  readonly right: Right;
}

/** One right before and after, and for whom it is compared. */
interface Pair {
  readonly before: Named | undefined;
  readonly after: Named | undefined;
  readonly places: string[];
}

/** Rights that are granted, taken away, widened and narrowed, each for the people it is granted to. */
export function rightChanges({ before, after, places }: Between): FactChange[] {
  const pairs = new Map<string, Pair>();
  for (const place of places)
    for (const [mine, theirs] of pairsIn(before.program, after.program, place)) {
      const key = `${mine?.id ?? ''}|${theirs?.id ?? ''}`;
      const same = pairs.get(key);
      if (same === undefined) pairs.set(key, { before: mine, after: theirs, places: [place.id] });
      else same.places.push(place.id);
    }
  return [...pairs.values()].flatMap((pair) => changesIn(pair, pair.places.length < places.length));
}

/** Rights of one kind belong together; of several those of one name, and the rest in order. */
function pairsIn(before: Program, after: Program, place: Place): [Named | undefined, Named | undefined][] {
  const [mine, theirs] = [grantedIn(before, place.before), grantedIn(after, place.after)];
  const kinds = new Set([...mine, ...theirs].map(({ right }) => right.kind));
  return [...kinds].flatMap((kind) => {
    const [a, b] = [mine, theirs].map((all) => all.filter(({ right }) => right.kind === kind)) as [Named[], Named[]];
    const named = a.flatMap((one) => b.filter(({ id }) => id === one.id).map((other) => [one, other] as const));
    const restOf = (all: readonly Named[]) => all.filter((each) => !named.some((pair) => pair.includes(each)));
    const [restA, restB] = [restOf(a), restOf(b)];
    const rest = Array.from({ length: Math.max(restA.length, restB.length) }, (_, i) => [restA[i], restB[i]] as const);
    return [...named, ...rest].map(([one, other]): [Named | undefined, Named | undefined] => [one, other]);
  });
}

const grantedIn = ({ manifest }: Program, jurisdiction: string): Named[] =>
  Object.entries(manifest.rights)
    .map(([id, right]) => ({ id, right }))
    .filter(({ right }) => right.jurisdictions?.includes(jurisdiction) ?? true);

function changesIn({ before, after, places }: Pair, some: boolean): FactChange[] {
  const { id, right } = (after ?? before)!;
  const change = (member: string, was: unknown, is: unknown, effect: Effect, narrows = effect === 'worse') => ({
    ...{ part: member === 'deadline' ? ('deadlines' as const) : ('rights' as const), id, member },
    ...{ before: was ?? null, after: is ?? null, effect, reducesRights: narrows },
    ...(some && { places }),
    clauses: { before: before?.right.clause ?? null, after: after?.right.clause ?? null },
  });
  if (before === undefined) return [change('all', null, right.kind, 'better')];
  if (after === undefined) return [change('all', right.kind, null, 'worse')];
  const found: FactChange[] = [];
  const [was, is] = [before.right, after.right];
  const compare = (member: keyof Right, same: boolean, effect: () => Effect): void => {
    if (same) return;
    const says = effect();
    // Where some of it goes and some comes, something was taken all the same.
    found.push(change(member, was[member], is[member], says, says !== 'better'));
  };
  compare('deadline', alike(was.deadline, is.deadline), () => sooner(was.deadline, is.deadline));
  compare('confirmWithin', alike(was.confirmWithin, is.confirmWithin), () =>
    soonerConfirmed(was.confirmWithin, is.confirmWithin),
  );
  compare('fee', (was.fee === null) === (is.fee === null), () => (is.fee === null ? 'better' : 'worse'));
  const grounds = [was, is].map((each) => each.refusalGrounds.map(({ label, dpv }) => dpv ?? label.en));
  compare('refusalGrounds', sameItems(grounds), () => byItems(grounds[0]!, grounds[1]!, 'worse'));
  const conditions = [was, is].map((each) => (each.conditions ?? []).map((text) => text.en));
  compare('conditions', sameItems(conditions), () => byItems(conditions[0]!, conditions[1]!, 'worse'));
  compare('grounds', sameItems([was, is].map(reasons)), () => byReasons(was, is));
  compare('below', was.below === is.below, () => lessIsBetter(-(was.below ?? 999), -(is.below ?? 999)));
  compare('identity', sameItems([was.identity, is.identity]), () => proofs(was.identity, is.identity));
  compare('channels', sameItems([was.channels, is.channels]), () => byItems(was.channels, is.channels, 'better'));
  return found;
}

/** Sooner in its number, with its extension, and in what starts it; where that cannot be told, later. */
function sooner(was: Deadline, is: Deadline): Effect {
  if (mayBeLater(is, was)) return 'worse';
  return mayBeLater(was, is) ? 'better' : 'other';
}

function soonerConfirmed(was: Right['confirmWithin'], is: Right['confirmWithin']): Effect {
  if (was === undefined || is === undefined) return is === undefined ? 'worse' : 'better';
  return mayBeLonger([is], [was]) ? 'worse' : 'better';
}

const reasons = ({ grounds }: Right): string[] => Object.keys(grounds ?? {});

/** Any one is enough, so that more of them are better, and none to be given is best. */
function byReasons(was: Right, is: Right): Effect {
  if (was.grounds === undefined || is.grounds === undefined) return is.grounds === undefined ? 'better' : 'worse';
  return byItems(reasons(was), reasons(is), 'better');
}

const sameItems = ([a, b]: readonly (readonly string[])[]): boolean =>
  [...new Set(a)].toSorted().join('\n') === [...new Set(b)].toSorted().join('\n');

/** Any one proof is enough, so that the easiest counts, and then how many there are to choose from. */
function proofs(before: readonly IdentityProof[], after: readonly IdentityProof[]): Effect {
  const easiest = (all: readonly IdentityProof[]) => Math.min(...all.map((proof) => PROOFS.indexOf(proof)));
  const byEasiest = lessIsBetter(easiest(before), easiest(after));
  return byEasiest === 'other' ? byItems(before, after, 'better') : byEasiest;
}
