/**
 * The graph of collections, planned before anything runs: which are read, by which fields, in which order. Whatever would
 * be passed over is a problem, and all problems are told at once.
 */
import { NoPlan } from './errors.ts';
import { type Collection, columnOf, type Field, IDENTITIES, type Identity, type Problem } from './words.ts';

/** Values of `from.field` find rows in which `to` has one of them. */
export interface Edge {
  readonly from: string;
  readonly field: string;
  readonly to: string;
}

/** One collection with what its rows are found by. */
export interface Node {
  readonly collection: Collection;
  readonly identities: readonly { readonly kind: Identity; readonly field: string }[];
  /** By values of collections that come before. `to` is a field of this one. */
  readonly edges: readonly Edge[];
  /** Fields whose values find rows of others. */
  readonly sought: readonly string[];
}

/** Every collection, to be read in this order. */
export interface Plan {
  /** In the order in which they are read: what finds rows comes before what it finds. */
  readonly nodes: readonly Node[];
}

interface Link {
  readonly a: string;
  readonly aField: string;
  readonly b: string;
  readonly bField: string;
  /** Only from a to b. */
  readonly oneWay: boolean;
}

/** Throws CONNECTORS_NO_PLAN with every problem. Linear in fields and references, but for a sort. */
export function planOf(collections: readonly Collection[]): Plan {
  const problems: Problem[] = [];
  const byId = new Map<string, Collection>();
  for (const each of collections) {
    if (byId.has(each.id)) problems.push({ code: 'twice', at: each.id, message: 'is declared twice' });
    byId.set(each.id, each);
  }
  const links = linksOf(collections, byId, problems);
  const depth = depthsOf(collections, links);
  for (const each of collections) problems.push(...faultsOf(each, depth));
  const edges = directed(links, depth);
  const before = new Map<string, Set<string>>(collections.map(({ id }) => [id, new Set<string>()]));
  for (const { from, to } of edges) before.get(to)!.add(from);
  for (const { id, after } of collections)
    for (const each of after)
      if (byId.has(each)) before.get(id)!.add(each);
      else problems.push({ code: 'no-such-collection', at: id, message: `comes after ${each}, which is not declared` });
  const { order, left } = sorted(collections, before, depth);
  for (const id of left)
    problems.push({ code: 'ring', at: id, message: 'finds rows of others that find its own: give one a direction' });
  if (problems.length > 0) throw new NoPlan(problems);
  const into = Map.groupBy(edges, ({ to }) => to);
  const out = Map.groupBy(edges, ({ from }) => from);
  return {
    nodes: order.map((id) => ({
      collection: byId.get(id)!,
      identities: identitiesOf(byId.get(id)!),
      edges: (into.get(id) ?? []).map(({ from, field, toField }) => ({ from, field, to: toField })),
      sought: [...new Set((out.get(id) ?? []).map(({ field }) => field))],
    })),
  };
}

const isIdentity = (kind: string): kind is Identity => (IDENTITIES as readonly string[]).includes(kind);

const identitiesOf = ({ fields }: Collection): Node['identities'] =>
  fields.flatMap(({ identity, path }) => (identity && isIdentity(identity) ? [{ kind: identity, field: path }] : []));

function linksOf(
  collections: readonly Collection[],
  byId: ReadonlyMap<string, Collection>,
  problems: Problem[],
): Link[] {
  const links: Link[] = [];
  const paths = new Map<string, ReadonlySet<string>>();
  const has = (collection: Collection, field: string): boolean => {
    const known = paths.get(collection.id) ?? new Set(collection.fields.map(({ path }) => path));
    paths.set(collection.id, known);
    return known.has(field);
  };
  for (const { id, fields } of collections)
    for (const { path, references } of fields)
      for (const { collection, field, direction } of references) {
        const other = byId.get(collection);
        if (!other || !has(other, field))
          problems.push({
            code: 'no-such-field',
            at: `${id}.${path}`,
            message: `refers to ${collection}.${field}, which is not declared`,
          });
        // What finds its own kind (a comment that answers a comment) finds nobody new of this person.
        else if (collection !== id)
          links.push(
            direction === 'from'
              ? { a: collection, aField: field, b: id, bField: path, oneWay: true }
              : { a: id, aField: path, b: collection, bField: field, oneWay: direction === 'to' },
          );
      }
  return links;
}

/** How many steps from what is known of the person; absent where no step leads there. */
function depthsOf(collections: readonly Collection[], links: readonly Link[]): Map<string, number> {
  const depth = new Map<string, number>();
  const next = new Map<string, string[]>();
  const add = (from: string, to: string): void => void (next.get(from)?.push(to) ?? next.set(from, [to]));
  for (const { a, b, oneWay } of links) {
    add(a, b);
    if (!oneWay) add(b, a);
  }
  let front = collections.filter((each) => identitiesOf(each).length > 0).map(({ id }) => id);
  for (const id of front) depth.set(id, 0);
  for (let steps = 1; front.length > 0; steps++) {
    const further: string[] = [];
    for (const id of front)
      for (const to of next.get(id) ?? [])
        if (!depth.has(to)) {
          depth.set(to, steps);
          further.push(to);
        }
    front = further;
  }
  return depth;
}

interface Way extends Edge {
  readonly toField: string;
}

