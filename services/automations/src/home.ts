/** The automations of one home at work. */
import type { Household, Point, Runtime } from '@kept/service-devices';
import { commanded, spaceOf } from '@kept/service-devices';
import { inboxOf } from '@kept/service-inbox';
import { isWithin, livesThere, type Membership } from '@kept/service-spaces';
import { partsOf, type Trigger } from './api/config.ts';
import { allHold, type Circumstances, type Found } from './conditions.ts';
import { type Cause, DEPTH_MAX, type Guard } from './guard.ts';
import type { Begun, Journal, Unfinished } from './journal.ts';
import { admit, MAX } from './modes.ts';
import { type Presence, presenceIn } from './presence.ts';
import type { Rule, Rules } from './rules.ts';
import { type Hands, Run } from './run.ts';
import type { Scenes } from './scenes.ts';
import type { Timers } from './timers.ts';
import { idOf, type Outcome, type Trace } from './trace.ts';
import { type Fact, type Watch, watchOf } from './watch.ts';
import { World } from './world.ts';

export interface Shop {
  readonly runtime: Runtime;
  readonly rules: Rules;
  readonly scenes: Scenes;
  readonly journal: Journal;
  readonly timers: Timers;
  readonly guard: Guard;
  /** Waits for what was begun, so that a test knows when all is done. */
  working(work: Promise<unknown>): void;
  resting(work: Promise<unknown>): void;
}

interface Standing {
  rule: Rule;
  readonly watches: Watch[];
  readonly running: Set<Run>;
  readonly waiting: { run: Run; begin: () => void }[];
}

export class HomeAutomations {
  readonly home: string;
  readonly world = new World();
  readonly #shop: Shop;
  readonly #household: Household;
  readonly #presence: Presence;
  readonly #standing = new Map<string, Standing>();
  readonly #byEntity = new Map<string, Set<Watch>>();
  readonly #byKey = new Map<string, Set<Watch>>();
  readonly #seen = new Set<string>();
  #members = new Map<string, Membership>();
  #names = 0;

