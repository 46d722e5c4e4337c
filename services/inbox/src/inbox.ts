/** Notices as they are kept. */
import { isUuid, NothingHeld, openService, type Region } from '@kept/kit';
import { isNo } from '@kept/service-devices';
import { type Repositories, served } from './service.ts';

const SERVICE = { role: 'service' } as const;
/** What was thrown away can be taken back for so long. */
export const UNDO_MS = 60_000;
const SWEEP_MS = 60_000;
/** Of one person; the oldest go. */
const MOST = 500;

type State = 'new' | 'read' | 'gone';

export interface Notice {
  readonly id: string;
  readonly home: string;
  /** The name of the automation that wrote it. */
  readonly from: string;
  readonly text: string;
  readonly at: number;
  readonly read: boolean;
}

/** What an automation has to say. */
export interface Said {
  readonly home: string;
  /** Which step of which run: written once, however often it is tried. */
  readonly notice: string;
  readonly from: string;
  readonly text: string;
}

const opened = new WeakMap<object, Inbox>();

/** Of a region; the same for whoever asks. */
export function inboxOf(region: Region): Inbox {
  const there = opened.get(region.vault);
  if (there) return there;
  const { notices } = openService(served, region).place.resources as unknown as Repositories;
  const made = new Inbox(region, notices);
  opened.set(region.vault, made);
  return made;
}

/** Notices of a region. */
export class Inbox {
  readonly #region: Region;
  readonly #rows: Repositories['notices'];

  constructor(region: Region, rows: Repositories['notices']) {
    this.#region = region;
    this.#rows = rows;
  }

  /** What was thrown away before the undo is over goes. Answers how it ends. */
  begin(): () => Promise<void> {
    let turn: Promise<unknown> = Promise.resolve();
    const timer = setInterval(() => {
      turn = turn.then(() => this.sweep()).catch(() => {});
    }, SWEEP_MS);
    timer.unref();
    return async () => {
      clearInterval(timer);
      await turn;
    };
  }

  async sweep(now = this.#region.clock.now()): Promise<void> {
    const until = now - UNDO_MS;
    for (const { owner, id, plain } of await this.#rows.having('state', 'gone'))
      if ((plain['changed'] as Date).getTime() <= until) await this.#rows.remove(owner, id);
  }

  /** Durable when it resolves. False where the policy, or a choice of theirs, leaves this person out. */
  async write(person: string, { home, notice, from, text }: Said): Promise<boolean> {
    const there = await this.#rows.having('notice', notice);
    if (there.some(({ owner }) => owner === person)) return true;
    const plain = { home, notice, state: 'new', changed: new Date(this.#region.clock.now()) };
    try {
      await this.#rows.append(SERVICE, person, [{ values: { 'device-log': `${from}\n${text}` }, plain }]);
    } catch (error) {
      if (!isNo(error)) throw error;
      return false;
    }
    await this.#trim(person);
    return true;
  }

  async #trim(person: string): Promise<void> {
    const rows = await this.#rows.rows(person);
    const old = rows.slice(0, Math.max(0, rows.length - MOST)).map(({ id }) => id);
    if (old.length > 0) await this.#rows.remove(person, old);
  }

  /** The newest first; opened for the person, on their record. */
  async of(person: string, most: number): Promise<Notice[]> {
    const rows = (await this.#rows.rows(person)).filter(({ plain }) => plain['state'] !== 'gone');
    const newest = rows.toReversed().slice(0, most);
    const ids = newest.map(({ id }) => id);
    const opened =
      ids.length === 0
        ? new Map()
        : await this.#rows.readMany({ role: 'person' }, person, ids, 'rights', ['device-log']);
    return newest.flatMap(({ id, plain, createdAt }): Notice[] => {
      const [from = '', ...text] = (opened.get(id)?.['device-log'] ?? '').split('\n');
      const read = plain['state'] === 'read';
      const notice = { id, home: (plain['home'] as string | null) ?? '', from, text: text.join('\n'), read };
      return isUuid(notice.home) ? [{ ...notice, at: createdAt.getTime() }] : [];
    });
  }

  /** Nothing is opened for it. */
  async unread(person: string): Promise<number> {
    return (await this.#rows.rows(person)).filter(({ plain }) => plain['state'] === 'new').length;
  }

  /** Of theirs; thrown away it can be taken back. Throws KIT_NOT_FOUND. */
  async mark(person: string, id: string, state: State): Promise<void> {
    const found = (await this.#rows.rows(person)).find((row) => row.id === id);
    if (!found) throw new NothingHeld();
    await this.#rows.setPlain(person, id, { state, changed: new Date(this.#region.clock.now()) });
  }

  async markAll(person: string): Promise<void> {
    const changed = new Date(this.#region.clock.now());
    for (const { id, plain } of await this.#rows.rows(person))
      if (plain['state'] === 'new') await this.#rows.setPlain(person, id, { state: 'read', changed });
  }
}
