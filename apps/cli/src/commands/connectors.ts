import { once } from 'node:events';
import { resolve } from 'node:path';
import { Misuse } from '@kept/base';
import {
  type Drift,
  erase,
  erasureOrder,
  find,
  IDENTITIES,
  type Identities,
  memoryNotes,
  planOf,
  readConnectors,
  type Store,
  sweep,
  type Work,
} from '@kept/connectors';
import type { Command } from 'commander';
import { EXIT, json, say, table } from '../output.ts';

interface Options {
  json?: boolean;
  folder?: string;
  for?: string;
  yes?: boolean;
}

/** `kept connectors plan | run`: data kept in other systems. */
export function connectorsCommand(program: Command, done: (code: number) => void): void {
  const connectors = program.command('connectors').description('data of people that is kept in other systems');
  const shared = (command: Command): Command =>
    command
      .option('--folder <folder>', 'of the declarations; KEPT_CONNECTORS unless said')
      .option('--json', 'one JSON object');
  shared(connectors.command('plan'))
    .description('the order in which collections are read, their rows, and whatever is not as declared')
    .option(
      '--for <->',
      'count the rows of one person: {"email":["…"],"phone_number":[],"user_id":[]} on standard input',
    )
    .action(async (options: Options) => done(await plan(options)));
  shared(connectors.command('run'))
    .description('erases one person, as on standard input, from every system; what dies meanwhile is run again')
    .requiredOption('--yes', 'really erase')
    .action(async (options: Options) => done(await run(options)));
}

async function opened<T>({ folder }: Options, use: (systems: Systems) => Promise<T>): Promise<T> {
  const where = folder ?? process.env['KEPT_CONNECTORS'];
  if (!where)
    throw new Misuse('CLI_NO_CONNECTORS', 'no folder of declarations is named', {
      help: 'set KEPT_CONNECTORS, or say --folder',
    });
  const declared = await readConnectors(resolve(where), process.env);
  const systems = planOf(declared.flatMap(({ collections }) => collections));
  const stores = new Map<string, Store>();
  const open: Store[] = [];
  for (const each of declared) {
    const store = each.open();
    open.push(store);
    for (const { dataset } of each.collections) stores.set(dataset, store);
  }
  try {
    return await use({ plan: systems, stores });
  } finally {
    await Promise.all(open.map((store) => store.close()));
  }
}

type Systems = Pick<Work, 'plan' | 'stores'>;

async function surveyed({ plan: { nodes }, stores }: Systems) {
  const rows = new Map<string, number | null>();
  const drift: Drift[] = [];
  const foreignKeys: { child: string; parent: string }[] = [];
  const byStore = Map.groupBy(
    nodes.map(({ collection }) => collection),
    ({ dataset }) => stores.get(dataset)!,
  );
  for (const [store, collections] of byStore) {
    const survey = await store.survey(collections);
    for (const [id, n] of survey.rows) rows.set(id, n);
    drift.push(...survey.drift);
    foreignKeys.push(...survey.foreignKeys);
  }
  return { rows, drift, foreignKeys };
}

async function plan(options: Options): Promise<number> {
  return opened(options, async (systems) => {
    const { rows, drift, foreignKeys } = await surveyed(systems);
    const place = new Map(erasureOrder(systems.plan, foreignKeys).map((node, i) => [node, i + 1]));
    const work = options.for ? { ...systems, notes: memoryNotes(), identities: await person() } : null;
    const nodes = [];
    for (const node of systems.plan.nodes) {
      const { id, erase: treatment, held } = node.collection;
      const by = [
        ...node.identities.map(({ kind, field }) => `${field} = ${kind}`),
        ...node.edges.map(({ from, field, to }) => `${to} = ${from}.${field}`),
      ];
      const theirs = work && drift.length === 0 ? { theirs: await find(work, node) } : {};
      nodes.push({
        collection: id,
        by,
        treatment,
        erasedAs: place.get(node)!,
        held,
        rows: rows.get(id) ?? null,
        ...theirs,
      });
    }
    if (options.json) json({ nodes, drift });
    else {
      const head = ['collection', 'found by', 'erasure', 'goes as', 'rows', ...(work ? ['of this person'] : [])];
      say(
        table(
          head,
          nodes.map((each) => [
            ...[each.collection, each.by.join(', '), each.treatment, `${each.erasedAs}`, `${each.rows ?? '–'}`],
            ...(work ? [`${each.theirs ?? '–'}`] : []),
          ]),
        ),
      );
      for (const { code, at, by } of drift) say(`✗ ${at}: ${DRIFT[code]}${by ? ` (${by})` : ''}`);
    }
    return drift.length > 0 ? EXIT.failed : EXIT.ok;
  });
}

const DRIFT: Readonly<Record<Drift['code'], string>> = {
  'no-collection': 'there is none of that name',
  'no-column': 'there is no such column',
  'no-key': 'no unique key has these columns, so that other rows could go too',
  'not-null': 'cannot be emptied',
  'undeclared-child': 'rows of a table that is not declared refer to it',
  'kept-child': 'rows that stay refer to it',
  ambiguous: 'there are keys of which nobody can say whose they are',
  'not-masked': 'cannot be masked in this kind of system',
};

async function run(options: Options): Promise<number> {
  return opened(options, async (systems) => {
    const { drift, foreignKeys } = await surveyed(systems);
    if (drift.length > 0) {
      for (const { code, at, by } of drift) say(`✗ ${at}: ${DRIFT[code]}${by ? ` (${by})` : ''}`);
      return EXIT.failed;
    }
    const work: Work = { ...systems, notes: memoryNotes(), identities: await person() };
    const found = new Map<string, number>();
    for (const node of systems.plan.nodes) found.set(node.collection.id, await find(work, node));
    const receipts = [];
    const order = erasureOrder(systems.plan, foreignKeys);
    for (const node of order) {
      const { id, erase: treatment } = node.collection;
      receipts.push({ collection: id, treatment, found: found.get(id)!, gone: await erase(work, node) });
    }
    let back = 0;
    for (const node of order) back += await sweep(work, node);
    if (options.json) json({ receipts, back });
    else {
      say(
        table(
          ['collection', 'erasure', 'found', 'gone'],
          receipts.map((each) => [each.collection, each.treatment, `${each.found}`, `${each.gone}`]),
        ),
      );
      if (back > 0) say(`✗ ${back} rows are there again: something writes them`);
    }
    return back > 0 ? EXIT.failed : EXIT.ok;
  });
}

/** From standard input: what finds a person stands in no argument, so in no history and no list of processes. */
async function person(): Promise<Identities> {
  let text = '';
  process.stdin.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  await once(process.stdin, 'end');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const known = new Set<string>(IDENTITIES);
  const fits =
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([kind, values]) => known.has(kind) && Array.isArray(values) && values.every((each) => typeof each === 'string'),
    );
  if (!fits)
    throw new Misuse('CLI_NO_PERSON', 'standard input does not say whom', {
      help: `one JSON object of lists of texts by ${IDENTITIES.join(', ')}`,
    });
  return value as Identities;
}
