import type { Program } from '@kept/policy';
import { Document, isScalar, visit } from 'yaml';
import { commonOf, edgesOf, plainestOf } from './axes.ts';
import { factsOf } from './facts.ts';
import type { Given } from './table.ts';

const HEAD = [
  ' What lies one step away from the plainest request of each purpose, and what the policy declares besides.',
  ' Written by `kept policy edges ID --write`: what changes here is a change of the policy, and is read before it is kept.',
].join('\n');

/** The edges and facts of a policy as a table, in YAML. Pure. */
export function edgesTable(program: Program): string {
  const plainest = plainestOf(program);
  const common = commonOf(plainest);
  const own = (given: Given): Given =>
    Object.fromEntries(
      Object.entries(given).filter(([name, value]) => name !== 'purpose' && common[name as keyof Given] !== value),
    );
  const document = new Document({
    policy: program.id,
    given: common,
    plainest: Object.fromEntries(
      Object.entries(plainest).map(([purpose, given]) => [purpose, given === null ? null : own(given)]),
    ),
    edges: edgesOf(program, plainest).map(({ about, of, permits }) => ({
      about,
      of: of.join(' '),
      permits: Object.fromEntries(Object.entries(permits).map(([condition, names]) => [condition, names.join(' ')])),
    })),
    facts: factsOf(program.manifest),
  });
  document.commentBefore = HEAD;
  visit(document, {
    Seq: (_, node) => {
      if (node.items.every((item) => isScalar(item))) node.flow = true;
    },
    Map: (_, node, path) => {
      // A request, a deadline.
      const short = node.items.every(({ value }) => isScalar(value) && String(value.value).length < 40);
      if (path.length > 2 && short && node.items.length < 8) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 120, flowCollectionPadding: true });
}
