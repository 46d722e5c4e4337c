/**
 * Asking for somebody else's data: a relative for one who died (PIPL Art. 49), a guardian for a child (Art. 31). Documents
 * show it, two accounts of staff decide, and what the person wished goes before what is asked.
 */
import { Bug, KeptError, uuidv7 } from '@kept/base';
import type { Sign } from '../certificate.ts';
import { CLOSURE, clearElsewhere, type Erasure } from '../closure.ts';
import type { Named, RightsContext, RightsRegion } from '../context.ts';
import { recordOnce } from '../entries.ts';
import { ClosesAlready, NobodyHeld, WishedOtherwise } from '../errors.ts';
import { clauseOf, grantTo } from '../granted.ts';
import { type Behalf, type Carries, type KeptRequest, newCode } from '../kept-request.ts';
import { CLOSURE_STEPS } from '../kinds.ts';
import type { Requests } from '../requests.ts';
import { type Correcting, correctFor, mayCorrect } from './correcting.ts';
import { doForChild, mayConsent, recordByGuardian } from './for-child.ts';
import { type Asker, allows, readWishes, type Wished } from './wishes.ts';

/** What a request for another is when it is made; whether anything is held is for those who decide alone. */
export async function behalfOf(
  context: RightsContext,
  of: Behalf['of'],
  { as, wants }: Pick<Behalf, 'as' | 'wants'>,
  asker: Asker,
): Promise<Behalf> {
  const wished = of && as === 'relative' ? await wishedOf(context, of, wants, asker) : 'nothing';
  return { as, wants, of, wished };
}

/** What was laid down, held against what is asked; the opening is an entry of the person's ledger. */
async function wishedOf(
  context: RightsContext,
  { person, region }: NonNullable<Behalf['of']>,
  wants: Behalf['wants'],
  asker: Asker,
): Promise<Wished> {
  const wishes = await readWishes(context.wishes(region), { role: 'system' }, person);
  if (!wishes) return 'nothing';
  return allows(wishes, wants, asker) ? 'allows' : 'forbids';
}

/** Whose data a request is about, and where it is: mostly whoever asks. Throws RIGHTS_NOBODY_HELD. */
export function subjectOf(
  context: Pick<RightsContext, 'at'>,
  region: RightsRegion,
  { owner, about }: KeptRequest,
): { region: RightsRegion; person: string } {
  if (!about.behalf) return { region, person: owner };
  if (!about.behalf.of) throw new NobodyHeld();
  return { region: context.at(about.behalf.of.region), person: about.behalf.of.person };
}

/**
 * Throws RIGHTS_NOBODY_HELD, RIGHTS_WISHED_OTHERWISE, RIGHTS_NOT_GRANTED of a yes that lifts nothing; of a correction,
 * KIT_NOT_FOUND and KIT_VALUE_INVALID.
 */
export async function mayGrant(
  { at, letters }: Pick<RightsContext, 'at' | 'letters'>,
  region: RightsRegion,
  request: KeptRequest,
): Promise<void> {
  const { behalf } = request.about;
  if (!behalf) return;
  if (!behalf.of) throw new NobodyHeld();
  if (behalf.wants === 'consent') await mayConsent(at(behalf.of.region), behalf.of.person);
  if (behalf.wants === 'rectification')
    await mayCorrect({ letters }, region, request, { region: at(behalf.of.region), person: behalf.of.person });
  if (behalf.wished === 'forbids') throw new WishedOtherwise(clauseOf(region, request));
}

/** What is needed to do it. */
interface Doing {
  readonly context: Named;
  readonly requests: Requests;
  readonly sign: Sign;
  readonly across?: Pick<RightsContext, 'at' | 'requests' | 'suppression'>;
}

/** Does what two have granted, over the data of the other; harmless when done again. */
export async function carryOutFor(
  doing: Doing & { readonly region: RightsRegion; readonly context: Correcting },
  request: KeptRequest,
  behalf: Behalf,
): Promise<void> {
  const { across, context } = doing;
  if (!across || !behalf.of) throw new Bug('RIGHTS_NO_ACROSS', 'a request for another was granted without the other');
  const { region: id, person } = behalf.of;
  const region = across.at(id);
  if (behalf.wants === 'copy') {
    return recordOnce(region, person, { right: request.kind, request: request.id, stage: 'handed-over' });
  }
  if (behalf.wants === 'erasure') return closeFor({ ...doing, across }, request, { region: id, person });
  if (behalf.wants !== 'rectification') return doForChild(region, person, request, behalf.wants);
  await recordByGuardian(region, person, request);
  return correctFor(context, doing.region, request, { region, person }, across.requests(id).tellings);
}

/** Closes somebody's account as they could have closed it, but for its end; harmless when done again. */
export async function closeFor(
  doing: Doing & { readonly across: NonNullable<Doing['across']> },
  request: KeptRequest,
  of: NonNullable<Behalf['of']>,
): Promise<void> {
  const { region: id, person } = of;
  const region = doing.across.at(id);
  const requests = doing.across.requests(id);
  // First: a closure that no request carries gets a workflow of its own at the next start.
  const carries = await doing.requests.behalf.carry(request.owner, request.id, { region: id, ...named(region) });
  if (!(await requests.isMade(carries.id))) {
    const granted = (await grantTo(region, person, 'closure').catch(unlessGone))?.id;
    const closure = await requests.make(person, 'closure', {
      ...{ due: { at: request.dueAt, zone: request.dueZone }, firstEntry: region.ledger.size, as: carries },
      ...{ language: request.language, ...(granted !== undefined && { granted }) },
    });
    if (closure.id !== carries.id) throw new ClosesAlready();
  }
  const erasure = erasureFor(doing, of, carries);
  if (await requests.finished(carries.id)) return;
  for (const each of CLOSURE_STEPS) if (each !== 'proved') await CLOSURE[each](erasure);
}

/** They closed their account themself meanwhile: nothing of them is left to erase, and that is proved. */
function unlessGone(error: unknown): null {
  if (error instanceof KeptError && error.code === 'SUBJECT_UNKNOWN') return null;
  throw error;
}

const named = ({ id, clock }: RightsRegion) => ({ id: uuidv7(clock), code: newCode(id) });

/** The end of it: other systems, which may be waited for, and the certificate of the closure. */
export async function finishFor(
  doing: Doing,
  { about, carries }: KeptRequest,
  of: Behalf['of'] = about.behalf?.of ?? null,
): Promise<void> {
  if (!carries || !of) return;
  const erasure = erasureFor(doing, of, carries);
  if (await erasure.requests.finished(carries.id)) return;
  await clearElsewhere(erasure);
  await CLOSURE.proved(erasure);
}

function erasureFor(
  { context, across, sign }: Doing,
  { region, person }: NonNullable<Behalf['of']>,
  carries: Pick<Carries, 'id'>,
): Erasure {
  if (!across) throw new Bug('RIGHTS_NO_ACROSS', 'a request for another was granted without the other');
  const at = { region: across.at(region), requests: across.requests(region), suppression: across.suppression };
  return { context, ...at, owner: person, request: carries.id, sign };
}
