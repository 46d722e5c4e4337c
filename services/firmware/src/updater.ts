/** Firmware of the homes of a region: what gateways say of it, and the rollouts that are under way. */
import { openService, type Region, uuidv7 } from '@kept/kit';
import {
  type FirmwareNews,
  type Runtime,
  reach,
  refusedIsNothing,
  runtimeOf,
  sent,
  type UpdateState,
} from '@kept/service-devices';
import { dueOf, halted, type Item, isHalted, isOver, itemsOf, type State, textOf, withState } from './rollout.ts';
import { type Repositories, served } from './service.ts';

const SERVICE = { role: 'service' } as const;
const CHECK_MS = 60_000;
/** An image of a megabyte takes a Zigbee device ten minutes; who says nothing for so long has failed. */
export const SILENT_MS = 3_600_000;

export interface Rollout {
  readonly id: string;
  readonly home: string;
  /** Whose grants it goes on with. */
  readonly by: string;
  readonly at: number;
  items: readonly Item[];
}

const opened = new WeakMap<object, Updater>();

/** Of a region; the same for whoever asks. */
export function updaterOf(region: Region): Updater {
  const there = opened.get(region.vault);
  if (there) return there;
  const made = newUpdater(region);
  opened.set(region.vault, made);
  return made;
}

/** As a process that begins has it. */
export function newUpdater(region: Region): Updater {
  const { rollouts } = openService(served, region).place.resources as unknown as Repositories;
  return new Updater(region, rollouts);
}

export class Updater {
  readonly runtime: Runtime;
  /** By device, as its gateway last said in this process. */
  readonly states = new Map<string, UpdateState>();
  readonly #rows: Repositories['rollouts'];
  readonly #under = new Map<string, Rollout>();
  /** By device: when it was last heard of, and whether it has begun. */
  readonly #heard = new Map<string, { at: number; begun: boolean }>();
  readonly #listener = (news: FirmwareNews): void => this.#hear(news);
  #turn: Promise<unknown> = Promise.resolve();

  constructor(region: Region, rows: Repositories['rollouts']) {
    this.runtime = runtimeOf(region);
    this.#rows = rows;
    this.runtime.firmwareListeners.add(this.#listener);
  }

  /** Takes up what was under way: nothing that was sent is sent again. Answers how it ends. */
  async begin(): Promise<() => Promise<void>> {
    for (const { owner, id } of await this.#rows.having('state', 'under way')) {
      const rollout = await this.#read(owner, id);
      if (rollout) this.#under.set(id, rollout);
    }
    const timer = setInterval(() => void this.look(), CHECK_MS);
    timer.unref();
    void this.look();
    return async () => {
      clearInterval(timer);
      this.runtime.firmwareListeners.delete(this.#listener);
      await this.settled();
    };
  }

  settled(): Promise<unknown> {
    return this.#turn;
  }

  /** One after the other; what fails is looked at again with the next look. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work).catch(() => {});
    this.#turn = turn;
    return turn;
  }

  /** All that is under way: sends what is due, gives up on what is silent. */
  look(): Promise<void> {
    return this.#inTurn(async () => {
      const now = this.runtime.region.clock.now();
      for (const rollout of [...this.#under.values()]) {
        for (const { device, state } of rollout.items)
          if (state === 'sent' && now - this.#last(device, now).at > SILENT_MS)
            await this.#end(rollout, device, 'failed');
        await this.#advance(rollout);
      }
    });
  }

  #last(device: string, now: number): { at: number; begun: boolean } {
    const last = this.#heard.get(device) ?? { at: now, begun: false };
    this.#heard.set(device, last);
    return last;
  }

  #hear({ home, device, update, answer }: FirmwareNews): void {
    if (update) this.states.set(device, update);
    const rollout = [...this.#under.values()].find(
      (each) => each.home === home && each.items.some((item) => item.device === device && item.state === 'sent'),
    );
    if (!rollout) return;
    const last = this.#last(device, 0);
    last.at = this.runtime.region.clock.now();
    if (update?.state === 'updating' || (answer?.act === 'update' && answer.ok)) last.begun = true;
    if (answer?.act === 'update' && !answer.ok) void this.#inTurn(() => this.#end(rollout, device, 'failed'));
    const state = update ?? this.states.get(device);
    if (!state || state.state === 'updating' || state.installed === null) return;
    const { promised } = rollout.items.find((item) => item.device === device)!;
    // Before it has begun, what it runs is what it ran.
    if (state.installed === promised) void this.#inTurn(() => this.#end(rollout, device, 'done'));
    else if (update && last.begun) void this.#inTurn(() => this.#lied(rollout, device, promised, state.installed!));
  }

