import type { Route } from '@kept/kit';
import { type Household, pastOf, spaceOf, viewsOf } from '@kept/service-devices';
import { isWithin, type Membership, NotGranted } from '@kept/service-spaces';
import { type AutomationConfig, type Condition, type Moment, PAST_SPANS, partsOf, tryAutomation } from './api/index.ts';
import type { Engine } from './engine.ts';
import { at, check, entering, route } from './entering.ts';
import { replay } from './past.ts';
import { PRESENCE_KEYS } from './presence.ts';
import type { AutomationsContext } from './service.ts';

export const pastRoutes: readonly Route<AutomationsContext>[] = [
  route(tryAutomation, async ({ person, params, body: { config: given, span } }, context) => {
    const engine = at(context, person);
    const own = await entering(engine, params.id, person.id);
    const config = given as AutomationConfig;
    await check(engine, own, config);
    const household = await engine.runtime.household(params.id);
    const devices = lookedAt(engine, own, household, config);
    const [view] = viewsOf(own, household);
    if (!view) throw new NotGranted();
    const until = engine.runtime.region.clock.now();
    const from = until - PAST_SPANS[span];
    const told = devices.size === 0 ? [] : await pastOf(engine.runtime, household, view, devices, from);
    const { moments, more } = replay(config, told, { from, until, stands: standsIn(household) });
    const known = told.length === 0 ? null : Math.min(...told.slice(0, 1).map(({ point }) => point.at));
    return { status: 200, body: { from, until, known, moments: moments as Moment[], more } };
  }),
];

const standsIn = (household: Household) => (device: string, space: string) => {
  const found = household.devices.get(device);
  const stands = found && spaceOf(found);
  return stands !== undefined && isWithin(stands, space);
};

/** Whose past it needs. Throws SPACES_NOT_GRANTED where the person may not look at that of one. */
function lookedAt({ runtime }: Engine, own: Membership, household: Household, config: AutomationConfig): Set<string> {
  const named = new Set<string>();
  const look = (entity: string): void => void named.add(partsOf(entity).device);
  for (const trigger of config.triggers) if ('entity_id' in trigger) look(trigger.entity_id);
  for (const condition of config.conditions) eachEntity(condition, look);
  if (config.triggers.some(({ trigger }) => trigger === 'presence'))
    for (const { id, latest } of household.devices.values())
      if ([...latest.keys()].some((key) => PRESENCE_KEYS.has(key))) named.add(id);
  for (const id of named) {
    const device = household.devices.get(id);
    if (!device || !runtime.members.may(own, 'history', spaceOf(device))) throw new NotGranted();
  }
  return named;
}

function eachEntity(condition: Condition, look: (entity: string) => void): void {
  if ('conditions' in condition) for (const each of condition.conditions) eachEntity(each, look);
  else if ('entity_id' in condition) look(condition.entity_id);
}
