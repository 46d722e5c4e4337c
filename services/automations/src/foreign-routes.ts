import type { KeptError, Route } from '@kept/kit';
import { spaceOf } from '@kept/service-devices';
import type { Membership } from '@kept/service-spaces';
import { type Automation, type AutomationConfig, exportAutomations, importAutomations } from './api/index.ts';
import { checkConfig } from './check.ts';
import type { Engine } from './engine.ts';
import { at, entering, roomFor, route } from './entering.ts';
import { readForeign, written } from './foreign/index.ts';
import type { AutomationsContext } from './service.ts';

export const foreignRoutes: readonly Route<AutomationsContext>[] = [
  route(importAutomations, async ({ person, params, body: { keep, ...given } }, context) => {
    const engine = at(context, person);
    const own = await entering(engine, params.id, person.id);
    const home = await homeOf(engine, own);
    const accepts = (config: AutomationConfig) => codeOf(() => checkConfig(home, config));
    const known = {
      // What somebody may not see has no name for them.
      devices: [...home.household.devices.values()].filter((each) =>
        engine.runtime.members.may(own, 'see', spaceOf(each)),
      ),
      scenes: home.mine.map(({ id, config: { name } }) => ({ id, name })),
    };
    const { automations, ...rest } = readForeign(given, known, accepts);
    const whole = automations.filter(({ config }) => config !== null);
    if (keep) roomFor(whole.length, await engine.of(params.id), person.id);
    const told = [];
    for (const each of automations) {
      const rule = { id: engine.rules.newId(), home: params.id, author: person.id, active: true };
      const kept = keep && each.config !== null ? await engine.put({ ...rule, config: each.config }) : null;
      told.push({ ...each, config: each.config as Automation['config'] | null, id: kept?.id ?? null });
    }
    return { status: 200, body: { automations: told, ...rest, unknown: [...rest.unknown], inputs: [...rest.inputs] } };
  }),
  route(exportAutomations, async ({ person, params }, context) => {
    const engine = at(context, person);
    const own = await entering(engine, params.id, person.id);
    const { household, mine: set } = await homeOf(engine, own);
    const mine = (await engine.of(params.id)).filter(({ author }) => author === person.id);
    const seen = [...household.devices].filter(([, each]) => engine.runtime.members.may(own, 'see', spaceOf(each)));
    const scenes = new Map(set.map(({ id, config: { name } }) => [id, name]));
    return { status: 200, body: written(mine, { devices: new Map(seen), scenes }) };
  }),
];

async function homeOf({ runtime, scenes }: Engine, own: Membership) {
  const household = await runtime.household(own.home);
  const mine = (await scenes.of(own.home)).filter(({ author }) => author === own.person);
  return { runtime, household, own, mine, scenes: new Set(mine.map(({ id }) => id)) };
}

function codeOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    const { code } = error as Partial<KeptError>;
    if (code === undefined) throw error;
    return code;
  }
}