  /** What it runs now is not what was promised: in the log of the device. */
  async #lied(rollout: Rollout, device: string, promised: number, told: number): Promise<void> {
    if (rollout.items.find((item) => item.device === device)?.state !== 'sent') return;
    const household = await this.runtime.household(rollout.home);
    const value = `firmware promised ${promised}, runs ${told}`;
    const points = [{ at: this.runtime.region.clock.now(), key: 'fault', value }];
    if (household.devices.has(device)) await this.runtime.report({ household, device, points });
    await this.#end(rollout, device, 'lied');
  }

  async #end(rollout: Rollout, device: string, state: State): Promise<void> {
    if (rollout.items.find((item) => item.device === device)?.state !== 'sent') return;
    this.#heard.delete(device);
    await this.#keep(rollout, withState(rollout.items, device, state));
    await this.#advance(rollout);
  }

  async #advance(rollout: Rollout): Promise<void> {
    if (isHalted(rollout.items)) await this.#keep(rollout, halted(rollout.items));
    for (const { device } of dueOf(rollout.items)) {
      // INVARIANT: durable before it is sent: what may have been sent is never sent again.
      await this.#keep(rollout, withState(rollout.items, device, 'sent'));
      this.#last(device, this.runtime.region.clock.now());
      if (await this.#send(rollout, device)) continue;
      await this.#keep(rollout, halted(withState(rollout.items, device, 'failed')));
      return;
    }
  }

  async #send({ home, by }: Rollout, id: string): Promise<boolean> {
    try {
      await this.ask(home, by, id, 'update');
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === undefined) throw error;
      return false;
    }
  }

  /** By the grants that somebody has now. Throws KIT_NOT_FOUND, SPACES_NOT_GRANTED, DEVICES_AWAY. */
  async ask(home: string, person: string, id: string, act: 'check' | 'update'): Promise<void> {
    const { household, device } = await reach(this.runtime, { id: home, device: id }, person, 'setup');
    const topic = `bridge/request/device/ota_update/${act}`;
    await sent(this.runtime, household, device.via ?? device.id, topic, { id: device.description.name });
  }

  async #keep(rollout: Rollout, items: readonly Item[]): Promise<void> {
    if (textOf(items) === textOf(rollout.items)) return;
    await this.#rows.collect(SERVICE, rollout.by, { 'device-firmware': textOf(items) }, rollout.id);
    rollout.items = items;
    if (!isOver(items)) return;
    await this.#rows.setPlain(rollout.by, rollout.id, { state: isHalted(items) ? 'halted' : 'over' });
    this.#under.delete(rollout.id);
  }

  /** Throws GATE_REFUSED where the policy, or a choice of theirs, says no. */
  async start(home: string, by: string, items: readonly Item[]): Promise<string> {
    const id = uuidv7(this.runtime.region.clock);
    const plain = { home, state: 'under way' };
    await this.#rows.append(SERVICE, by, [{ id, values: { 'device-firmware': textOf(items) }, plain }]);
    const rollout = { id, home, by, at: this.runtime.region.clock.now(), items };
    this.#under.set(id, rollout);
    void this.#inTurn(() => this.#advance(rollout));
    return id;
  }

  /** What has not begun does not begin; what is under way is waited for. */
  stop(id: string): Promise<void> {
    return this.#inTurn(async () => {
      const rollout = this.#under.get(id);
      if (rollout) await this.#keep(rollout, halted(rollout.items));
    });
  }

  /** Whether a device is being updated. */
  isBusy(device: string): boolean {
    return [...this.#under.values()].some(({ items }) =>
      items.some((each) => each.device === device && (each.state === 'sent' || each.state === 'waiting')),
    );
  }

  /** The newest first. */
  async of(home: string, most: number): Promise<Rollout[]> {
    const rows = (await this.#rows.having('home', home)).toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, most);
    const all = await Promise.all(rows.map(async ({ owner, id }) => this.#under.get(id) ?? this.#read(owner, id)));
    return all.filter((each) => each !== null);
  }

  async #read(owner: string, id: string): Promise<Rollout | null> {
    const row = (await this.#rows.rows(owner)).find((each) => each.id === id);
    const kept = await this.#rows
      .readMany(SERVICE, owner, [id], 'device-security', ['device-firmware'])
      .catch(refusedIsNothing);
    const text = kept.get(id)?.['device-firmware'];
    if (!row || text === undefined) return null;
    const { plain, createdAt } = row;
    return { id, home: plain['home'] as string, by: owner, at: createdAt.getTime(), items: itemsOf(text) };
  }
}
