/** Who may do what with automations and scenes of a home: every role by every act, allowed and refused. */
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { beforeAll, expect, test } from 'vitest';
import { addGateway, connect, type Device, devicesOf, letIn, newHome, send, synthetic } from './people.ts';

const ROLES = ['owner', 'member', 'child', 'guest', 'installer'] as const;
type Role = (typeof ROLES)[number];

let kept: TestHouse;
let home: string;
let people: Record<Role, Person>;
let devices: Record<string, Device>;
/** Of the owner, and of a member: so that each role has one that is somebody else’s. */
let theirs: Record<'owner' | 'member', { automation: string; scene: string }>;

const entity = () => `${devices['hall/door']!.id}.contact`;
const light = () => ({ action: 'command', device_id: devices['kitchen/lamp']!.id, data: { state: 'ON' } });
const config = (action: object) => ({
  ...{ alias: 'A', time_zone: 'UTC', mode: 'single', conditions: [], actions: [action] },
  triggers: [{ trigger: 'state', entity_id: entity(), to: 'open' }],
});
const note = { action: 'notify', message: 'Open' };
const scene = () => ({ name: 'S', states: [{ device_id: light().device_id, data: { state: 'ON' } }] });
const FILE = `{alias: F, triggers: {trigger: time, at: "07:00"}, actions: [{action: switch.turn_on, target: {entity_id: switch.kitchen_lamp}}]}`;

beforeAll(async () => {
  kept = await testHouse();
  const all = await Promise.all(ROLES.map(async (role) => [role, await kept.person()] as const));
  people = Object.fromEntries(all) as Record<Role, Person>;
  home = await newHome(people.owner);
  for (const role of ROLES.slice(1)) await letIn(home, people.owner, people[role], role);
  await send(await connect(kept, await addGateway(home, people.owner)), synthetic());
  devices = Object.fromEntries((await devicesOf(home, people.owner)).map((each) => [each.name, each]));
  const make = async ({ visitor }: Person) => ({
    automation: (await visitor.must<{ id: string }>(201, 'POST', `/api/homes/${home}/automations`, config(note))).id,
    scene: (await visitor.must<{ id: string }>(201, 'POST', `/api/homes/${home}/scenes`, scene())).id,
  });
  theirs = { owner: await make(people.owner), member: await make(people.member) };
}, 240_000);

type Call = readonly [method: string, path: string, body?: object];
/** What each role is answered, in the order of ROLES. */
const ACTS: Readonly<
  Record<string, { readonly call: (own: string, other: typeof theirs.owner) => Call; readonly is: readonly number[] }>
> = {
  'list them': { call: () => ['GET', '/automations'], is: [200, 200, 200, 200, 200] },
  'make one that notes': { call: () => ['POST', '/automations', config(note)], is: [201, 201, 201, 201, 201] },
  'make one that moves': { call: () => ['POST', '/automations', config(light())], is: [201, 201, 201, 201, 403] },
  'change their own': { call: (own) => ['PUT', `/automations/${own}`, config(note)], is: [200, 200, 200, 200, 200] },
  'run their own': { call: (own) => ['POST', `/automations/${own}/runs`], is: [202, 202, 202, 202, 202] },
  'see what their own did': { call: (own) => ['GET', `/automations/${own}/traces`], is: [200, 200, 200, 200, 200] },
  'stop their own': {
    call: (own) => ['PATCH', `/automations/${own}`, { active: false }],
    is: [204, 204, 204, 204, 204],
  },
  'let their own act': {
    call: (own) => ['PATCH', `/automations/${own}`, { active: true }],
    is: [204, 204, 204, 204, 204],
  },
  'change another’s': {
    call: (_, { automation }) => ['PUT', `/automations/${automation}`, config(note)],
    is: [403, 403, 403, 404, 404],
  },
  'run another’s': {
    call: (_, { automation }) => ['POST', `/automations/${automation}/runs`],
    is: [403, 403, 403, 404, 404],
  },
  'remove another’s': {
    call: (_, { automation }) => ['DELETE', `/automations/${automation}`],
    is: [403, 403, 403, 404, 404],
  },
  'let another’s act': {
    call: (_, { automation }) => ['PATCH', `/automations/${automation}`, { active: true }],
    is: [403, 403, 403, 404, 404],
  },
  'stop another’s': {
    call: (_, { automation }) => ['PATCH', `/automations/${automation}`, { active: false }],
    is: [204, 204, 403, 404, 404],
  },
  'see what another’s did': {
    call: (_, { automation }) => ['GET', `/automations/${automation}/traces`],
    is: [200, 200, 403, 404, 404],
  },
  'try over the past': {
    call: () => ['POST', '/automations/past', { config: config(note), span: 'day' }],
    is: [200, 200, 403, 200, 403],
  },
  'list scenes': { call: () => ['GET', '/scenes'], is: [200, 200, 200, 200, 200] },
  'make a scene': { call: () => ['POST', '/scenes', scene()], is: [201, 201, 201, 201, 403] },
  'change another’s scene': {
    call: (_, other) => ['PUT', `/scenes/${other.scene}`, scene()],
    is: [403, 403, 403, 404, 404],
  },
  'remove another’s scene': { call: (_, other) => ['DELETE', `/scenes/${other.scene}`], is: [403, 403, 403, 404, 404] },
  'bring about another’s scene': {
    call: (_, other) => ['POST', `/scenes/${other.scene}/runs`],
    is: [200, 200, 200, 404, 404],
  },
  'write theirs out': { call: () => ['GET', '/automations/export'], is: [200, 200, 200, 200, 200] },
  'bring some in': {
    call: () => [
      'POST',
      '/automations/imports',
      { format: 'home-assistant', text: FILE, time_zone: 'UTC', keep: true },
    ],
    is: [200, 200, 200, 200, 200],
  },
};

test.each(ROLES)('%s', async (role) => {
  const { visitor } = people[role];
  const base = `/api/homes/${home}`;
  const { id: own } = await visitor.must<{ id: string }>(201, 'POST', `${base}/automations`, config(note));
  const answered: Record<string, number> = {};
  for (const [name, { call }] of Object.entries(ACTS)) {
    const [method, path, body] = call(own, theirs[role === 'owner' ? 'member' : 'owner']);
    const answer = await visitor.call<{ automations?: { id: string | null }[] }>(
      method as 'GET',
      `${base}${path}`,
      body,
    );
    answered[name] = answer.status;
    // What may not be moved is read, and not kept.
    if (name === 'bring some in') expect(answer.body.automations?.[0]?.id !== null).toBe(role !== 'installer');
    if (name === 'list them') {
      const seen = answer.body.automations!.some(({ id }) => id === theirs.owner.automation);
      expect(seen).toBe(role !== 'guest' && role !== 'installer');
    }
  }
  const place = ROLES.indexOf(role);
  expect(answered).toEqual(Object.fromEntries(Object.entries(ACTS).map(([name, { is }]) => [name, is[place]])));
});

test('and whoever has been let go may nothing at all', async () => {
  const { visitor, id } = people.guest;
  const base = `/api/homes/${home}`;
  const { automations } = await visitor.must<{ automations: { id: string }[] }>(200, 'GET', `${base}/automations`);
  await people.owner.visitor.must(204, 'DELETE', `${base}/members/${id}`);
  for (const [name, { call }] of Object.entries(ACTS)) {
    const [method, path, body] = call(automations[0]!.id, theirs.owner);
    expect([name, (await visitor.call(method as 'GET', `${base}${path}`, body)).status]).toEqual([name, 404]);
  }
});
