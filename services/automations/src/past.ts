/** What an automation would have done: its triggers and conditions once more, over what devices told. */
import type { Point } from '@kept/service-devices';
import type { AutomationConfig } from './api/config.ts';
import { allHold, type Found } from './conditions.ts';
import { type Presence, presenceIn } from './presence.ts';
import { Timers } from './timers.ts';
import { type Fact, watchOf } from './watch.ts';
import { World } from './world.ts';

/** One time at which it would have been set off. */
export interface Moment {
  readonly fact: Fact;
  readonly conditions: readonly Found[];
  /** Whether everything was so that has to be. */
  readonly result: boolean;
}

export interface Told {
  readonly device: string;
  readonly point: Point;
}

interface Stretch {
  readonly from: number;
  readonly until: number;
  /** Whether a device stands in a space. */
  stands(device: string, space: string): boolean;
}

const MOMENTS_MAX = 1_000;

/** `told` by age; what was told before `from` is how things were then. Nothing is done. */
export function replay(config: AutomationConfig, told: readonly Told[], { from, until, stands }: Stretch) {
  const clock = { at: from, now: () => clock.at };
  const timers = new Timers(clock, false);
  const world = new World();
  world.caughtUp();
  const presence: Presence = presenceIn(world, stands);
  const moments: Moment[] = [];
  let more = 0;
  for (const { device, point } of told) if (point.at < from) world.take(device, point);
  const fire = (fact: Fact): void => {
    if (moments.length >= MOMENTS_MAX) {
      more++;
      return;
    }
    const conditions: Found[] = [];
    const given = { world, now: clock.at, config, trigger: fact.id, sees: () => true };
    const result = allHold(config.conditions, given, conditions);
    moments.push({ fact, conditions, result });
  };
  const ground = { world, timers, presence, now: clock.now };
  const watches = config.triggers.map((trigger, index) =>
    watchOf(trigger, { name: String(index), index, config, ground, since: from, fire }),
  );
  const advance = (to: number): void => {
    for (let next = timers.next(); next <= to; next = timers.next()) {
      clock.at = next;
      timers.tick();
    }
    clock.at = to;
  };
  for (const { device, point } of told) {
    if (point.at < from || point.at >= until) continue;
    advance(point.at);
    const change = world.take(device, point);
    if (!change) continue;
    for (const watch of watches)
      if (watch.entities.includes(change.entity) || watch.keys.has(point.key)) watch.heard(change);
  }
  advance(until);
  return { moments, more };
}
