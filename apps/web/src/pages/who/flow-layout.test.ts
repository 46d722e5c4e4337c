import type { Flow } from '@kept/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condense, keysOf, layoutFlows } from './flow-layout.ts';

const flow = fc
  .record({
    field: fc.constantFrom('phone', 'mail', 'name', 'address', 'code', 'state'),
    purpose: fc.constantFrom('sign-in', 'alert', 'profile'),
    to: fc.constantFrom('', 'sms', 'parcel', 'firmware'),
    count: fc.integer({ min: 1, max: 5_000 }),
  })
  .map(
    ({ field, purpose, to, count }): Flow => ({
      field: { id: field, label: field, sensitive: false },
      purpose: { id: purpose, label: purpose },
      ...(to === ''
        ? {}
        : { to: { id: to, label: to, country: 'DE', countryLabel: 'Germany', abroad: to === 'firmware' } }),
      count,
    }),
  );
const flows = fc.uniqueArray(flow, { minLength: 1, maxLength: 20, selector: (one) => keysOf(one).join(' ') });
const wanted = { length: 372, gap: 18, least: 5, own: { label: 'own', place: 'here' } };

describe('the flow picture', () => {
  it('lets no two nodes of a column overlap, and keeps those abroad behind those at home', () => {
    fc.assert(
      fc.property(flows, (given) => {
        const { nodes } = layoutFlows(given, wanted);
        for (const column of [0, 1, 2]) {
          const list = nodes.filter((node) => node.column === column).sort((a, b) => a.from - b.from);
          list.slice(0, -1).forEach((node, index) => {
            const next = list[index + 1]!;
            expect(node.from + node.size).toBeLessThan(next.from);
            expect(Number(node.abroad)).toBeLessThanOrEqual(Number(next.abroad));
          });
        }
      }),
    );
  });

  it('fills each node with its ribbons exactly, one beside the other', () => {
    fc.assert(
      fc.property(flows, (given) => {
        const { nodes, ribbons } = layoutFlows(given, wanted);
        for (const node of nodes) {
          const own = ribbons.filter(({ keys }) => keys[node.column] === node.key);
          const edges = own
            .map(({ middles, width }) => [middles[node.column] - width / 2, middles[node.column] + width / 2] as const)
            .sort((a, b) => a[0] - b[0]);
          expect(edges[0]![0]).toBeCloseTo(node.from);
          expect(edges.at(-1)![1]).toBeCloseTo(node.from + node.size);
          for (const [index, [from]] of edges.slice(1).entries()) expect(from).toBeCloseTo(edges[index]![1]);
        }
      }),
    );
  });

  it('puts rare fields together without losing a count', () => {
    fc.assert(
      fc.property(flows, (given) => {
        const total = (list: readonly Flow[]) => list.reduce((sum, { count }) => sum + count, 0);
        const condensed = condense(given, 4, (n) => `${n} more`);
        expect(total(condensed)).toBe(total(given));
        expect(new Set(condensed.map(({ field }) => field.id)).size).toBeLessThanOrEqual(4);
      }),
    );
  });
});
