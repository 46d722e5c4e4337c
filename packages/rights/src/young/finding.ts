/**
 * Somebody turns out to be younger than the policy allows: their account is withheld, a guardian is asked where the policy
 * lets one say yes, and what nobody said yes to is erased. A finding is kept among the requests, as one of kind `age`.
 */
import { type Due, dueAfter, placeOf } from '@kept/deadlines';
import { type Age, accountBar, ageBandOf } from '@kept/policy';
import type { RightsContext, RightsRegion } from '../context.ts';
import { CannotBeOlder } from '../errors.ts';
import type { KeptRequest, Young } from '../kept-request.ts';
import type { Requests } from '../requests.ts';

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
  const made = await noteOf(region, requests, person, young, rule);
  await context.workflows.begin(region.id, made);
  return made;
}

const noteOf = async (
  region: RightsRegion,
  requests: Requests,
  person: string,
  young: Young,
  rule: Age,
): Promise<KeptRequest> => {
  const { jurisdiction } = await region.subjects.subject(person);
  const due = dueOf(region, jurisdiction, rule);
  return requests.make(person, 'age', { due, about: { young }, firstEntry: region.ledger.size });
};

/**
 * A guardian takes back what kept the account open: a finding that two have looked at already, since they granted it, and that
 * waits for no other yes. Null where nothing was kept open by it.
 */
export async function takenBack(
  { at, requests }: Pick<RightsContext, 'at' | 'requests'>,
  { about, decision }: KeptRequest,
): Promise<{ readonly region: string; readonly made: KeptRequest } | null> {
  const { behalf } = about;
  if (behalf?.wants !== 'withdrawal' || !behalf.of || !decision?.second) return null;
  const { region: id, person } = behalf.of;
  const region = at(id);
  const subject = await region.subjects.subject(person);
  const rule = accountBar(region.program, subject);
  if (rule?.found !== 'erase') return null;
  const { below, clause } = ruleOf(rule);
  const looked = { why: 'guardian', by: decision.by, second: decision.second } as const;
  const young: Young = { band: subject.ageBand, was: subject.ageBand, below, clause, ...looked };
  return { region: id, made: await noteOf(region, requests(id), person, young, rule) };
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
