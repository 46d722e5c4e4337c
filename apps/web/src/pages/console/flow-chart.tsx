import { sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import { useMessages } from '../../app/language.tsx';
import type { FlowGraph, FlowNode } from './flow-graph.ts';

const WIDTH = 1_080;
const LINE = 26;
const NODE = 8;
/** Room for the words at both ends. */
const SIDE = 210;
const LONGEST = 16;

const short = (label: string): string => {
  const letters = Array.from(label);
  const wide = letters.filter((letter) => letter.charCodeAt(0) > 0x2e7f).length;
  const most = wide > letters.length / 2 ? LONGEST : LONGEST * 2;
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : label;
};

function laidOut({ nodes, links }: FlowGraph) {
  const layers = [0, 1, 2].map((layer) => nodes.filter((node) => node.layer === layer).length);
  const height = Math.max(160, LINE * Math.max(...layers));
  const layout = sankey<FlowNode, object>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(NODE)
    .nodePadding(14)
    .extent([
      [SIDE, 12],
      [WIDTH - SIDE, height - 12],
    ]);
  // It writes places into what it is given.
  const { nodes: placed, links: drawn } = layout({
    nodes: nodes.map((node) => ({ ...node })),
    links: links.map((link) => ({ ...link })),
  });
  return { height, placed, drawn };
}

/** Drawn with d3-sankey; the table below it says the same, so it is one picture to who cannot see it. */
export function FlowChart({ graph }: { graph: FlowGraph }) {
  const t = useMessages('versions').flow;
  const { height, placed, drawn } = laidOut(graph);
  const path = sankeyLinkHorizontal();
  return (
    <svg className="flow-chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t.picture}>
      {drawn.map((link) => {
        const [source, target] = [link.source as FlowNode, link.target as FlowNode];
        return (
          <path key={`${source.id} ${target.id}`} d={path(link) ?? ''} strokeWidth={Math.max(1, link.width ?? 1)}>
            <title>{`${source.label} → ${target.label}: ${link.value}`}</title>
          </path>
        );
      })}
      {placed.map((node) => {
        const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, layer } = node;
        const outward = layer === 0;
        return (
          <g key={node.id}>
            <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} />
            <text
              x={outward ? x0 - 6 : x1 + 6}
              y={(y0 + y1) / 2}
              dominantBaseline="central"
              textAnchor={outward ? 'end' : 'start'}
            >
              <title>{node.label}</title>
              {short(node.label)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
