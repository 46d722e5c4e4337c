/**
 * The automations of one region at work in this process.
 *
 *     reading, durable → heard → trigger → conditions → mode → step noted → done → … → trace, for everybody it tells of
 *
 * What was told shortly before an interruption is gone through again at the start. A run is named by its automation and
 * what set it off, so that the same is never run twice.
 */
import { onCorrection, type Region } from '@kept/kit';
import { type News, type Runtime, recentOf, runtimeOf } from '@kept/service-devices';
import type { AutomationConfig } from './api/config.ts';
import { Guard } from './guard.ts';
import { HomeAutomations, type Shop } from './home.ts';
import { Journal } from './journal.ts';
import { type Rule, Rules, textOf } from './rules.ts';
import { Scenes } from './scenes.ts';
import type { Repositories } from './service.ts';
import { Settings } from './settings.ts';
import { Timers } from './timers.ts';

/** What was told so long before the newest may not have been heard to its end. */
const AGAIN_MS = 60_000;
const SWEEP_MS = 60_000;

/** The automations of one region at work. */
export class Engine {
  readonly runtime: Runtime;
  readonly repositories: Repositories;
  readonly rules: Rules;
  readonly scenes: Scenes;
  readonly timers: Timers;
  readonly journal: Journal;
  readonly #shop: Shop;
  readonly #homes = new Map<string, Promise<HomeAutomations>>();
  readonly #open = new Map<string, HomeAutomations>();
  /** Heard while a home is being opened. */
  readonly #meanwhile = new Map<string, News[]>();
  readonly #leave: (() => void)[] = [];
  #busy = 0;
  #idle: (() => void)[] = [];