/** A reference that says no direction goes away from what is known of the person. */
function directed(links: readonly Link[], depth: ReadonlyMap<string, number>): Way[] {
  const seen = new Set<string>();
  const ways: Way[] = [];
  for (const { a, aField, b, bField, oneWay } of links) {
    const [da, db] = [depth.get(a), depth.get(b)];
    // Reported as unreachable already.
    if (da === undefined || db === undefined) continue;
    const away = oneWay || da < db || (da === db && a < b);
    const way = away
      ? { from: a, field: aField, to: b, toField: bField }
      : { from: b, field: bField, to: a, toField: aField };
    const key = JSON.stringify(way);
    // Both ends may declare one and the same reference.
    if (!seen.has(key)) ways.push(way);
    seen.add(key);
  }
  return ways;
}

function faultsOf(collection: Collection, depth: ReadonlyMap<string, number>): Problem[] {
  const { id, fields, primaryKey, erase } = collection;
  const problems: Problem[] = [];
  if (!depth.has(id)) {
    const unknown = fields.flatMap(({ identity }) => (identity && !isIdentity(identity) ? [identity] : []));
    const why = unknown.length > 0 ? `; \`${unknown[0]}\` is not known of a person here` : '';
    problems.push({ code: 'unreachable', at: id, message: `no identity and no reference leads there${why}` });
  }
  if (erase !== 'keep' && primaryKey.length === 0)
    problems.push({ code: 'no-key', at: id, message: 'has no primary key, so that its rows cannot be erased' });
  if (erase === 'mask' && masked(collection).length === 0)
    problems.push({ code: 'nothing-masked', at: id, message: 'is to be masked, and names no field' });
  const columns = new Set(fields.map(({ path }) => columnOf(path)));
  for (const column of primaryKey)
    if (!columns.has(column))
      problems.push({ code: 'no-such-field', at: `${id}.${column}`, message: 'is a primary key and not declared' });
  for (const { path } of masked(collection))
    if (primaryKey.includes(path))
      problems.push({
        code: 'nothing-masked',
        at: `${id}.${path}`,
        message: 'names the row, so that it cannot be masked',
      });
  return problems;
}

/** Fields of a collection that are masked. */
export const masked = ({ fields, erase }: Collection): (Field & Required<Pick<Field, 'mask'>>)[] =>
  erase === 'mask'
    ? fields.filter((each): each is Field & Required<Pick<Field, 'mask'>> => each.mask !== undefined)
    : [];

/** Kahn's: whoever has nothing before it that is not done, nearest first; what is left lies in, or behind, a ring. */
function sorted(
  collections: readonly Collection[],
  before: ReadonlyMap<string, ReadonlySet<string>>,
  depth: ReadonlyMap<string, number>,
): { order: string[]; left: string[] } {
  const waiting = new Map([...before].map(([id, set]) => [id, set.size]));
  const behind = new Map<string, string[]>();
  for (const [id, set] of before) for (const each of set) void (behind.get(each)?.push(id) ?? behind.set(each, [id]));
  const rank = (id: string): number => depth.get(id) ?? Number.MAX_SAFE_INTEGER;
  let front = [...new Set(collections.map(({ id }) => id))].filter((id) => waiting.get(id) === 0);
  const order: string[] = [];
  while (front.length > 0) {
    front.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    order.push(...front);
    const further: string[] = [];
    for (const id of front)
      for (const each of behind.get(id) ?? []) {
        waiting.set(each, waiting.get(each)! - 1);
        if (waiting.get(each) === 0) further.push(each);
      }
    front = further;
  }
  const done = new Set(order);
  return { order, left: [...before.keys()].filter((id) => !done.has(id)) };
}

/**
 * The order in which rows go: whoever names rows of others first. `foreignKeys` are those that the stores enforce; without
 * any, references to a primary key say who names whom, and else the last that was read goes first.
 */
export function erasureOrder(
  { nodes }: Plan,
  foreignKeys: readonly { readonly child: string; readonly parent: string }[] = [],
): Node[] {
  const byId = new Map(nodes.map((node) => [node.collection.id, node]));
  const children = new Map<string, Set<string>>(nodes.map(({ collection }) => [collection.id, new Set<string>()]));
  const known = foreignKeys.filter(({ child, parent }) => child !== parent && byId.has(child) && byId.has(parent));
  for (const { child, parent } of known) children.get(parent)!.add(child);
  const enforced = new Set(known.flatMap(({ child, parent }) => [`${child} ${parent}`, `${parent} ${child}`]));
  for (const { collection } of nodes)
    for (const { references } of collection.fields)
      for (const { collection: parent, field } of references) {
        const key = byId.get(parent)?.collection.primaryKey;
        if (parent === collection.id || !key || enforced.has(`${collection.id} ${parent}`)) continue;
        if (key.includes(field)) children.get(parent)!.add(collection.id);
      }
  const last = new Map(nodes.map(({ collection }, i) => [collection.id, nodes.length - i]));
  const { order, left } = sorted(
    nodes.map(({ collection }) => collection),
    children,
    last,
  );
  // Who name one another: the store says no where it minds, and rows that it lets go first are gone by then.
  return [...order, ...left.toSorted((a, b) => last.get(a)! - last.get(b)!)].map((id) => byId.get(id)!);
}
