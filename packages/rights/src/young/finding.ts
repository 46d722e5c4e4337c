/**
 * Somebody turns out to be younger than the policy allows: their account is withheld, a guardian is asked where the policy
 * lets one say yes, and what nobody said yes to is erased. A finding is kept among the requests, as one of kind `age`.
 */
import { type Due, dueAfter, placeOf } from '@kept/deadlines';
import { type Age, accountBar, ageBandOf } from '@kept/policy';
import type { RightsContext, RightsRegion } from '../context.ts';
import { CannotBeOlder } from '../errors.ts';
import type { KeptRequest, Young } from '../kept-request.ts';

/** What was found: how old, by whose word. */
export interface Found {
  /** In years, rounded down. */
  readonly years: number;
  readonly why: Young['why'];
  /** The account of staff that says so; `person` for the person's own word. */
  readonly by: string;
}

/**
 * Notes the age and withholds the account at once; null where the policy has nothing against it, which is noted all the same.
 * Whoever is found twice is found once. Throws RIGHTS_CANNOT_BE_OLDER, SUBJECT_UNKNOWN.
 */
export async function find(
  context: Pick<RightsContext, 'requests' | 'workflows'>,
  region: RightsRegion,
  person: string,
  { years, why, by }: Found,
): Promise<KeptRequest | null> {
  const { program, subjects, gate } = region;
  const requests = context.requests(region.id);
  const subject = await subjects.subject(person);
  const open = (await requests.of(person)).find(({ kind, state }) => kind === 'age' && state === 'running');
  if (open) return open;
  const band = ageBandOf(program, years);
  const order = program.bands.map(({ id }) => id);
  // Nobody grows older by a word: that takes papers, and opens what was shut.
  if (subject.ageBand !== 'unknown' && order.indexOf(band) > order.indexOf(subject.ageBand)) throw new CannotBeOlder();
  const rule = accountBar(program, { ...subject, ageBand: band });
  if (rule?.found !== 'erase') {
    await gate.record(person, 'right', { right: 'age', stage: 'age-noted', why, by });
    await subjects.amend(person, { ageBand: band });
    return null;
  }
  const young: Young = { ...{ band, was: subject.ageBand, why, by }, ...ruleOf(rule) };
  const due = dueOf(region, subject.jurisdiction, rule);
  const made = await requests.make(person, 'age', { due, about: { young }, firstEntry: region.ledger.size });
  await context.workflows.begin(region.id, made);
  return made;
}

const ruleOf = ({ below, clause, consent }: Age): Pick<Young, 'below' | 'clause' | 'consent'> => ({
  ...{ below, clause },
  ...(consent !== undefined && { consent }),
});

const AT_ONCE = { count: 0, unit: 'day' } as const;

function dueOf({ program, clock }: RightsRegion, jurisdiction: string, { eraseWithin = AT_ONCE }: Age): Due {
  const { residences = [] } = program.manifest.jurisdictions[jurisdiction] ?? {};
  return dueAfter(clock.now(), eraseWithin, placeOf(residences));
}
