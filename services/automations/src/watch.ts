/** Triggers at work: what was told, or a moment that came, and whether it is what one of them waits for. */
import type { AutomationConfig, Trigger } from './api/config.ts';
import { PRESENCE_KEYS, type Presence } from './presence.ts';
import { nextSun, nextTime } from './time.ts';
import type { Timers } from './timers.ts';
import { type Change, type World, within } from './world.ts';

/** That a trigger fired: everything that the trace says of it. */
export interface Fact {
  /** Which of the automation's. */
  readonly index: number;
  readonly trigger: Trigger['trigger'] | 'person';
  /** Its own name, or its number. */
  readonly id: string;
  readonly entity?: string;
  readonly from?: string | null;
  readonly to?: string;
  /** The moment that counts: of the reading, or when the time was due. The same again is the same fact. */
  readonly at: number;
}

export interface Ground {
  readonly world: World;
  readonly timers: Timers;
  readonly presence: Presence;
  now(): number;
}

/** One trigger of one automation. */
export interface Watch {
  /** What it looks at; null for what only waits for a time. */
  readonly entities: readonly string[];
  /** By any device that has one of these. */
  readonly keys: ReadonlySet<string>;
  heard(change: Change): void;
  end(): void;
}

type Config = Pick<AutomationConfig, 'time_zone' | 'place'>;
const NO_KEYS: ReadonlySet<string> = new Set();
/** A moment that passed while nobody was awake still counts for so long. */
const GRACE_MS = 600_000;

interface Setting {
  readonly name: string;
  readonly index: number;
  readonly config: Config;
  readonly ground: Ground;
  /** What was before does not count. */
  readonly since: number;
  readonly fire: (fact: Fact) => void;
}

/** `name` is of this trigger alone. */
export function watchOf(trigger: Trigger, setting: Setting): Watch {
  switch (trigger.trigger) {
    case 'state':
    case 'numeric_state':
      return lasting(trigger, setting);
    case 'event':
      return event(trigger, setting);
    case 'presence':
      return present(trigger, setting);
    case 'time':
    case 'sun':
      return moments(trigger, setting);
  }
}

const named = ({ trigger, id }: Trigger, { index }: Setting) => ({ index, trigger, id: id ?? String(index) });

/** Becomes so, and with `for` stays so. */
function lasting(trigger: Trigger & { trigger: 'state' | 'numeric_state' }, setting: Setting): Watch {
  const { name, ground, since, fire } = setting;
  const { entity_id: entity, for: seconds } = trigger;
  const becomes = ({ from, to }: Change): boolean => {
    if (from === null || from === to) return false;
    if (trigger.trigger === 'numeric_state') return within(to, trigger) && !within(from, trigger);
    return (trigger.from ?? from) === from && (trigger.to ?? to) === to;
  };
  const remains = ({ from, to }: Change): boolean =>
    trigger.trigger === 'numeric_state' ? within(to, trigger) : from === to;
  return {
    entities: [entity],
    keys: NO_KEYS,
    heard(change) {
      const fact: Fact = { ...named(trigger, setting), entity, from: change.from, to: change.to, at: change.at };
      const fires = becomes(change) && change.at >= since;
      if (seconds === undefined) {
        if (fires) fire(fact);
        return;
      }
      if (fires) ground.timers.set(name, change.at + seconds * 1_000, (at) => fire({ ...fact, at }));
      else if (!remains(change)) ground.timers.clear(name);
    },
    end: () => ground.timers.clear(name),
  };
}

function event(trigger: Trigger & { trigger: 'event' }, setting: Setting): Watch {
  const { entity_id: entity, event_type } = trigger;
  return {
    entities: [entity],
    keys: NO_KEYS,
    heard({ from, to, at }) {
      if (to === '' || at < setting.since || (event_type ?? to) !== to) return;
      setting.fire({ ...named(trigger, setting), entity, from, to, at });
    },
    end: () => {},
  };
}

function present(trigger: Trigger & { trigger: 'presence' }, setting: Setting): Watch {
  const { name, ground, since, fire } = setting;
  const wanted = trigger.event === 'enter';
  let before = ground.presence.isThere(trigger.space);
  return {
    entities: [],
    keys: PRESENCE_KEYS,
    heard({ entity, at }) {
      const now = ground.presence.isThere(trigger.space);
      const changed = before !== null && now !== null && now !== before;
      before = now;
      if (!changed) return;
      ground.timers.clear(name);
      if (now !== wanted || at < since) return;
      const fact: Fact = { ...named(trigger, setting), entity, to: String(now), at };
      if (trigger.for === undefined) fire(fact);
      else ground.timers.set(name, at + trigger.for * 1_000, (due) => fire({ ...fact, at: due }));
    },
    end: () => ground.timers.clear(name),
  };
}

function moments(trigger: Trigger & { trigger: 'time' | 'sun' }, setting: Setting): Watch {
  const { name, ground, since, config, fire } = setting;
  const next = (after: number): number | null => {
    if (trigger.trigger === 'time') return nextTime(trigger.at, config.time_zone, after, trigger.weekday);
    return config.place ? nextSun(trigger.event, config.place, after, trigger.offset) : null;
  };
  const wait = (after: number): void => {
    const due = next(after);
    if (due === null) return;
    ground.timers.set(name, due, (at) => {
      wait(at);
      fire({ ...named(trigger, setting), at });
    });
  };
  wait(Math.max(since, ground.now() - GRACE_MS));
  return { entities: [], keys: NO_KEYS, heard: () => {}, end: () => ground.timers.clear(name) };
}
