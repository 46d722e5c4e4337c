import type { InventoryRow } from '@kept/api';
import { expect, test } from 'vitest';
import { flowGraph } from './flow-graph.ts';

const named = (id: string) => ({ id, label: id.toUpperCase() });
const row = (field: string, more: Partial<InventoryRow> = {}): InventoryRow => ({
  ...{ collection: named('desk'), field: named(field), sensitive: false, required: true, clause: '1' },
  purposes: [{ ...named('care'), basis: 'contract' }],
  recipients: [{ ...named('mail'), role: 'processor', country: 'CN' }],
  regions: [named('cn')],
  retention: [],
  ...more,
});
const words = {
  grouped: (label: string, count: number) => `${label} ${count}`,
  keptIn: (label: string) => `in ${label}`,
};
const all = { purpose: null, end: null, sensitive: false };

test('an item goes through its purpose to whoever gets it and to where it lies, counted once each', () => {
  const { nodes, links, lines } = flowGraph([row('a'), row('b'), row('b', { collection: named('shop') })], all, words);
  expect(nodes.map(({ id, layer }) => [id, layer])).toEqual([
    ['f:a', 0],
    ['p:care', 1],
    ['r:mail', 2],
    ['g:cn', 2],
    ['f:b', 0],
  ]);
  expect(links).toContainEqual({ source: 'p:care', target: 'r:mail', value: 2 });
  expect(lines).toMatchObject([{ purpose: { id: 'care' }, fields: ['A', 'B'], ends: ['MAIL', 'in CN'] }]);
});

test('filters leave out what does not go that way; many items are drawn by where they are taken', () => {
  const rows = [row('a', { sensitive: true }), row('b', { recipients: [] })];
  expect(flowGraph(rows, { ...all, sensitive: true }, words).nodes.map(({ id }) => id)).not.toContain('f:b');
  expect(flowGraph(rows, { ...all, end: 'r:mail' }, words).lines[0]!.fields).toEqual(['A']);
  expect(flowGraph(rows, { ...all, purpose: 'other' }, words)).toEqual({ nodes: [], links: [], lines: [] });
  const many = Array.from({ length: 60 }, (_, i) => row(`f${i}`));
  expect(flowGraph(many, all, words).nodes[0]).toEqual({ id: 'c:desk', label: 'DESK 60', layer: 0 });
});
