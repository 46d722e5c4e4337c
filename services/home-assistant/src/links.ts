/** Who has switched it on, and the Home Assistants that are there now. */
import { isUuid, openService, type Region } from '@kept/kit';
import { commanded, isNo, type Outcome, type Runtime, runtimeOf, type Session } from '@kept/service-devices';
import { Mirror } from './mirror.ts';
import { type Repositories, served } from './service.ts';

const PERSON = { role: 'person' } as const;
const BIRTH = 'homeassistant/status';
const SET = /^kept\/([0-9a-f-]{36})\/([\w.:-]{1,80})\/set$/;
const VALUE_MAX = 500;

const opened = new WeakMap<object, Links>();

/** Of a region; the same for whoever asks. */
export function linksOf(region: Region): Links {
  const there = opened.get(region.vault);
  if (there) return there;
  const made = new Links(region, openService(served, region).place.resources as unknown as Repositories);
  opened.set(region.vault, made);
  return made;
}

/** Who has switched it on, and the Home Assistants that are there now. */
export class Links {
  readonly runtime: Runtime;
  readonly #rows: Repositories['links'];
  readonly #mirrors = new Map<string, Mirror>();

  constructor(region: Region, { links }: Repositories) {
    this.runtime = runtimeOf(region);
    this.#rows = links;
  }

  /** Answers how it ends. */
  begin(): () => Promise<void> {
    const read = (session: Session, topic: string, payload: Buffer) => this.#read(session, topic, payload);
    this.runtime.readers.add(read);
    return async () => {
      this.runtime.readers.delete(read);
      await Promise.all([...this.#mirrors.values()].map((mirror) => mirror.end().catch(() => {})));
      this.#mirrors.clear();
    };
  }

  /** Of one person in one home. */
  async of(home: string, person: string): Promise<{ row: string; device: string; since: number }[]> {
    const rows = (await this.#rows.rows(person)).filter(({ plain }) => plain['home'] === home);
    return rows.map(({ id, plain, createdAt }) => ({
      ...{ row: id, device: plain['device'] as string, since: createdAt.getTime() },
    }));
  }

  /** Throws GATE_REFUSED. */
  async add(home: string, person: string, device: string): Promise<void> {
    await this.#rows.collect(PERSON, person, { 'device-id': `${device} Home Assistant` }, undefined, { home, device });
  }

  async end(person: string, { row, device }: { row: string; device: string }): Promise<void> {
    await this.#rows.remove(person, row);
    await this.#mirrors.get(device)?.end();
    this.#mirrors.delete(device);
  }

  async #isOn({ home, device, giver }: Session): Promise<boolean> {
    const rows = await this.#rows.having('device', device);
    return rows.some(({ owner, plain }) => owner === giver && plain['home'] === home);
  }

  async #read(session: Session, topic: string, payload: Buffer): Promise<Outcome | undefined> {
    const [, device, key] = SET.exec(topic) ?? [];
    if (topic !== BIRTH && !device) return undefined;
    if (!(await this.#isOn(session))) return undefined;
    if (device) return this.#set(session, device, key!, payload);
    if (payload.toString() === 'online') await this.#born(session);
    return { is: 'passed' };
  }

  /** It has just come, or come again. */
  async #born(session: Session): Promise<void> {
    const own = await this.runtime.members.find(session.home, session.giver);
    await this.#mirrors.get(session.device)?.end();
    this.#mirrors.delete(session.device);
    if (!own) return;
    try {
      const mirror = await Mirror.open(this.runtime, session, own);
      this.#mirrors.set(session.device, mirror);
      await mirror.announce();
    } catch (error) {
      if ((error as { kind?: string }).kind !== 'refused') throw error;
    }
  }

  async #set({ home, giver }: Session, device: string, key: string, payload: Buffer): Promise<Outcome> {
    if (!isUuid(device) || payload.length > VALUE_MAX) return { is: 'malformed' };
    try {
      await commanded(this.runtime, { home, device, person: giver, values: { [key]: payload.toString('utf8') } });
      return { is: 'passed' };
    } catch (error) {
      const { kind } = error as { kind?: string };
      // Its gateway is away: that is in the log of the device, and sending it again helps nobody.
      if (kind === 'unavailable') return { is: 'passed' };
      if (isNo(error) || kind === 'misuse') return { is: 'refused' };
      throw error;
    }
  }
}