  constructor(region: Region, repositories: Repositories) {
    this.runtime = runtimeOf(region);
    this.repositories = repositories;
    const settings = new Settings(region, repositories);
    this.rules = new Rules(settings);
    this.scenes = new Scenes(settings);
    this.timers = new Timers(region.clock);
    this.journal = new Journal(region, repositories);
    this.#shop = {
      ...{ runtime: this.runtime, rules: this.rules, scenes: this.scenes, journal: this.journal },
      ...{ timers: this.timers, guard: new Guard() },
      working: (work) => this.#work(work),
      resting: (rest) => this.#rest(rest),
    };
  }

  /** Takes up what was cut short, and acts from now on. */
  async begin(): Promise<void> {
    this.timers.begin();
    this.#leave.push(this.runtime.live.hear((news) => this.#hear(news)));
    this.#leave.push(
      this.runtime.members.watch(async (home) => {
        await (await this.#homes.get(home))?.meet();
      }),
    );
    const renew = (home: string): Promise<void> => this.rules.renew(home);
    this.runtime.renewers.add(renew);
    this.#leave.push(() => this.runtime.renewers.delete(renew));
    this.#leave.push(
      onCorrection(this.runtime.region, async ({ service, resource, owner }) => {
        if (service === 'automations' && resource === 'settings') await this.corrected(owner);
      }),
    );
    const rules = await this.rules.automations();
    const unfinished = await this.journal.unfinished();
    const homes = new Set([...rules.map(({ home }) => home), ...unfinished.map(({ begun }) => begun.rule.home)]);
    for (const home of homes)
      await this.#home(
        home,
        rules.filter((rule) => rule.home === home),
      );
    for (const each of unfinished) (await this.#home(each.begun.rule.home)).resume(each);
    this.#sweeping();
  }

  #sweeping(): void {
    this.timers.set('sweep', this.runtime.region.clock.now() + SWEEP_MS, () => {
      this.#work(this.journal.sweep());
      this.#sweeping();
    });
  }

  async end(): Promise<void> {
    for (const leave of this.#leave.splice(0)) leave();
    this.timers.end();
    await this.settled();
    this.#homes.clear();
    this.#open.clear();
  }

  /** The home at work; opened by the first of its automations. */
  #home(home: string, rules: readonly Rule[] = []): Promise<HomeAutomations> {
    const there = this.#homes.get(home);
    if (there) return there;
    this.#meanwhile.set(home, []);
    const made = this.#opened(home, rules);
    this.#homes.set(home, made);
    made.catch(() => {
      this.#homes.delete(home);
      this.#meanwhile.delete(home);
    });
    return made;
  }

  async #opened(home: string, rules: readonly Rule[]): Promise<HomeAutomations> {
    const household = await this.runtime.household(home);
    const made = new HomeAutomations(this.#shop, household);
    await made.meet();
    const since = this.runtime.region.clock.now() - AGAIN_MS - longestFor(rules);
    const recent = [...(await recentOf(this.runtime, household, since))].flatMap(([device, points]) =>
      points.map((point) => ({ device, point })),
    );
    made.remember(await this.journal.known(home, since - AGAIN_MS));
    const again = recent.filter(({ point }) => point.at >= since);
    for (const { device, point } of recent) if (point.at < since) made.hear(device, [point]);
    for (const rule of rules) made.put(rule);
    for (const { device, point } of again.toSorted((a, b) => a.point.at - b.point.at)) made.hear(device, [point]);
    made.world.caughtUp();
    for (const { device, points } of this.#meanwhile.get(home) ?? []) made.hear(device, points);
    this.#meanwhile.delete(home);
    this.#open.set(home, made);
    this.timers.tick();
    return made;
  }

  #hear(news: News): void {
    const home = this.#open.get(news.home);
    if (home) home.hear(news.device, news.points);
    else this.#meanwhile.get(news.home)?.push(news);
  }

  async of(home: string): Promise<readonly Rule[]> {
    return (await this.#homes.get(home))?.rules ?? [];
  }

  async find(home: string, id: string): Promise<Rule | undefined> {
    return (await this.of(home)).find((rule) => rule.id === id);
  }

  async put(rule: Omit<Rule, 'armed'>): Promise<Rule> {
    const saved = await this.rules.save(rule);
    (await this.#home(rule.home)).put(saved);
    return saved;
  }

  /** What somebody has corrected in their data is so from now on; what is no automation any more is none. */
  async corrected(author: string): Promise<void> {
    const now = new Map((await this.rules.ofPerson(author)).map((rule) => [rule.id, rule]));
    for (const home of this.#open.values())
      for (const rule of home.rules.filter((each) => each.author === author)) {
        const next = now.get(rule.id);
        if (next && textOf(next.config) === textOf(rule.config)) continue;
        if (next) home.put({ ...next, armed: await this.rules.turn(next, next.active) });
        else home.drop(rule.id);
        now.delete(rule.id);
      }
    // One that was none before, and has been made one again.
    for (const rule of now.values()) {
      const home = await this.#home(rule.home);
      if (!home.rules.some(({ id }) => id === rule.id)) home.put(rule);
    }
  }

  async turn(rule: Rule, active: boolean): Promise<void> {
    const armed = await this.rules.turn(rule, active);
    (await this.#home(rule.home)).put({ ...rule, active, armed });
  }

  async remove(rule: Rule): Promise<void> {
    (await this.#home(rule.home)).drop(rule.id);
    await this.rules.remove(rule);
  }

  async trigger(rule: Rule): Promise<string | null> {
    return (await this.#home(rule.home)).trigger(rule.id);
  }

  #work(work: Promise<unknown>): void {
    this.#busy++;
    void work
      // What could not be noted was not done; what is noted is taken up again at the next start.
      .catch(() => {})
      .finally(() => this.#done());
  }

  /** Something that waits for a later moment, or for somebody: until then it is not at work. */
  #rest(rest: Promise<unknown>): void {
    this.#done();
    void rest.finally(() => {
      this.#busy++;
    });
  }

  #done(): void {
    this.#busy--;
    if (this.#busy === 0) for (const tell of this.#idle.splice(0)) tell();
  }

  /** When everything that can be done at this moment is done. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#busy > 0) await new Promise<void>((tell) => this.#idle.push(tell));
  }
}

const longestFor = (rules: readonly Rule[]): number =>
  Math.max(0, ...rules.flatMap(({ config }: { config: AutomationConfig }) => config.triggers.map(secondsOf))) * 1_000;

const secondsOf = (trigger: AutomationConfig['triggers'][number]): number => ('for' in trigger && trigger.for) || 0;
