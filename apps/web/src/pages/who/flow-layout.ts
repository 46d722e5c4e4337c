import type { Flow } from '@kept/api';

/** Field, purpose, destination. */
export type Column = 0 | 1 | 2;

export interface FlowNode {
  /** `field:phone`, `purpose:sign-in`, `to:sms`, `to:` for the controller's own use. */
  readonly key: string;
  readonly column: Column;
  readonly label: string;
  /** Country of a destination. */
  readonly place?: string | undefined;
  readonly abroad: boolean;
  readonly count: number;
  /** Along the column: where it begins and how long it is. */
  readonly from: number;
  readonly size: number;
}

export interface Ribbon {
  readonly flow: Flow;
  readonly keys: readonly [string, string, string];
  readonly width: number;
  /** Its middle in each column. */
  readonly middles: readonly [number, number, number];
}

export interface FlowLayout {
  readonly nodes: readonly FlowNode[];
  readonly ribbons: readonly Ribbon[];
  /** Length of the longest column. */
  readonly length: number;
  /** Where the border lies between destinations at home and abroad; null when none is abroad. */
  readonly border: number | null;
}

interface Wanted {
  /** How long the longest column should be. */
  readonly length: number;
  readonly gap: number;
  /** Thinnest ribbon that is still seen. */
  readonly least: number;
  /** What the controller's own use is called, and where it is. */
  readonly own: { readonly label: string; readonly place: string };
}

interface Draft {
  readonly key: string;
  readonly column: Column;
  readonly label: string;
  readonly place: string | undefined;
  readonly abroad: boolean;
  count: number;
  size: number;
}

export const keysOf = (flow: Flow): [string, string, string] => [
  `field:${flow.field.id}`,
  `purpose:${flow.purpose.id}`,
  `to:${flow.to?.id ?? ''}`,
];

function draftOf(flow: Flow, column: Column, own: Wanted['own']): Draft {
  const key = keysOf(flow)[column];
  const base = { key, column, place: undefined, abroad: false, count: 0, size: 0 };
  if (column === 0) return { ...base, label: flow.field.label };
  if (column === 1) return { ...base, label: flow.purpose.label };
  if (flow.to === undefined) return { ...base, ...own };
  return { ...base, label: flow.to.label, place: flow.to.countryLabel, abroad: flow.to.abroad };
}

/** Ribbon widths: by the square root of the count, so that rare flows are still seen beside daily ones. */
function widthsOf(flows: readonly Flow[], room: number, least: number): number[] {
  const roots = flows.map(({ count }) => Math.sqrt(Math.max(1, count)));
  const sum = roots.reduce((total, root) => total + root, 0);
  const scale = room / Math.max(1, sum);
  return roots.map((root) => Math.max(least, Math.min(70, root * scale)));
}

/**
 * Orders each column by the mean place of what its nodes are tied to, to spare crossings: there and back twice, which is
 * enough for pictures of this size. Destinations abroad stay behind those at home.
 */
function orderColumns(flows: readonly Flow[], drafts: ReadonlyMap<string, Draft>): [Draft[], Draft[], Draft[]] {
  const keys = flows.map(keysOf);
  const column = (at: Column): Draft[] => [...drafts.values()].filter((draft) => draft.column === at);
  const columns: [Draft[], Draft[], Draft[]] = [column(0).sort((a, b) => b.size - a.size), column(1), column(2)];
  const sort = (at: Column, by: Column): void => {
    const place = new Map(columns[by].map(({ key }, index) => [key, index / columns[by].length]));
    const mean = ({ key }: Draft): number => {
      const ties = keys.filter((each) => each[at] === key);
      return ties.reduce((sum, each) => sum + place.get(each[by])!, 0) / ties.length;
    };
    columns[at].sort((a, b) => Number(a.abroad) - Number(b.abroad) || mean(a) - mean(b));
  };
  for (const _ of [1, 2]) {
    sort(1, 0);
    sort(2, 1);
    sort(1, 2);
    sort(0, 1);
  }
  return columns;
}

