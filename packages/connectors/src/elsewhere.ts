/**
 * All systems of one region behind one door: what they hold of a person is read for a copy, and erased by runs that go on
 * where they were, whatever dies meanwhile.
 */
import { Bug, type Clock, type Instant, KeptError } from '@kept/base';
import type { Pool } from '@kept/db';
import type { Declared } from './declaration.ts';
import { eraseOnce } from './erasing.ts';
import { Waits } from './errors.ts';
import { Late } from './late.ts';
import { memoryNotes } from './notes.ts';
import { type Node, type Plan, planOf } from './plan.ts';
import { keyOfRun, type RunKeys, sealedNotes } from './sealed-notes.ts';
import { lastErased, type Running, runsUnderWay, type StoreState, stateOf } from './state.ts';
import { type SystemStanding, Systems } from './systems.ts';
import {
  type Collection,
  type Drift,
  IDENTITIES,
  type Identities,
  type Row,
  type Store,
  type Treatment,
} from './words.ts';
import { readAll } from './work.ts';

export interface ElsewhereOptions {
  readonly declared: readonly Declared[];
  /** Of the region: its own tables. */
  readonly pool: Pool;
  readonly keys: RunKeys;
  readonly clock: Clock;
}

/** What was done with one collection. */
export interface Receipt {
  readonly collection: string;
  readonly connector: string;
  readonly treatment: Treatment;
  readonly found: number;
  /** Null while it waits. */
  readonly gone: number | null;
}

/** Told of a collection that is done, and how many rows went; perhaps twice, where a process died in between. */
export type WhenDone = (done: Omit<Receipt, 'found'>) => Promise<void>;

/** What an operator is shown before anything runs. */
export interface Surveyed {
  readonly nodes: readonly { readonly node: Node; readonly connector: string; readonly rows: number | null }[];
  readonly drift: readonly Drift[];
}

/** The systems of one region. Throws CONNECTORS_NO_PLAN. */
export class Elsewhere {
  readonly plan: Plan;
  readonly declared: readonly Declared[];
  /** Copies that wait for a system. */
  readonly late: Late;
  /** How far erasures are, system by system. */
  readonly systems: Systems;
  readonly #pool: Pool;
  readonly #keys: RunKeys;
  readonly #clock: Clock;
  /** By dataset. */
  readonly #stores: ReadonlyMap<string, Store>;
  /** By collection. */
  readonly #connectorOf: ReadonlyMap<string, string>;

