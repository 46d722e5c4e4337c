/** Several regimes at once: the strictest deadline holds, and what each asks for besides adds up. */
import { Bug, type Instant, Refused } from '@kept/base';
import type { Period } from '@kept/policy';
import { type Counting, type Due, dueAfter, type Pause } from './due.ts';
import type { Place } from './place.ts';
import type { Rule } from './regime.ts';

/** What has happened to a request so far. */
export interface Course {
  readonly receivedAt: Instant;
  /** When it was known who asks; absent as long as it is not. */
  readonly verifiedAt?: Instant;
  /** Proof was waited for. Stops the clock only where the regime says so. */
  readonly pauses?: readonly Pause[];
  /** When the person was told that it takes longer, and why. */
  readonly extensionNoticeAt?: Instant;
}

/** Something that has to be done by a time. */
export interface Duty {
  readonly kind: 'confirm' | 'answer' | 'extension-notice' | 'tell-recipients';
  readonly by: Due;
  /** Ids of the rules that ask for it. */
  readonly rules: readonly string[];
}

/** By when a request is answered, by which rule, and what else is due on the way. */
export interface Deadlines {
  readonly answer: Due;
  /** The rule that is strictest. */
  readonly rule: string;
  /** Where the answer was due before the extension, if it was extended. */
  readonly was?: Due;
  /** The earliest first. */
  readonly duties: readonly Duty[];
}

/** The notice of an extension came after the first deadline, or no regime that holds allows one. */
export class NotExtendable extends Refused {
  constructor(why: 'late' | 'none') {
    super(
      'DEADLINES_NOT_EXTENDABLE',
      why === 'late' ? 'the first deadline has passed' : 'the rule that holds allows no extension',
      { help: why === 'late' ? 'tell the person that it is late, and why' : 'answer by the deadline' },
    );
  }
}

/**
 * The deadlines of a request under these rules. A rule whose clock begins with verification is counted from the request's
 * arrival until then, which is the earliest it can be. Throws BUG without a rule.
 */
export function deadlinesOf(rules: readonly Rule[], place: Place, course: Course): Deadlines {
  if (rules.length === 0) throw new Bug('DEADLINES_NO_RULE', 'a request has no deadline under any rule');
  const each = rules.map((rule) => ({ rule, ...answersOf(rule, place, course) }));
  const first = each.reduce((a, b) => (b.first.at < a.first.at ? b : a));
  const noticed = course.extensionNoticeAt;
  const extended = noticed !== undefined && noticed <= first.first.at;
  const last = extended ? each.reduce((a, b) => (b.last.at < a.last.at ? b : a)) : first;
  const answer = extended ? last.last : first.first;
  return {
    answer,
    rule: last.rule.id,
    ...(extended && { was: first.first }),
    duties: dutiesOf(each, place, course, answer).toSorted((a, b) => a.by.at - b.by.at),
  };
}

/** The deadlines after an extension of which the person is told now. Throws DEADLINES_NOT_EXTENDABLE. */
export function extend(rules: readonly Rule[], place: Place, course: Course, now: Instant): Deadlines {
  const before = deadlinesOf(rules, place, course);
  const notice = course.extensionNoticeAt ?? now;
  if (notice > (before.was ?? before.answer).at) throw new NotExtendable('late');
  const after = deadlinesOf(rules, place, { ...course, extensionNoticeAt: notice });
  if (after.answer.at <= (before.was ?? before.answer).at) throw new NotExtendable('none');
  return after;
}

interface Answers {
  readonly first: Due;
  readonly last: Due;
}

function answersOf(rule: Rule, place: Place, course: Course): Answers {
  const { answer, extension, most } = rule;
  const from = startOf(rule, course);
  const where: Counting = {
    ...place,
    ...(rule.rolls && { rolls: true }),
    ...(rule.pausable && course.pauses && { pauses: course.pauses }),
  };
  const first = dueAfter(from, answer, where);
  if (!extension) return { first, last: first };
  const ends = [
    dueAfter(first.at, extension, where),
    ...(answer.unit === extension.unit ? [dueAfter(from, sum(answer, extension), where)] : []),
    ...(most ? [dueAfter(from, most, where)] : []),
  ];
  return { first, last: ends.reduce((a, b) => (b.at < a.at ? b : a)) };
}

const sum = (a: Period, b: Period): Period => ({ count: a.count + b.count, unit: a.unit });

const startOf = ({ from }: Rule, { receivedAt, verifiedAt }: Course): Instant =>
  from === 'verified' ? (verifiedAt ?? receivedAt) : receivedAt;

function dutiesOf(
  each: readonly (Answers & { rule: Rule })[],
  place: Place,
  course: Course,
  answer: Due,
): readonly Duty[] {
  const confirms = each.flatMap(({ rule }) =>
    rule.confirm ? [{ rule: rule.id, by: dueAfter(course.receivedAt, rule.confirm, place) }] : [],
  );
  const confirm = confirms.reduce<Due | null>((a, { by }) => (a && a.at <= by.at ? a : by), null);
  const extendable = each.filter(({ rule }) => rule.extension).map(({ rule }) => rule.id);
  const tell = each.filter(({ rule }) => rule.tellRecipients).map(({ rule }) => rule.id);
  const first = each.map((one) => one.first).reduce((a, b) => (b.at < a.at ? b : a));
  return [
    ...(confirm ? [{ kind: 'confirm' as const, by: confirm, rules: confirms.map(({ rule }) => rule) }] : []),
    ...(extendable.length > 0 && course.extensionNoticeAt === undefined
      ? [{ kind: 'extension-notice' as const, by: first, rules: extendable }]
      : []),
    { kind: 'answer' as const, by: answer, rules: each.map(({ rule }) => rule.id) },
    ...(tell.length > 0 ? [{ kind: 'tell-recipients' as const, by: answer, rules: tell }] : []),
  ];
}
