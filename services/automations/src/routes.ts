import { NothingHeld, type Route } from '@kept/kit';
import { NotGranted } from '@kept/service-spaces';
import {
  type Automation,
  type AutomationConfig,
  changeAutomation,
  listAutomations,
  listTraces,
  makeAutomation,
  removeAutomation,
  runAutomation,
  type Trace as Shown,
  turnAutomation,
} from './api/index.ts';
import type { Engine } from './engine.ts';
import { at, check, entering, isSeen, roomFor, route } from './entering.ts';
import { foreignRoutes } from './foreign-routes.ts';
import { pastRoutes } from './past-routes.ts';
import type { Rule } from './rules.ts';
import { sceneRoutes } from './scene-routes.ts';
import type { AutomationsContext } from './service.ts';
import { tracesOf } from './traces.ts';

const setting: readonly Route<AutomationsContext>[] = [
  route(listAutomations, async ({ person, params }, context) => {
    const engine = at(context, person);
    const own = await entering(engine, params.id, person.id);
    const seen = (await engine.of(params.id)).filter((rule) => isSeen(rule, own));
    return { status: 200, body: { automations: seen.map((rule) => shown(rule, person.id)) } };
  }),
  route(makeAutomation, async ({ person, params, body }, context) => {
    const engine = at(context, person);
    const own = await entering(engine, params.id, person.id);
    await check(engine, own, body as AutomationConfig);
    roomFor(1, await engine.of(params.id), person.id);
    const rule = { id: engine.rules.newId(), home: params.id, author: person.id, active: true };
    const saved = await engine.put({ ...rule, config: body as AutomationConfig });
    return { status: 201, body: shown(saved, person.id) };
  }),
  route(changeAutomation, async ({ person, params, body }, context) => {
    const engine = at(context, person);
    const { own, rule } = await mine(engine, params, person.id);
    await check(engine, own, body as AutomationConfig);
    const saved = await engine.put({ ...rule, config: body as AutomationConfig });
    return { status: 200, body: shown(saved, person.id) };
  }),
  route(turnAutomation, async ({ person, params, body: { active } }, context) => {
    const engine = at(context, person);
    const { own, rule } = await reach(engine, params, person.id);
    // Whoever looks after the home may stop what others have set up; to let it act again is for its author.
    const may = rule.author === person.id || (!active && engine.runtime.members.may(own, 'setup'));
    if (!may) throw new NotGranted();
    await engine.turn(rule, active);
    return { status: 204 };
  }),
  route(removeAutomation, async ({ person, params }, context) => {
    const engine = at(context, person);
    const { rule } = await mine(engine, params, person.id);
    await engine.remove(rule);
    return { status: 204 };
  }),
];

const doing: readonly Route<AutomationsContext>[] = [
  route(runAutomation, async ({ person, params }, context) => {
    const engine = at(context, person);
    const { own, rule } = await mine(engine, params, person.id);
    if (!engine.runtime.members.isOpenNow(own)) throw new NotGranted();
    const run = await engine.trigger(rule);
    if (run === null) throw new NothingHeld();
    return { status: 202, body: { run } };
  }),
  route(listTraces, async ({ person, params, query: { before } }, context) => {
    const engine = at(context, person);
    const { own, rule } = await reach(engine, params, person.id);
    if (rule.author !== person.id && !engine.runtime.members.may(own, 'history')) throw new NotGranted();
    const traces = await tracesOf(engine.repositories, person.id, params.automation, before);
    return { status: 200, body: { traces: traces as Shown[] } };
  }),
];

export const automationsRoutes: readonly Route<AutomationsContext>[] = [
  ...setting,
  ...doing,
  ...sceneRoutes,
  ...foreignRoutes,
  ...pastRoutes,
];

interface Params {
  readonly id: string;
  readonly automation: string;
}

async function reach(engine: Engine, { id, automation }: Params, person: string) {
  const own = await entering(engine, id, person);
  const rule = await engine.find(id, automation);
  if (!rule || !isSeen(rule, own)) throw new NothingHeld();
  return { own, rule };
}

/** To change what acts with somebody’s grants would be to act with them. */
async function mine(engine: Engine, params: Params, person: string) {
  const found = await reach(engine, params, person);
  if (found.rule.author !== person) throw new NotGranted();
  return found;
}

const shown = ({ id, author, active, config }: Rule, me: string): Automation => ({
  ...{ id, mine: author === me, active },
  config: config as Automation['config'],
});
