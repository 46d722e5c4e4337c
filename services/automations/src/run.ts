/**
 * One run of an automation. Each step is noted before it is taken; taken up again after an interruption, a run goes the
 * same way by what was noted, and what had been begun last is looked at before it is done once more.
 */
import type { KeptError } from '@kept/kit';
import type { Action, LeafAction, Trigger } from './api/config.ts';
import type { SceneConfig } from './api/scenes.ts';
import { allHold, type Circumstances, type Found, holds } from './conditions.ts';
import type { Begun, Decided, Journal, Noted, Unfinished } from './journal.ts';
import type { Outcome, Step } from './trace.ts';
import type { Fact } from './watch.ts';

/** What a run does to the world. */
export interface Hands {
  now(): number;
  /** Whether the author’s settings are still there, and they still belong to the home. */
  counts(): Promise<boolean>;
  circumstances(): Circumstances;
  command(device: string, values: Readonly<Record<string, string>>): Promise<void>;
  /** What a scene of the author's is now; null where there is none. */
  scene(id: string): Promise<SceneConfig['states'] | null>;
  /** Into the author’s inbox; null, or the code of why they hear nothing of it. */
  notify(path: string, message: string): Promise<string | null>;
  /** Whether the device has said since then that it is so. */
  isSo(device: string, values: Readonly<Record<string, string>>, since: number): boolean;
  /** False where it was ended meanwhile. */
  sleep(until: number): Promise<boolean>;
  /** The first of these to fire; null when the time is over, or it was ended. */
  waitFor(triggers: readonly Trigger[], until: number | null): Promise<Fact | null>;
}

/** Thrown to leave the actions; never seen outside. */
class Leave extends Error {
  readonly outcome: Outcome;
  readonly reason: string | undefined;
  constructor(outcome: Outcome, reason?: string) {
    super(outcome);
    this.outcome = outcome;
    this.reason = reason;
  }
}

/** A gateway that restarts is waited for. */
const AWAY_MS = 30_000;
const AGAIN_MS = 500;

export class Run {
  readonly begun: Begun;
  readonly #journal: Journal;
  readonly #hands: Hands;
  readonly #steps: Step[] = [];
  readonly #before: readonly Noted[];
  #taken = 0;
  #n: number;
  #rows: string[];
  readonly #whenEnded: (() => void)[] = [];
  #ended: { outcome: Outcome; reason: string } | null = null;
  decided: Decided | null = null;

