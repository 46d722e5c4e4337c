/**
 * One try of an erasure over every system that is not done yet. What one system cannot do at the moment holds that system
 * and what only it leads to, nothing else; whatever was done is noted, so that the next try goes on from there.
 */
import { Bug, KeptError } from '@kept/base';
import { Behind, CameBack, Drifted } from './errors.ts';
import { erasureOrder, type Node } from './plan.ts';
import type { Collection, Survey } from './words.ts';
import { erase, find, sweep, type Work } from './work.ts';

/** What a try reads and notes. */
export interface Erasing {
  readonly work: Work;
  connectorOf(collection: Pick<Collection, 'id'>): string;
  survey(connector: string, collections: readonly Collection[]): Promise<Survey>;
  /** Systems that earlier tries were done with. */
  readonly done: ReadonlySet<string>;
  /** Collections whose rows are found, and how many of them are gone; null while they wait. */
  readonly receipts: ReadonlyMap<string, number | null>;
  noteFound(node: Node, found: number): Promise<void>;
  /** Once for a collection, when it is done the first time: told to others, then noted. */
  noteGone(node: Node, gone: number): Promise<void>;
  /** Rows had come back, and went again. */
  noteGoneAgain(node: Node, gone: number): Promise<void>;
  noteDone(connector: string): Promise<void>;
}

/** How often what comes back is taken again before somebody has to look. */
const ROUNDS = 3;

/** Why each system that is not done has to be waited for; empty where all are. */
export type Held = ReadonlyMap<string, KeptError>;

export async function eraseOnce(erasing: Erasing): Promise<Held> {
  return new Try(erasing).run();
}

class Try {
  readonly #at: Erasing;
  /** By connector. */
  readonly #held = new Map<string, KeptError>();
  /** Nodes of systems that are not done. */
  readonly #nodes: readonly Node[];
  readonly #found = new Set<string>();
  readonly #gone = new Set<string>();

  constructor(at: Erasing) {
    this.#at = at;
    this.#nodes = at.work.plan.nodes.filter(({ collection }) => !at.done.has(at.connectorOf(collection)));
    for (const [id, gone] of at.receipts) {
      this.#found.add(id);
      if (gone !== null) this.#gone.add(id);
    }
  }

  async run(): Promise<Held> {
    const order = await this.#surveyed();
    await this.#find();
    await this.#erase(order);
    await this.#prove(order);
    return this.#held;
  }

  /** What goes wrong in a system is that system's: the others go on. */
  async #within(connector: string, work: () => Promise<void>): Promise<void> {
    if (this.#held.has(connector)) return;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof KeptError) || error instanceof Bug) throw error;
      this.#held.set(connector, error);
    }
  }

  /** Compares each system with its declaration before anything in it is touched; answers in which order rows go. */
  async #surveyed(): Promise<readonly { node: Node; children: readonly string[] }[]> {
    const foreignKeys: Survey['foreignKeys'][number][] = [];
    const theirs = Map.groupBy(this.#nodes, ({ collection }) => this.#at.connectorOf(collection));
    const all = [...theirs].map(([connector, nodes]) =>
      this.#within(connector, async () => {
        const survey = await this.#at.survey(
          connector,
          nodes.map(({ collection }) => collection),
        );
        if (survey.drift.length > 0) throw new Drifted(survey.drift);
        foreignKeys.push(...survey.foreignKeys);
      }),
    );
    await Promise.all(all);
    const children = Map.groupBy(foreignKeys, ({ parent }) => parent);
    const mine = new Set(this.#nodes);
    return erasureOrder(this.#at.work.plan, foreignKeys)
      .filter((node) => mine.has(node))
      .map((node) => ({ node, children: (children.get(node.collection.id) ?? []).map(({ child }) => child) }));
  }

  async #find(): Promise<void> {
    for (const node of this.#nodes) {
      const { id } = node.collection;
      // What leads there was not read: what is there is not known either.
      if (this.#found.has(id) || !node.edges.every(({ from }) => this.#found.has(from))) continue;
      await this.#within(this.#at.connectorOf(node.collection), async () => {
        await this.#at.noteFound(node, await find(this.#at.work, node));
        this.#found.add(id);
      });
    }
  }

  async #erase(order: readonly { node: Node; children: readonly string[] }[]): Promise<void> {
    const stays = new Set<string>();
    for (const { node, children } of order) {
      const { id } = node.collection;
      if (this.#gone.has(id)) continue;
      stays.add(id);
      // Rows that come before these and name them have not gone: the store would refuse.
      if (!this.#found.has(id) || children.some((each) => each !== id && stays.has(each))) continue;
      await this.#within(this.#at.connectorOf(node.collection), async () => {
        await this.#at.noteGone(node, await erase(this.#at.work, node));
        this.#gone.add(id);
        stays.delete(id);
      });
    }
  }

  /** Looks once more everywhere that all has gone from; what is clean then is done. */
  async #prove(order: readonly { node: Node }[]): Promise<void> {
    const theirs = Map.groupBy(order, ({ node }) => this.#at.connectorOf(node.collection));
    for (const [connector, nodes] of theirs)
      if (!nodes.every(({ node }) => this.#gone.has(node.collection.id)) && !this.#held.has(connector))
        this.#held.set(connector, new Behind(connector));
    for (let round = 0; ; round++) {
      const back: Node[] = [];
      for (const { node } of order)
        await this.#within(this.#at.connectorOf(node.collection), async () => {
          if ((await sweep(this.#at.work, node)) === 0) return;
          if (round === ROUNDS) throw new CameBack(node.collection.id);
          back.push(node);
        });
      if (back.length === 0) break;
      for (const node of back)
        await this.#within(this.#at.connectorOf(node.collection), async () =>
          this.#at.noteGoneAgain(node, await erase(this.#at.work, node)),
        );
    }
    this.#waitForThoseBefore(theirs);
    for (const connector of theirs.keys()) if (!this.#held.has(connector)) await this.#at.noteDone(connector);
  }

  /** While a system that leads to another may still find something new, neither is done. */
  #waitForThoseBefore(theirs: ReadonlyMap<string, readonly { node: Node }[]>): void {
    for (let more = true; more; ) {
      more = false;
      for (const [connector, nodes] of theirs) {
        if (this.#held.has(connector)) continue;
        const before = nodes.flatMap(({ node }) => node.edges.map(({ from }) => this.#at.connectorOf({ id: from })));
        if (!before.some((each) => this.#held.has(each))) continue;
        this.#held.set(connector, new Behind(connector));
        more = true;
      }
    }
  }
}