  constructor(shop: Shop, household: Household) {
    this.home = household.home;
    this.#shop = shop;
    this.#household = household;
    this.#presence = presenceIn(this.world, (device, space) => {
      const found = household.devices.get(device);
      const own = found && spaceOf(found);
      return own !== undefined && isWithin(own, space);
    });
  }

  #now(): number {
    return this.#shop.runtime.region.clock.now();
  }

  /** Whose grants count now. Whoever is not there any more has nothing that acts for them. */
  async meet(): Promise<void> {
    const all = await this.#shop.runtime.members.of(this.home);
    this.#members = new Map(all.map((each) => [each.person, each]));
    for (const { rule, running } of this.#standing.values())
      if (!this.#members.has(rule.author)) for (const run of running) run.end('cancelled', 'author');
  }

  remember(runs: ReadonlySet<string>): void {
    for (const run of runs) this.#seen.add(run);
  }

  get rules(): readonly Rule[] {
    return [...this.#standing.values()].map(({ rule }) => rule);
  }

  put(rule: Rule): void {
    this.drop(rule.id);
    const standing: Standing = { rule, watches: [], running: new Set(), waiting: [] };
    this.#standing.set(rule.id, standing);
    if (!rule.active) return;
    for (const [index, trigger] of rule.config.triggers.entries())
      standing.watches.push(
        this.#watch(trigger, rule, index, rule.armed, (fact) => this.#shop.working(this.#fired(standing, fact))),
      );
  }

  drop(id: string): void {
    const standing = this.#standing.get(id);
    if (!standing) return;
    this.#standing.delete(id);
    for (const watch of standing.watches) this.#unwatch(watch);
    for (const run of standing.running) run.end('cancelled', 'changed');
    for (const { run, begin } of standing.waiting.splice(0)) {
      run.end('cancelled', 'changed');
      begin();
    }
  }

  #watch(trigger: Trigger, { config, id }: Rule, index: number, since: number, fire: (fact: Fact) => void): Watch {
    const { timers } = this.#shop;
    const ground = { world: this.world, timers, presence: this.#presence, now: () => this.#now() };
    const name = `${id} ${index} ${this.#names++}`;
    const watch = watchOf(trigger, { name, index, config, ground, since, fire });
    for (const entity of watch.entities) enter(this.#byEntity, entity, watch);
    for (const key of watch.keys) enter(this.#byKey, key, watch);
    return watch;
  }

  #unwatch(watch: Watch): void {
    watch.end();
    for (const entity of watch.entities) this.#byEntity.get(entity)?.delete(watch);
    for (const key of watch.keys) this.#byKey.get(key)?.delete(watch);
  }

  hear(device: string, points: readonly Point[]): void {
    for (const point of points) {
      if (point.key === 'command') this.#commanded(device, point);
      const change = this.world.take(device, point);
      if (!change) continue;
      for (const watch of [...(this.#byEntity.get(change.entity) ?? [])]) watch.heard(change);
      for (const watch of [...(this.#byKey.get(point.key) ?? [])]) watch.heard(change);
    }
  }

  /** A person's; those of runs are known. */
  #commanded(device: string, { value }: Point): void {
    const [, id, json] = /^([0-9a-f-]{36}) (\{.*)$/.exec(value) ?? [];
    for (const [, key] of id ? json!.matchAll(/"([\w.:-]{1,80})":/g) : [])
      this.#shop.guard.commanded(`${device}.${key}`, { by: 'person', id: id!, depth: 0 }, this.#now());
  }

  #sees(author: string, entity: string): boolean {
    const device = this.#household.devices.get(partsOf(entity).device);
    const own = this.#members.get(author);
    return device !== undefined && own !== undefined && this.#shop.runtime.members.may(own, 'see', spaceOf(device));
  }

  async #fired(standing: Standing, fact: Fact): Promise<void> {
    const { rule } = standing;
    const run = idOf(fact.at, rule.id, fact.index, fact.entity ?? '', fact.to ?? '');
    if (this.#seen.has(run)) return;
    this.#seen.add(run);
    if (!this.#members.has(rule.author) || (fact.entity && !this.#sees(rule.author, fact.entity))) return;
    const now = this.#now();
    const cause = fact.entity === undefined ? null : this.#shop.guard.behind(fact.entity, now);
    const conditions: Found[] = [];
    const begun: Begun = { run, rule, fact, cause, conditions };
    if (cause && cause.depth >= DEPTH_MAX) return this.#ended(begun, 'held', 'depth');
    if (!this.#shop.guard.lets(rule.id, now)) return this.#ended(begun, 'held', 'rate');
    if (!allHold(rule.config.conditions, this.#circumstances(rule, fact), conditions))
      return this.#ended(begun, 'conditions');
    await this.#admit(standing, begun);
  }

  /** By somebody's hand: conditions are not asked, as in Home Assistant. */
  async trigger(id: string): Promise<string | null> {
    const standing = this.#standing.get(id);
    if (!standing) return null;
    const { rule } = standing;
    const fact: Fact = { index: -1, trigger: 'person', id: 'person', at: this.#now() };
    const run = idOf(fact.at, rule.id, 'person', this.#names++);
    const cause: Cause = { by: 'person', id: rule.author, depth: 0 };
    this.#shop.working(this.#admit(standing, { run, rule, fact, cause, conditions: [] }));
    return run;
  }

  async #admit(standing: Standing, begun: Begun): Promise<void> {
    const { running, waiting } = standing;
    const { mode, max = MAX } = begun.rule.config;
    switch (admit(mode, max, running.size, waiting.length)) {
      case 'ignore':
        return this.#ended(begun, 'mode');
      case 'restart':
        for (const run of running) run.end('cancelled', 'restart');
        running.clear();
        return this.#perform(standing, this.#run(begun));
      case 'start':
        return this.#perform(standing, this.#run(begun));
      case 'queue': {
        const run = this.#run(begun);
        const turn = new Promise<void>((begin) => waiting.push({ run, begin }));
        await run.noteWaiting();
        this.#shop.resting(turn);
        await turn;
        return this.#perform(standing, run);
      }
    }
  }

  #run(begun: Begun, before?: Unfinished): Run {
    const hands: { run?: Run } = {};
    const run = new Run(
      begun,
      this.#shop.journal,
      this.#hands(begun, () => hands.run!),
      before,
    );
    hands.run = run;
    return run;
  }

  /** What an interruption cut short. Answers when it has begun again. */
  resume(unfinished: Unfinished): void {
    const { begun } = unfinished;
    this.#seen.add(begun.run);
    const standing = this.#standing.get(begun.rule.id);
    const run = this.#run(begun, unfinished);
    if (!standing?.rule.active || !this.#members.has(begun.rule.author)) run.end('cancelled', 'changed');
    const there = standing ?? { rule: begun.rule, watches: [], running: new Set<Run>(), waiting: [] };
    if (begun.rule.config.mode === 'queued' && there.running.size > 0) {
      const turn = new Promise<void>((begin) => there.waiting.push({ run, begin }));
      this.#shop.resting(turn);
      this.#shop.working(turn.then(() => this.#perform(there, run)));
    } else this.#shop.working(this.#perform(there, run));
  }

  async #perform({ running, waiting }: Standing, run: Run): Promise<void> {
    running.add(run);
    try {
      const { outcome, reason } = await run.go();
      await this.#ended(run.begun, outcome, reason, run);
    } finally {
      running.delete(run);
      const next = waiting.shift();
      // INVARIANT: counted before anybody else may ask.
      if (next) running.add(next.run);
      next?.begin();
    }
  }

  async #ended({ rule, fact, cause, conditions, run }: Begun, outcome: Outcome, reason?: string, of?: Run) {
    const { id, author, config } = rule;
    const trace: Trace = {
      ...{ run, rule: id, alias: config.alias, author, mode: config.mode, at: fact.at, ended: this.#now() },
      ...{ fact, cause, conditions, steps: of?.steps ?? [], outcome },
      ...(reason !== undefined && { reason }),
      ...(of?.decided && { clause: of.decided.clause, entry: of.decided.index }),
    };
    const people = [...this.#members.values()].filter(({ role }) => livesThere(role)).map(({ person }) => person);
    await this.#shop.journal.end(rule, people, trace, of?.rows ?? []);
  }

  #circumstances(rule: Rule, fact: Fact): Circumstances {
    const { world } = this;
    const sees = (entity: string) => this.#sees(rule.author, entity);
    return { world, now: this.#now(), config: rule.config, trigger: fact.id, sees };
  }

  #hands({ rule, fact, cause, run: id }: Begun, run: () => Run): Hands {
    const { runtime, guard, rules, scenes } = this.#shop;
    const depth = (cause?.by === 'run' ? cause.depth : 0) + 1;
    return {
      now: () => this.#now(),
      counts: async () => this.#members.has(rule.author) && (await rules.isThere(rule)),
      circumstances: () => this.#circumstances(rule, fact),
      command: async (device, values) => {
        for (const key of Object.keys(values))
          guard.commanded(`${device}.${key}`, { by: 'run', id, depth }, this.#now());
        await commanded(runtime, { home: this.home, device, person: rule.author, values, run: id });
      },
      scene: async (scene) => {
        const found = await scenes.find(this.home, scene);
        // Somebody else's would let them act with the grants of the author.
        return found?.author === rule.author ? found.config.states : null;
      },
      notify: (path, message) => this.#notify(rule, fact, idOf(fact.at, id, 'notify', path), message),
      isSo: (device, values, since) =>
        Object.entries(values).every(([key, value]) => this.world.wasSo(`${device}.${key}`, value, since)),
      sleep: (until) => this.#sleep(run(), until),
      waitFor: (triggers, until) => this.#waitFor(run(), triggers, until),
    };
  }

  /** Somebody outside of their hours, or who may not see any more what set it off, hears nothing of it. */
  async #notify({ author, config }: Rule, { entity }: Fact, notice: string, text: string): Promise<string | null> {
    const { members, region } = this.#shop.runtime;
    const own = this.#members.get(author);
    const hears = own !== undefined && members.isOpenNow(own) && (entity === undefined || this.#sees(author, entity));
    if (!hears) return 'SPACES_NOT_GRANTED';
    const said = { home: this.home, notice, from: config.alias, text };
    return (await inboxOf(region).write(author, said)) ? null : 'GATE_REFUSED';
  }

  async #sleep(run: Run, until: number): Promise<boolean> {
    const name = `sleep ${run.begun.run}`;
    const over = new Promise<void>((resolve) => {
      this.#shop.timers.set(name, until, () => resolve());
      run.onEnd(resolve);
    });
    this.#shop.resting(over);
    await over;
    this.#shop.timers.clear(name);
    return !run.over;
  }

  async #waitFor(run: Run, triggers: readonly Trigger[], until: number | null): Promise<Fact | null> {
    const name = `wait ${run.begun.run}`;
    const watches: Watch[] = [];
    const found = new Promise<Fact | null>((resolve) => {
      if (until !== null) this.#shop.timers.set(name, until, () => resolve(null));
      run.onEnd(() => resolve(null));
      for (const [i, each] of triggers.entries())
        watches.push(this.#watch(each, run.begun.rule, i, this.#now(), resolve));
    });
    this.#shop.resting(found);
    const fact = await found;
    this.#shop.timers.clear(name);
    for (const watch of watches) this.#unwatch(watch);
    return fact;
  }
}

function enter(map: Map<string, Set<Watch>>, name: string, watch: Watch): void {
  const there = map.get(name) ?? new Set();
  there.add(watch);
  map.set(name, there);
}
