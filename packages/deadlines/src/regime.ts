/**
 * What a law asks for where a policy says less: defaults, with where they come from. No legal advice; whoever runs Kept
 * has its counsel read them.
 */
import type { Period, Right, RightKind } from '@kept/policy';

/** One regime's rule for one request. */
export interface Rule {
  /** Of the law, or `policy`. */
  readonly id: string;
  readonly answer: Period;
  /** `verified`: the clock begins once it is known who asks. Default: when the request comes. */
  readonly from?: 'received' | 'verified';
  /** Once, with notice and a reason before the answer is due. */
  readonly extension?: Period;
  /** The whole, extension included, never ends later than this after the request came. */
  readonly most?: Period;
  /** The person is told within this that the request has come. */
  readonly confirm?: Period;
  /** The clock stands still while proof of identity is waited for. */
  readonly pausable?: boolean;
  /** See `Counting.rolls`. */
  readonly rolls?: boolean;
  /** Everybody who was given the data is told. */
  readonly tellRecipients?: boolean;
  readonly source: string;
}

const months = (count: number): Period => ({ count, unit: 'month' });
const days = (count: number): Period => ({ count, unit: 'day' });
const workingDays = (count: number): Period => ({ count, unit: 'working-day' });

type Kinds = readonly RightKind[];

const BODY: Kinds = ['access', 'copy', 'rectification', 'erasure', 'portability', 'closure', 'content-removal'];
const STOPS: Kinds = ['opt-out', 'limit-sensitive'];
const TOLD: Kinds = ['rectification', 'erasure', 'restriction', 'closure'];

type Law = (kind: RightKind) => Omit<Rule, 'id'> | null;

/** By the name of the law in a manifest's jurisdictions (`@kept/vocab`). */
const LAWS: Readonly<Record<string, Law>> = {
  'legal-eu:law-GDPR': (kind) =>
    kind === 'complaint' || kind === 'non-discrimination'
      ? null
      : {
          ...{ answer: months(1), extension: months(2), most: months(3), rolls: true, pausable: true },
          ...(TOLD.includes(kind) && { tellRecipients: true }),
          source: 'GDPR Art. 12(3), 12(6), 19; Regulation 1182/71 Art. 3',
        },
  'legal-us:law-CA-CCPA': (kind) => {
    if (STOPS.includes(kind)) return { answer: workingDays(15), source: '11 CCR 7026(f), 7027(g)' };
    if (!BODY.includes(kind)) return null;
    return {
      ...{ answer: days(45), extension: days(45), most: days(90), confirm: workingDays(10) },
      source: '11 CCR 7021',
    };
  },
  'pipl:PIPL': (kind) =>
    kind === 'non-discrimination'
      ? null
      : { answer: workingDays(15), source: 'PIPL Art. 50; rules on apps of 2019 (191), 15 working days' },
  'kept:RU-152-FZ': (kind) =>
    kind === 'non-discrimination' || kind === 'complaint'
      ? null
      : { answer: workingDays(10), extension: workingDays(5), source: '152-FZ Art. 14, 20, 21' },
};

/** What the laws of a jurisdiction ask for, and what the policy promises: all that hold for one request. */
export function rulesFor(right: Right | undefined, kind: RightKind, laws: readonly string[]): readonly Rule[] {
  const legal = laws.flatMap((id) => {
    const rule = LAWS[id]?.(kind);
    return rule ? [{ id, ...rule }] : [];
  });
  if (!right) return legal;
  const { count, unit, from, extension } = right.deadline;
  return [
    ...legal,
    {
      ...{ id: 'policy', answer: { count, unit }, source: right.clause },
      ...(from && { from }),
      ...(extension && { extension }),
      ...(right.confirmWithin && { confirm: right.confirmWithin }),
    },
  ];
}
