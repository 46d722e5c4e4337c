import type { Period, Right } from './manifest/rights.ts';
import { mayBeLater, mayBeLonger } from './period.ts';
import type { Program } from './program.ts';
import type { Succession } from './succession.ts';

/** In what a new version gives less than the one before. */
export type Reduction = 'removed' | 'deadline' | 'confirmation' | 'fee' | 'grounds' | 'conditions' | 'age' | 'place';

/** A right as one person has it. */
export interface KeptRight {
  /** Its name in the newest version that has it. */
  readonly id: string;
  readonly right: Right;
  /** The newest version whose words hold: its clause is `right.clause`. */
  readonly version: Program;
  /** What later versions would take away, and did not from this person. */
  readonly spared: readonly Reduction[];
}

/**
 * The rights of somebody who joined under version `joined`. What a later version gives counts at once; what it takes away
 * (a right, a shorter deadline, a case without fee) stays theirs until they agree: `agreed` answers the version that they
 * agreed to for a right, or -1. Pure.
 */
export function rightsKept(
  { versions }: Succession,
  joined: number,
  agreed: (right: string) => number = () => -1,
): readonly KeptRight[] {
  let held: KeptRight[] = granted(versions[joined]!);
  for (const [n, version] of versions.slice(joined + 1).entries()) {
    const next = granted(version);
    const matched = new Set<string>();
    const kept = held.flatMap((old) => {
      const now = sameRight(next, old, held);
      if (now !== undefined) matched.add(now.id);
      if (agreed(now?.id ?? old.id) >= joined + 1 + n) return now === undefined ? [] : [now];
      return [
        now === undefined ? { ...old, spared: [...new Set([...old.spared, 'removed' as const])] } : merged(old, now),
      ];
    });
    held = [...kept, ...next.filter(({ id }) => !matched.has(id))];
  }
  return held;
}

/** What a version takes away from the rights of the one before, right by right. */
export function reductions(
  before: Program,
  after: Program,
): readonly { readonly id: string; readonly of: readonly Reduction[] }[] {
  const [old, next] = [granted(before), granted(after)];
  return old.flatMap((each) => {
    const now = sameRight(next, each, old);
    const of: readonly Reduction[] = now === undefined ? ['removed'] : merged(each, now).spared;
    return of.length === 0 ? [] : [{ id: now?.id ?? each.id, of }];
  });
}

const granted = (version: Program): KeptRight[] =>
  Object.entries(version.manifest.rights).map(([id, right]) => ({ id, right, version, spared: [] }));

/** By name, or else by kind where each has one of it. */
function sameRight(next: readonly KeptRight[], old: KeptRight, before: readonly KeptRight[]): KeptRight | undefined {
  const named = next.find(({ id }) => id === old.id);
  if (named !== undefined) return named.right.kind === old.right.kind ? named : undefined;
  const of = (all: readonly KeptRight[]) => all.filter(({ right }) => right.kind === old.right.kind);
  return of(next).length === 1 && of(before).length === 1 ? of(next)[0] : undefined;
}

/** The better of both in each respect. */
function merged(old: KeptRight, now: KeptRight): KeptRight {
  const [was, is] = [old.right, now.right];
  const spared: Reduction[] = [];
  const worse = (kind: Reduction, found: boolean): boolean => {
    if (found && !spared.includes(kind)) spared.push(kind);
    return found;
  };
  const grounds = is.refusalGrounds.filter((ground) => was.refusalGrounds.some((each) => sameGround(each, ground)));
  const right: Right = {
    ...is,
    deadline: worse('deadline', mayBeLater(is.deadline, was.deadline)) ? was.deadline : is.deadline,
    ...best('confirmWithin', worse('confirmation', slower(is.confirmWithin, was.confirmWithin)) ? was : is),
    fee: worse('fee', is.fee !== null && (was.fee === null || was.fee.en !== is.fee.en)) ? was.fee : is.fee,
    refusalGrounds: worse('grounds', grounds.length < is.refusalGrounds.length) ? grounds : is.refusalGrounds,
    ...best('conditions', worse('conditions', more(is.conditions, was.conditions)) ? was : is),
    ...(worse('conditions', missing(is.grounds, was.grounds)) ? either(is.grounds, was.grounds) : {}),
    ...best('below', worse('age', (is.below ?? Infinity) < (was.below ?? Infinity)) ? was : is),
    ...best('jurisdictions', worse('place', fewer(is.jurisdictions, was.jurisdictions)) ? was : is),
    identity: [...new Set([...is.identity, ...was.identity])],
    channels: [...new Set([...is.channels, ...was.channels])],
    clause: spared.length > 0 ? was.clause : is.clause,
  };
  return { id: now.id, right, version: spared.length > 0 ? old.version : now.version, spared };
}

/** One member, absent where it is not there; what the other version says of it does not show through. */
const best = <K extends 'confirmWithin' | 'conditions' | 'below' | 'jurisdictions'>(
  key: K,
  right: Right,
): { readonly [P in K]: Right[K] } => ({ [key]: right[key] }) as { readonly [P in K]: Right[K] };

const sameGround = (a: Right['refusalGrounds'][number], b: Right['refusalGrounds'][number]): boolean =>
  a.dpv !== undefined && b.dpv !== undefined ? a.dpv === b.dpv : a.label.en === b.label.en;

const slower = (is: Period | undefined, was: Period | undefined): boolean =>
  was !== undefined && (is === undefined || mayBeLonger([is], [was]));

/** A condition that was not there. */
const more = (is: Right['conditions'], was: Right['conditions']): boolean =>
  (is ?? []).some((each) => !(was ?? []).some((other) => other.en === each.en));

/** A reason that would have done, and does no longer. */
const missing = (is: Right['grounds'], was: Right['grounds']): boolean =>
  is !== undefined && (was === undefined || Object.keys(was).some((id) => !Object.hasOwn(is, id)));

/** Where one asks for no reason, none is needed. */
const either = (is: Right['grounds'], was: Right['grounds']): Pick<Right, 'grounds'> =>
  ({ grounds: was && { ...was, ...is } }) as Pick<Right, 'grounds'>;

/** A place where it held, and holds no longer. */
const fewer = (is: Right['jurisdictions'], was: Right['jurisdictions']): boolean =>
  is !== undefined && (was === undefined || was.some((each) => !is.includes(each)));
