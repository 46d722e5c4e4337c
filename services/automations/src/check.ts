/** Whether settings make sense in this home, for this person. Throws what is wrong, with its place. */
import type { Device, Household, Runtime } from '@kept/service-devices';
import { spaceOf } from '@kept/service-devices';
import { type Act, type Membership, NotGranted } from '@kept/service-spaces';
import { type Action, type AutomationConfig, type Condition, partsOf, type Trigger } from './api/config.ts';
import type { SceneConfig } from './api/scenes.ts';
import { Incomplete, NoSuchThing } from './errors.ts';

export interface Home {
  readonly runtime: Runtime;
  readonly household: Household;
  readonly own: Membership;
  /** Ids of the scenes of the person's own in this home. */
  readonly scenes: ReadonlySet<string>;
}

/** Throws AUTOMATIONS_NO_SUCH_THING, AUTOMATIONS_INCOMPLETE, SPACES_NOT_GRANTED. */
export function checkConfig(home: Home, config: AutomationConfig): void {
  for (const [i, trigger] of config.triggers.entries()) checkTrigger(home, trigger, `/triggers/${i}`, config);
  for (const [i, condition] of config.conditions.entries()) checkCondition(home, condition, `/conditions/${i}`, config);
  for (const [i, action] of config.actions.entries()) checkAction(home, action, `/actions/${i}`, config);
}

function device(home: Omit<Home, 'scenes'>, id: string, act: Act, path: string): Device {
  const found = home.household.devices.get(id);
  // What may not be seen is not there.
  if (!found || !home.runtime.members.may(home.own, 'see', spaceOf(found))) throw new NoSuchThing(path);
  if (!home.runtime.members.may(home.own, act, spaceOf(found))) throw new NotGranted();
  return found;
}

function checkTrigger(home: Home, trigger: Trigger, path: string, { place }: AutomationConfig): void {
  if ('entity_id' in trigger) device(home, partsOf(trigger.entity_id).device, 'see', `${path}/entity_id`);
  if (trigger.trigger === 'numeric_state') checkRange(trigger, path);
  if (trigger.trigger === 'sun' && !place) throw new Incomplete('the sun needs a place', '/place');
  if (trigger.trigger === 'presence' && !home.runtime.members.may(home.own, 'see', trigger.space))
    throw new NotGranted();
}

function checkRange({ above, below }: { above?: number | undefined; below?: number | undefined }, path: string): void {
  if (above === undefined && below === undefined) throw new Incomplete('a number needs a bound', `${path}/above`);
  if (above !== undefined && below !== undefined && above >= below)
    throw new Incomplete('no number is above the one and below the other', `${path}/above`);
}

function checkCondition(home: Home, condition: Condition, path: string, config: AutomationConfig): void {
  if ('conditions' in condition) {
    for (const [i, each] of condition.conditions.entries())
      checkCondition(home, each, `${path}/conditions/${i}`, config);
    return;
  }
  if ('entity_id' in condition) device(home, partsOf(condition.entity_id).device, 'see', `${path}/entity_id`);
  if (condition.condition === 'numeric_state') checkRange(condition, path);
  if (condition.condition === 'sun' && !config.place) throw new Incomplete('the sun needs a place', '/place');
}

/** Throws AUTOMATIONS_NO_SUCH_THING, SPACES_NOT_GRANTED. */
export function checkScene(home: Omit<Home, 'scenes'>, { states }: SceneConfig): void {
  for (const [i, state] of states.entries()) checkState(home, state, `/states/${i}`);
}

function checkState(
  home: Omit<Home, 'scenes'>,
  { device_id, data }: SceneConfig['states'][number],
  path: string,
): void {
  const { description } = device(home, device_id, 'control', `${path}/device_id`);
  for (const key of Object.keys(data))
    if (!description.features.some(({ name, settable }) => name === key && settable))
      throw new NoSuchThing(`${path}/data`);
}

function checkAction(home: Home, action: Action, path: string, config: AutomationConfig): void {
  switch (action.action) {
    case 'command':
      checkState(home, action, path);
      return;
    case 'scene':
      // Of the author alone: what somebody else may change would act with their grants.
      if (!home.scenes.has(action.scene_id)) throw new NoSuchThing(`${path}/scene_id`);
      return;
    case 'wait_for_trigger':
      for (const [i, trigger] of action.triggers.entries())
        checkTrigger(home, trigger, `${path}/triggers/${i}`, config);
      return;
    case 'condition':
      checkCondition(home, action.condition, `${path}/condition`, config);
      return;
    case 'choose':
      for (const [i, { conditions, sequence }] of action.choose.entries()) {
        for (const [j, each] of conditions.entries())
          checkCondition(home, each, `${path}/choose/${i}/conditions/${j}`, config);
        for (const [j, each] of sequence.entries())
          checkAction(home, each, `${path}/choose/${i}/sequence/${j}`, config);
      }
      for (const [j, each] of (action.default ?? []).entries()) checkAction(home, each, `${path}/default/${j}`, config);
      return;
    case 'delay':
    case 'notify':
    case 'stop':
      return;
  }
}
