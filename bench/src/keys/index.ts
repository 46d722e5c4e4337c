import { type Bench, type Check, mergedChecks, type Options, type Result } from '../bench.ts';
import { Figures } from '../figures.ts';
import { type KeyStore, newId, openStore, REGION, type Reader } from './store.ts';

const ERASURES = 400;
const HOT = 10_000;
const NEW = 10_000;
/** Callers at once where throughput is asked. */
const CROWD = 64;
const LOOKUPS = 2_000_000;

type Add = (metric: string, unit: string, value: number) => void;

/** Each with a second process that has the keys in its cache and has to answer before an erasure is done. */
export const bench: Bench = {
  question: 'How long does it take to erase a person for good, and what do the keys cost until then?',
  async run(options: Options): Promise<Result> {
    const figures = new Figures();
    const checks: Check[] = [];
    const sizes = (process.env.KEPT_BENCH_PEOPLE ?? '10000,100000').split(',').map(Number);
    for (const people of sizes) {
      const name = `${people.toLocaleString('en')} people`;
      options.progress(`${name}: filling`);
      const store = await openStore(people);
      const reader = await store.reader();
      const add: Add = (metric, unit, value) => figures.add(name, metric, unit, value);
      try {
        const { tables, keyring } = await store.size();
        add('tables', 'bytes/person', tables / people);
        add('keyring', 'bytes', keyring);
        for (let round = 1; round <= options.rounds; round++) {
          options.progress(`${name}: round ${round}`);
          checks.push(...(await measure(store, reader, add)));
        }
      } finally {
        await reader.end();
        await store.close();
      }
    }
    const notes = [
      'each erasure is durable (fsync on) in store and keyring, and answered by the cache of a second process',
      `erasures one after the other unless "at once": then ${CROWD} callers, grouped by the tree`,
    ];
    return { series: figures.series(), compare: [], checks: mergedChecks(checks), notes };
  },
};

async function measure(store: KeyStore, reader: Reader, add: Add): Promise<Check[]> {
  await measureReads(store, add);
  await measureWrites(store, add);
  const checks = await measureErasures(store, reader, add);
  return checks;
}

async function measureReads({ region, ids }: KeyStore, add: Add): Promise<void> {
  const hot = ids.slice(-HOT);
  region.forget();
  add('get cold', '/s', (hot.length * 1e3) / (await took(() => region.load(hot))));
  const waits: number[] = [];
  region.forget();
  for (const id of hot.slice(0, ERASURES)) waits.push(await took(() => region.use(id, () => {})));
  add('get cold, one p50', 'ms', quantile(waits, 0.5));
  add('get cold, one p99', 'ms', quantile(waits, 0.99));
  await region.load(hot);
  let found = 0;
  const hotMs = await took(() => {
    for (let i = 0; i < LOOKUPS; i++) if (region.cached(hot[i % hot.length]!)) found++;
  });
  add('get hot', 'ns', (hotMs * 1e6) / found);
}

async function measureWrites({ region, keys }: KeyStore, add: Add): Promise<void> {
  const fresh = Array.from({ length: NEW }, newId);
  add('put', '/s', (NEW * 1e3) / (await took(() => crowd(fresh, (id) => region.put([id])))));
  const claims = fresh.flatMap((id) => ['phone', 'email'].map((kind) => ({ kind, owner: id.slice('person:'.length) })));
  const claim = ({ kind, owner }: (typeof claims)[number]) => keys.claim(kind, keys.blind(kind, owner), owner, REGION);
  add('claim', '/s', (claims.length * 1e3) / (await took(() => crowd(claims, claim))));
  await crowd(fresh, (id) => keys.releaseAll(id.slice('person:'.length)));
  await region.erase(fresh);
}

async function measureErasures({ region, ids }: KeyStore, reader: Reader, add: Add): Promise<Check[]> {
  const alone = ids.splice(0, ERASURES);
  const held = await reader.load(alone);
  const waits: number[] = [];
  for (const id of alone) waits.push(await took(() => region.erase([id])));
  add('erase p50', 'ms', quantile(waits, 0.5));
  add('erase p99', 'ms', quantile(waits, 0.99));
  const left = await reader.cached(alone);
  const many = ids.splice(0, 2 * ERASURES);
  await reader.load(many);
  add('erase at once', '/s', (many.length * 1e3) / (await took(() => crowd(many, (id) => region.erase([id])))));
  // The places that became free are filled again, so that all rounds see as many people.
  const fresh = Array.from({ length: alone.length + many.length }, newId);
  await region.put(fresh);
  ids.push(...fresh);
  return [
    {
      what: 'keys that the second process held before they were erased',
      count: alone.length,
      wrong: alone.length - held,
    },
    { what: 'erased keys that the second process still held', count: alone.length, wrong: left },
  ];
}

async function took(run: () => unknown): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

/** Through `CROWD` callers, each of whom waits for one before the next. */
async function crowd<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < items.length) await run(items[next++]!);
  };
  await Promise.all(Array.from({ length: CROWD }, caller));
}

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * q)] ?? 0;
