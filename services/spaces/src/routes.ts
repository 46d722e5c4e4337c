import { NothingHeld, type Route, routesOf, type SignedIn, uuidv7 } from '@kept/kit';
import {
  changeHome,
  changeMember,
  type Home,
  invite,
  join,
  leaveHome,
  listHomes,
  listMembers,
  type Member,
  makeHome,
  revoke,
} from './api/index.ts';
import { InvitationInvalid, LastOwner } from './errors.ts';
import { read, write } from './invitation.ts';
import { type Members, type Membership, membersOf } from './members.ts';
import { planOf, textOf } from './plan.ts';
import { ACTS, type Scope } from './scope.ts';
import type { SpacesContext } from './service.ts';

const route = routesOf<SpacesContext>();
const at = (context: SpacesContext, person: SignedIn): Members => membersOf(context.at(person.region));

const homes: readonly Route<SpacesContext>[] = [
  route(listHomes, async ({ person }, context) => {
    const members = at(context, person);
    const own = await members.ofPerson(person.id);
    return { status: 200, body: { homes: await Promise.all(own.map((each) => homeOf(members, each))) } };
  }),
  route(makeHome, async ({ person, body }, context) => {
    const members = at(context, person);
    const home = uuidv7(members.region.clock);
    const made = await members.add(person.id, textOf(body), { home, role: 'owner', scope: {} });
    return { status: 201, body: await homeOf(members, made) };
  }),
  route(changeHome, async ({ person, params, body }, context) => {
    const members = at(context, person);
    const own = await members.must(params.id, person.id, 'setup');
    await members.setPlan(params.id, textOf(body));
    return { status: 200, body: await homeOf(members, own) };
  }),
  route(leaveHome, async ({ person, params }, context) => {
    const members = at(context, person);
    const all = await members.of(params.id);
    const own = all.find((each) => each.person === person.id);
    if (!own) throw new NothingHeld();
    const others = all.filter((each) => each !== own);
    const heirs = others.filter(({ role }) => role === 'owner' || role === 'member');
    if (own.role === 'owner' && heirs.length === 0 && others.length > 0) throw new LastOwner();
    await members.change(own, { ended: new Date(members.region.clock.now()) });
    return { status: 204 };
  }),
];

const people: readonly Route<SpacesContext>[] = [
  route(listMembers, async ({ person, params }, context) => {
    const members = at(context, person);
    const all = await members.of(params.id);
    const own = all.find((each) => each.person === person.id);
    if (!own) throw new NothingHeld();
    // Who is let in for a time sees themself, and whoever lives there need not be known to them.
    const seen = own.role === 'guest' || own.role === 'installer' ? [own] : all;
    return { status: 200, body: { members: seen.map((each) => memberOf(members, each, person.id)) } };
  }),
  route(invite, async ({ person, params, body: { role, scope = {} } }, context) => {
    const members = at(context, person);
    await members.must(params.id, person.id, 'people');
    const note = await write(members.region, { home: params.id, inviter: person.id, role, scope });
    return { status: 201, body: note };
  }),
  route(join, async ({ person, body: { code } }, context) => {
    const members = at(context, person);
    return { status: 201, body: await homeOf(members, await comeIn(members, person.id, code)) };
  }),
  route(changeMember, async ({ person, params, body: { scope } }, context) => {
    const members = at(context, person);
    await members.change(await other(members, params, person.id), { scope: scope as never });
    return { status: 204 };
  }),
  route(revoke, async ({ person, params }, context) => {
    const members = at(context, person);
    const gone = await other(members, params, person.id);
    await members.change(gone, { ended: new Date(members.region.clock.now()) });
    return { status: 204 };
  }),
];

export const spacesRoutes: readonly Route<SpacesContext>[] = [...homes, ...people];

/** Somebody else of the home, for those who look after its people. The owner is nobody's to change. */
async function other(members: Members, { id, person }: { id: string; person: string }, me: string) {
  await members.must(id, me, 'people');
  const found = await members.find(id, person);
  if (!found) throw new NothingHeld();
  if (found.role === 'owner') throw new LastOwner();
  return found;
}

/** Throws SPACES_INVITATION_INVALID. */
async function comeIn(members: Members, person: string, code: string): Promise<Membership> {
  const { home, inviter, role, scope, ticket } = await read(members.region, code);
  const all = await members.all(home);
  const host = (await members.of(home)).find((each) => each.person === inviter);
  const known = all.some((each) => each.ticket === ticket || (each.person === person && each.ended === null));
  if (!host || !members.may(host, 'people') || known) throw new InvitationInvalid();
  const text = await members.plan(host);
  // Handed over: whoever was there keeps what was theirs, and none of it comes along.
  const instead = role === 'owner' ? all.filter(({ ended }) => ended === null) : [];
  return members.add(person, text, { home, role, scope: scope as never, inviter, ticket }, instead);
}

async function homeOf(members: Members, own: Membership): Promise<Home> {
  const { name, spaces } = planOf(await members.plan(own));
  const seen = spaces.filter(({ id }) => own.role === 'owner' || mayIn(own.scope, id));
  const acts = ACTS.filter((act) => members.may(own, act) || seen.some(({ id }) => members.may(own, act, id)));
  return { id: own.home, name, role: own.role, acts, spaces: [...seen] };
}

/** What a space stands in is shown along with it. */
const mayIn = ({ spaces }: Scope, id: string): boolean =>
  spaces === undefined || spaces.some((each) => id === each || id.startsWith(`${each}.`) || each.startsWith(`${id}.`));

const memberOf = (members: Members, own: Membership, me: string): Member => ({
  id: own.person,
  role: own.role,
  scope: own.scope as Member['scope'],
  me: own.person === me,
  since: own.since,
  open: members.isOpenNow(own),
});
