/** The record of processing as a graph: items, the purposes they serve, who gets them and where they lie. */
import type { InventoryRow } from '@kept/api';

export interface FlowFilter {
  /** Ids; null for all. */
  readonly purpose: string | null;
  /** `r:` and a recipient, or `g:` and a region. */
  readonly end: string | null;
  readonly sensitive: boolean;
}

export interface FlowNode {
  readonly id: string;
  readonly label: string;
  readonly layer: 0 | 1 | 2;
}

export interface FlowLink {
  readonly source: string;
  readonly target: string;
  /** Items. */
  readonly value: number;
}

/** What goes for one purpose, for the table. */
export interface FlowLine {
  readonly purpose: { readonly id: string; readonly label: string };
  readonly fields: readonly string[];
  readonly ends: readonly string[];
}

export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  readonly lines: readonly FlowLine[];
}

interface Words {
  readonly grouped: (label: string, count: number) => string;
  readonly keptIn: (region: string) => string;
}

/** More items than this are drawn by where they are taken. */
const ITEMS_MAX = 40;

interface Flow {
  readonly row: InventoryRow;
  readonly purpose: InventoryRow['purposes'][number];
  readonly ends: readonly { readonly id: string; readonly label: string }[];
}

/** Pure. */
export function flowGraph(rows: readonly InventoryRow[], filter: FlowFilter, words: Words): FlowGraph {
  const flows = flowsOf(rows, filter, words);
  const items = new Set(flows.map(({ row }) => row.field.id));
  const grouped = items.size > ITEMS_MAX;
  const counts = new Map<string, Set<string>>();
  for (const { row } of flows) add(counts, row.collection.id, row.field.id);
  const nodes = new Map<string, FlowNode>();
  const links = new Map<string, Set<string>>();
  const lines = new Map<string, { purpose: FlowLine['purpose']; fields: Set<string>; ends: Set<string> }>();
  for (const { row, purpose, ends } of flows) {
    const from = grouped ? `c:${row.collection.id}` : `f:${row.field.id}`;
    const label = grouped ? words.grouped(row.collection.label, counts.get(row.collection.id)!.size) : row.field.label;
    const via = `p:${purpose.id}`;
    nodes.set(from, { id: from, label, layer: 0 });
    nodes.set(via, { id: via, label: purpose.label, layer: 1 });
    add(links, `${from} ${via}`, row.field.id);
    const line = lines.get(via) ?? { purpose, fields: new Set(), ends: new Set() };
    lines.set(via, line);
    line.fields.add(row.field.label);
    for (const end of ends) {
      nodes.set(end.id, { ...end, layer: 2 });
      add(links, `${via} ${end.id}`, row.field.id);
      line.ends.add(end.label);
    }
  }
  return {
    nodes: [...nodes.values()],
    links: [...links].map(([pair, fields]) => {
      const [source = '', target = ''] = pair.split(' ');
      return { source, target, value: fields.size };
    }),
    lines: [...lines.values()].map(({ purpose, fields, ends }) => ({ purpose, fields: [...fields], ends: [...ends] })),
  };
}

function flowsOf(rows: readonly InventoryRow[], { purpose: wanted, end, sensitive }: FlowFilter, words: Words): Flow[] {
  return rows.flatMap((row) =>
    sensitive && !row.sensitive
      ? []
      : row.purposes.flatMap((purpose): Flow[] => {
          if (wanted !== null && purpose.id !== wanted) return [];
          const ends = [
            ...row.recipients.map(({ id, label }) => ({ id: `r:${id}`, label })),
            ...row.regions.map(({ id, label }) => ({ id: `g:${id}`, label: words.keptIn(label) })),
          ].filter(({ id }) => end === null || id === end);
          return ends.length === 0 ? [] : [{ row, purpose, ends }];
        }),
  );
}

function add(sets: Map<string, Set<string>>, key: string, item: string): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(item));
}