/**
 * Places fields, purposes and destinations in three columns, and each flow as a ribbon of one width through all three.
 * Pure; the renderer decides whether columns stand or lie.
 */
export function layoutFlows(flows: readonly Flow[], { length, gap, least, own }: Wanted): FlowLayout {
  const drafts = new Map<string, Draft>();
  const most = Math.max(
    1,
    ...([0, 1, 2] as const).map((column) => new Set(flows.map((flow) => keysOf(flow)[column])).size),
  );
  const widths = widthsOf(flows, Math.max(length / 3, length - (most - 1) * gap), least);
  flows.forEach((flow, index) => {
    for (const column of [0, 1, 2] as const) {
      const draft = drafts.get(keysOf(flow)[column]) ?? draftOf(flow, column, own);
      draft.count += flow.count;
      draft.size += widths[index]!;
      drafts.set(draft.key, draft);
    }
  });
  const nodes: FlowNode[] = [];
  const columns = orderColumns(flows, drafts);
  const place = new Map(columns.flatMap((list) => list.map(({ key }, index) => [key, index] as const)));
  const lengths = columns.map((list) => list.reduce((sum, { size }) => sum + size, 0) + (list.length - 1) * gap);
  const whole = Math.max(0, ...lengths);
  columns.forEach((list, column) => {
    const spare = (whole - lengths[column]!) / (list.length + 1);
    let from = spare;
    for (const draft of list) {
      nodes.push({ ...draft, from });
      from += draft.size + gap + (list.length > 1 ? spare : 0);
    }
  });
  return { nodes, ribbons: ribbonsOf(flows, widths, nodes, place), length: whole, border: borderOf(nodes) };
}

function ribbonsOf(
  flows: readonly Flow[],
  widths: readonly number[],
  nodes: readonly FlowNode[],
  place: ReadonlyMap<string, number>,
): Ribbon[] {
  const startOf = new Map(nodes.map((node) => [node.key, node.from]));
  const middles = flows.map(() => [0, 0, 0] as [number, number, number]);
  for (const column of [0, 1, 2] as const) {
    const used = new Map<string, number>();
    const towards = column === 0 ? 1 : column === 1 ? 2 : 1;
    const order = flows
      .map((_, index) => index)
      .sort((a, b) => place.get(keysOf(flows[a]!)[towards])! - place.get(keysOf(flows[b]!)[towards])!);
    for (const index of order) {
      const key = keysOf(flows[index]!)[column];
      const before = used.get(key) ?? 0;
      middles[index]![column] = startOf.get(key)! + before + widths[index]! / 2;
      used.set(key, before + widths[index]!);
    }
  }
  return flows.map((flow, index) => ({ flow, keys: keysOf(flow), width: widths[index]!, middles: middles[index]! }));
}

function borderOf(nodes: readonly FlowNode[]): number | null {
  const destinations = nodes.filter(({ column }) => column === 2).sort((a, b) => a.from - b.from);
  const first = destinations.findIndex(({ abroad }) => abroad);
  if (first === -1) return null;
  const abroad = destinations[first]!;
  const home = destinations[first - 1];
  return home === undefined ? abroad.from - 12 : (home.from + home.size + abroad.from) / 2;
}

/** Keeps the fields that flow most and puts the rest together under one name, so that the picture stays readable. */
export function condense(flows: readonly Flow[], most: number, rest: (fields: number) => string): Flow[] {
  const counts = new Map<string, number>();
  for (const { field, count } of flows) counts.set(field.id, (counts.get(field.id) ?? 0) + count);
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  if (byCount.length <= most) return [...flows];
  const kept = new Set(byCount.slice(0, most - 1));
  const merged = new Map<string, Flow>();
  for (const flow of flows) {
    const field = kept.has(flow.field.id)
      ? flow.field
      : { id: 'rest', label: rest(byCount.length - kept.size), sensitive: false };
    const next = { ...flow, field };
    const key = keysOf(next).join(' ');
    const known = merged.get(key);
    merged.set(key, known === undefined ? next : { ...known, count: known.count + flow.count });
  }
  return [...merged.values()];
}