  constructor(begun: Begun, journal: Journal, hands: Hands, before?: Unfinished) {
    this.begun = begun;
    this.#journal = journal;
    this.#hands = hands;
    this.#before = before?.noted ?? [];
    this.#n = before?.rows.length ?? 0;
    this.#rows = [...(before?.rows ?? [])];
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  get rows(): readonly string[] {
    return this.#rows;
  }

  get over(): boolean {
    return this.#ended !== null;
  }

  /** It goes no further than the step that is being taken. */
  end(outcome: Outcome, reason: string): void {
    this.#ended ??= { outcome, reason };
    for (const each of this.#whenEnded.splice(0)) each();
  }

  /** Told when it is ended from outside, at once where it is. */
  onEnd(tell: () => void): void {
    if (this.#ended) tell();
    else this.#whenEnded.push(tell);
  }

  /** That it waits for its turn is on the disk. */
  async noteWaiting(): Promise<void> {
    if (this.#n === 0) await this.#write(null);
  }

  /** Answers how it ended. Throws what keeps it from being noted: then nothing was done that is not. */
  async go(): Promise<{ outcome: Outcome; reason?: string }> {
    try {
      await this.#all(this.begun.rule.config.actions, '');
      return { outcome: 'finished' };
    } catch (error) {
      if (!(error instanceof Leave)) throw error;
      return { outcome: error.outcome, ...(error.reason !== undefined && { reason: error.reason }) };
    }
  }

  async #all(actions: readonly Action[], above: string): Promise<void> {
    for (const [i, action] of actions.entries()) {
      if (this.#ended) throw new Leave(this.#ended.outcome, this.#ended.reason);
      await this.#take(action, `${above}${i}`);
    }
  }

  async #write(noted: Noted | null): Promise<void> {
    const n = this.#n++;
    const { id, decided } = await this.#journal.note(this.begun, n, noted);
    this.decided = decided;
    this.#rows.push(id);
  }

  /** What was noted of this step, and whether it is the one that was cut short. */
  async #note(path: string, value?: () => number): Promise<{ noted: Noted; again: boolean }> {
    const before = this.#before[this.#taken];
    if (before?.path === path) {
      this.#taken++;
      return { noted: before, again: this.#taken === this.#before.length };
    }
    // A scene that was changed meanwhile has other steps than were noted: what is noted of it does not count any more.
    this.#taken = this.#before.length;
    const noted: Noted = { path, at: this.#hands.now(), ...(value && { value: value() }) };
    const [counts] = await Promise.all([this.#hands.counts(), this.#write(noted)]);
    if (!counts) throw new Leave('cancelled', 'author');
    if (this.#ended) throw new Leave(this.#ended.outcome, this.#ended.reason);
    return { noted, again: false };
  }

  /** Whether this step lies behind what was noted before: it was taken to its end. */
  #behind(): boolean {
    return this.#taken < this.#before.length;
  }

  async #take(action: Action, path: string): Promise<void> {
    switch (action.action) {
      case 'choose':
        return this.#choose(action, path);
      case 'command':
        return this.#command(path, 'command', action.device_id, action.data);
      case 'scene':
        return this.#scene(action.scene_id, path);
      case 'delay':
        return this.#delay(action, path);
      case 'wait_for_trigger':
        return this.#wait(action, path);
      case 'condition':
        return this.#condition(action, path);
      case 'notify':
        return this.#notify(action.message, path);
      case 'stop':
        this.#done(path, action.action, action.reason === undefined ? {} : { message: action.reason });
        throw new Leave('stopped', action.reason);
    }
  }

  #done(path: string, action: string, more: Partial<Step> = {}): void {
    this.#steps.push({ path, action, at: this.#hands.now(), result: 'done', ...more });
  }

  async #command(path: string, action: string, device: string, data: Readonly<Record<string, string>>) {
    const code = await this.#commanded(path, action, device, data);
    if (code !== null) throw new Leave('failed', code);
  }

  async #commanded(path: string, action: string, device: string, data: Readonly<Record<string, string>>) {
    const { noted, again } = await this.#note(path);
    const done = this.#behind() || (again && this.#hands.isSo(device, data, noted.at));
    const code = done ? null : await this.#sent(device, data);
    if (code === null) this.#done(path, action, { device, data });
    else this.#steps.push({ path, action, at: this.#hands.now(), result: 'failed', device, data, code });
    return code;
  }

  /** What one device refuses, the others do all the same. */
  async #scene(id: string, path: string): Promise<void> {
    const states = await this.#hands.scene(id);
    if (states === null) {
      this.#steps.push({
        path,
        action: 'scene',
        at: this.#hands.now(),
        result: 'failed',
        code: 'AUTOMATIONS_NO_SCENE',
      });
      throw new Leave('failed', 'AUTOMATIONS_NO_SCENE');
    }
    let failed: string | null = null;
    for (const [i, { device_id, data }] of states.entries()) {
      if (this.#ended) throw new Leave(this.#ended.outcome, this.#ended.reason);
      failed = (await this.#commanded(`${path}/${i}`, 'scene', device_id, data)) ?? failed;
    }
    if (failed !== null) throw new Leave('failed', failed);
  }

  /** Null, or the code of what went wrong. */
  async #sent(device: string, data: Readonly<Record<string, string>>): Promise<string | null> {
    const until = this.#hands.now() + AWAY_MS;
    for (;;) {
      try {
        await this.#hands.command(device, data);
        return null;
      } catch (error) {
        const { code, kind } = error as Partial<KeptError>;
        if (code === undefined) throw error;
        if (kind !== 'unavailable' || this.#hands.now() >= until) return code;
        if (!(await this.#hands.sleep(this.#hands.now() + AGAIN_MS)) || this.#ended) return code;
      }
    }
  }

  /** Written once, however often it is tried: its place in the run names it. */
  async #notify(message: string, path: string): Promise<void> {
    await this.#note(path);
    const code = this.#behind() ? null : await this.#hands.notify(path, message);
    if (code === null) return this.#done(path, 'notify', { message });
    // Whoever hears of nothing is not kept from what else is to be done.
    this.#steps.push({ path, action: 'notify', at: this.#hands.now(), result: 'failed', code });
  }

  async #delay({ delay, action }: LeafAction & { action: 'delay' }, path: string): Promise<void> {
    const { noted } = await this.#note(path, () => this.#hands.now() + delay * 1_000);
    if (!this.#behind()) await this.#hands.sleep(noted.value ?? 0);
    this.#done(path, action);
  }

  async #wait(action: LeafAction & { action: 'wait_for_trigger' }, path: string): Promise<void> {
    const { timeout, continue_on_timeout = true, triggers } = action;
    const { noted } = await this.#note(path, () => (timeout === undefined ? 0 : this.#hands.now() + timeout * 1_000));
    if (this.#behind()) return this.#done(path, action.action);
    const fact = await this.#hands.waitFor(triggers, noted.value ? noted.value : null);
    this.#done(path, action.action, fact ? { message: fact.id } : {});
    if (fact === null && !continue_on_timeout && !this.#ended) throw new Leave('stopped', 'timeout');
  }

  async #condition({ condition }: LeafAction & { action: 'condition' }, path: string): Promise<void> {
    const found: Found[] = [];
    const { noted } = await this.#note(path, () =>
      holds(condition, this.#hands.circumstances(), found, path) ? 1 : 0,
    );
    this.#done(path, 'condition', { conditions: found });
    if (noted.value !== 1) throw new Leave('stopped', 'condition');
  }

  async #choose(action: Action & { action: 'choose' }, path: string): Promise<void> {
    const found: Found[] = [];
    const { noted } = await this.#note(path, () =>
      action.choose.findIndex(({ conditions }, i) =>
        allHold(conditions, this.#hands.circumstances(), found, `${path}/${i}/`),
      ),
    );
    const way = noted.value ?? -1;
    this.#done(path, 'choose', { conditions: found, message: String(way) });
    const sequence = way < 0 ? (action.default ?? []) : action.choose[way]!.sequence;
    await this.#all(sequence, `${path}/${way < 0 ? 'default' : way}/`);
  }
}