  constructor({ declared, pool, keys, clock }: ElsewhereOptions) {
    this.declared = declared;
    this.#pool = pool;
    this.#keys = keys;
    this.#clock = clock;
    this.late = new Late(pool, clock);
    this.systems = new Systems(pool, clock);
    this.plan = planOf(declared.flatMap(({ collections }) => collections));
    const all = declared.flatMap((each) => {
      const store = each.open();
      return [...new Set(each.collections.map(({ dataset }) => dataset))].map((dataset) => ({ dataset, store }));
    });
    this.#stores = new Map(all.map(({ dataset, store }) => [dataset, store]));
    this.#connectorOf = new Map(
      declared.flatMap(({ id, collections }) => collections.map((each) => [each.id, id] as const)),
    );
  }

  connectorOf({ id }: Pick<Collection, 'id'>): string {
    return this.#connectorOf.get(id)!;
  }

  /** Compares every declaration with what is there, and counts rows. Changes nothing. */
  async survey(): Promise<Surveyed> {
    const { nodes } = this.plan;
    const { rows, drift } = await this.#survey(nodes.map(({ collection }) => collection));
    return {
      nodes: nodes.map((node) => ({
        ...{ node, connector: this.connectorOf(node.collection), rows: rows.get(node.collection.id) ?? null },
      })),
      drift,
    };
  }

  /**
   * Rows of one person, in pages, one collection after another. A system that does not answer stops no other: `late` is
   * told which, and which others were not read whole because of it. With `only`, others are read as far as they lead to it.
   */
  read(
    identities: Identities,
    late: (connector: string) => void,
    only?: string,
  ): AsyncGenerator<{ node: Node; rows: readonly Row[] }> {
    const work = { plan: this.plan, stores: this.#stores, identities, notes: memoryNotes() };
    return readAll(
      work,
      ({ collection }) => only === undefined || this.connectorOf(collection) === only,
      ({ collection }) => late(this.connectorOf(collection)),
    );
  }

  /** How each system stands, and how many rows of everybody are where. */
  async states(): Promise<{ states: ReadonlyMap<string, StoreState>; rows: ReadonlyMap<string, number | null> }> {
    const rows = new Map<string, number | null>();
    const states = await Promise.all(
      this.declared.map(async ({ id, collections }) => {
        const store = this.#stores.get(collections[0]!.dataset)!;
        return [id, await stateOf(store, collections, rows)] as const;
      }),
    );
    return { states: new Map(states), rows };
  }

  /** When an erasure was last done with each system. */
  async last(): Promise<Map<string, Instant>> {
    const last = new Map<string, Instant>();
    for (const [collection, at] of await lastErased(this.#pool)) {
      const connector = this.#connectorOf.get(collection);
      if (connector !== undefined) last.set(connector, Math.max(at, last.get(connector) ?? 0));
    }
    return last;
  }

  /** Erasures under way, the oldest first. */
  async running(most: number): Promise<(Running & { of: number; waits: readonly SystemStanding[] })[]> {
    const runs = await runsUnderWay(this.#pool, most);
    const waiting = await this.systems.waiting(runs.map(({ request }) => request));
    return runs.map((run) => ({ ...run, of: this.plan.nodes.length, waits: waiting.get(run.request) ?? [] }));
  }

  /** Whether a system answers, and is as declared, and so are those whose values lead to it. */
  async answers(connector: string): Promise<boolean> {
    const before = new Set<string>();
    for (const { collection, edges } of this.plan.nodes.toReversed())
      if (this.connectorOf(collection) === connector || before.has(collection.id)) {
        before.add(collection.id);
        for (const { from } of edges) before.add(from);
      }
    try {
      const { drift } = await this.#survey(
        this.plan.nodes.flatMap(({ collection }) => (before.has(collection.id) ? [collection] : [])),
      );
      return drift.length === 0;
    } catch (error) {
      if (error instanceof KeptError && !(error instanceof Bug)) return false;
      throw error;
    }
  }

  /** Whether `begin` is done for this request. */
  async begun(request: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query('select from connector_run where request = $1', [request]);
    return rowCount === 1;
  }

  /** Whether `begin` is done for this request, and an erasure is not. */
  async underWay(request: string): Promise<boolean> {
    const text = 'select from connector_run where request = $1 and ended_at is null';
    return (await this.#pool.query(text, [request])).rowCount === 1;
  }

  /** Notes, sealed, by what the person is found; from here on nothing else of them is needed. */
  async begin(request: string, identities: Identities): Promise<void> {
    await this.#keys.put([keyOfRun(request)]);
    const notes = sealedNotes(this.#pool, this.#keys, request);
    for (const kind of IDENTITIES) await notes.add(`@${kind}`, identities[kind] ?? []);
    await this.#pool.query('insert into connector_run (request, begun_at) values ($1, $2) on conflict do nothing', [
      request,
      new Date(this.#clock.now()),
    ]);
  }

  /**
   * Erases what `begin` noted, in collections that `goes` names; all others are only read on the way. Again after a crash,
   * it goes on where it was. `told` is told of each collection that is done, before that is noted. Throws
   * CONNECTORS_WAITS where systems do not answer or are not as declared: nothing was touched in those, all others are done.
   */
  async erase(
    request: string,
    goes: (collection: Collection) => boolean = () => true,
    told: WhenDone = async () => undefined,
  ): Promise<readonly Receipt[]> {
    if (await this.underWay(request)) await this.#eraseAll(request, goes, told);
    await this.#pool.query('delete from connector_note where request = $1', [request]);
    await this.#keys.erase([keyOfRun(request)]);
    return this.receipts(request);
  }

  async #eraseAll(request: string, goes: (collection: Collection) => boolean, told: WhenDone): Promise<void> {
    const plan = planOf(
      this.plan.nodes.map(({ collection }) => (goes(collection) ? collection : { ...collection, erase: 'keep' })),
    );
    const notes = sealedNotes(this.#pool, this.#keys, request);
    const standing = await this.systems.of(request);
    const held = await eraseOnce({
      work: { plan, stores: this.#stores, notes, identities: await identitiesIn(notes) },
      connectorOf: (collection) => this.connectorOf(collection),
      survey: (_, collections) => this.#stores.get(collections[0]!.dataset)!.survey(collections),
      done: new Set(standing.flatMap(({ connector, doneAt }) => (doneAt === null ? [] : [connector]))),
      receipts: new Map((await this.receipts(request)).map(({ collection, gone }) => [collection, gone])),
      noteFound: (node, found) => this.#found(request, node, found),
      noteGone: async (node, gone) => {
        const { id: collection, erase: treatment } = node.collection;
        await told({ collection, treatment, connector: this.connectorOf(node.collection), gone });
        await this.#gone(request, node, gone);
      },
      noteGoneAgain: (node, gone) => this.#gone(request, node, gone),
      noteDone: (connector) => this.systems.done(request, connector),
    });
    for (const [connector, { code }] of held) await this.systems.waits(request, connector, code);
    if (held.size > 0) throw new Waits(held);
    await this.#pool.query('update connector_run set ended_at = $2 where request = $1', [
      request,
      new Date(this.#clock.now()),
    ]);
  }

  /** What was done, collection by collection, in the order in which they were found; no value of anybody. */
  async receipts(request: string): Promise<Receipt[]> {
    const { rows } = await this.#pool.query<{
      collection: string;
      treatment: Treatment;
      found: number;
      gone: number | null;
    }>('select collection, treatment, found, gone from connector_receipt where request = $1 order by collection', [
      request,
    ]);
    return rows.map((row) => ({ ...row, connector: this.#connectorOf.get(row.collection) ?? '' }));
  }

  async close(): Promise<void> {
    await Promise.all([...new Set(this.#stores.values())].map((store) => store.close()));
  }

  async #survey(collections: readonly Collection[]) {
    const rows = new Map<string, number | null>();
    const drift: Drift[] = [];
    const byStore = Map.groupBy(collections, ({ dataset }) => this.#stores.get(dataset)!);
    for (const [store, theirs] of byStore) {
      const survey = await store.survey(theirs);
      for (const [id, n] of survey.rows) rows.set(id, n);
      drift.push(...survey.drift);
    }
    return { rows, drift };
  }

  async #found(request: string, { collection }: Node, found: number): Promise<void> {
    await this.#pool.query(
      `insert into connector_receipt (request, collection, treatment, found) values ($1, $2, $3, $4)
       on conflict (request, collection) do update set found = excluded.found`,
      [request, collection.id, collection.erase, found],
    );
  }

  async #gone(request: string, { collection }: Node, gone: number): Promise<void> {
    await this.#pool.query(
      'update connector_receipt set gone = $3, done_at = $4 where request = $1 and collection = $2',
      [request, collection.id, gone, new Date(this.#clock.now())],
    );
  }
}

async function identitiesIn(notes: ReturnType<typeof sealedNotes>): Promise<Identities> {
  const found: Record<string, string[]> = {};
  for (const kind of IDENTITIES)
    for await (const page of notes.pages(`@${kind}`)) found[kind] = [...(found[kind] ?? []), ...page];
  return found;
}
