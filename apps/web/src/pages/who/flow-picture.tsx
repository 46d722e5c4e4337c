import type { KeyboardEvent } from 'react';
import { useFormat, useMessages } from '../../app/language.tsx';
import { fitted } from '../../ui/text-width.ts';
import type { FlowLayout, FlowNode, Ribbon } from './flow-layout.ts';

interface PictureProps {
  readonly layout: FlowLayout;
  readonly chosen: string | null;
  onChoose(key: string | null): void;
}

interface NodeProps extends Omit<PictureProps, 'layout'> {
  readonly node: FlowNode;
  /** Part of a flow that the chosen node belongs to. */
  readonly on: boolean;
}

/** Press or Enter on a node: only what has to do with it. */
function pressable({ node, chosen, onChoose }: Omit<NodeProps, 'on'>) {
  const toggle = (): void => onChoose(chosen === node.key ? null : node.key);
  return {
    role: 'button',
    tabIndex: 0,
    'aria-pressed': chosen === node.key,
    onClick: toggle,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      toggle();
    },
  } as const;
}

const classOf = (node: FlowNode, on: boolean): string => `node${node.column === 1 ? ' mid' : ''}${on ? ' on' : ''}`;

const middleOf = (node: FlowNode): number => node.from + node.size / 2;

/** The whole name, where only a part of it fits. */
function Whole({ label, room }: { label: string; room: number }) {
  return fitted(label, room) === label ? null : <title>{label}</title>;
}

function WideNode({ node, on, ...rest }: NodeProps) {
  const format = useFormat();
  const count = (
    <tspan className="n" dx="7">
      {format.number(node.count)}
    </tspan>
  );
  const at = middleOf(node);
  if (node.column === 1) {
    const height = Math.max(26, node.size + 2);
    return (
      <g className={classOf(node, on)} {...pressable({ node, ...rest })}>
        <Whole label={node.label} room={144} />
        <rect x="250" y={at - height / 2} width="190" height={height} />
        <text x="262" y={at} dy=".36em">
          {fitted(node.label, 144)}
          {count}
        </text>
      </g>
    );
  }
  const left = node.column === 0;
  return (
    <g className={classOf(node, on)} {...pressable({ node, ...rest })}>
      <Whole label={node.label} room={left ? 142 : 86} />
      <rect x={left ? 0 : 685} y={node.from} width="5" height={node.size} />
      <text
        x={left ? -12 : 702}
        y={at}
        dy={node.place === undefined ? '.36em' : '-.25em'}
        textAnchor={left ? 'end' : 'start'}
      >
        {fitted(node.label, left ? 142 : 86)}
        {count}
      </text>
      {node.place !== undefined && (
        <text className="q" x="702" y={at} dy="1.15em">
          {node.place}
        </text>
      )}
    </g>
  );
}

const bend = (fromX: number, fromY: number, toX: number, toY: number): string => {
  const half = (fromX + toX) / 2;
  return `M${fromX} ${fromY}C${half} ${fromY} ${half} ${toY} ${toX} ${toY}`;
};

const drop = (fromX: number, fromY: number, toX: number, toY: number): string => {
  const half = (fromY + toY) / 2;
  return `M${fromX} ${fromY}C${fromX} ${half} ${toX} ${half} ${toX} ${toY}`;
};

/** Which nodes and ribbons the choice lights up; nothing chosen lights nothing. */
function lit({ layout, chosen }: Pick<PictureProps, 'layout' | 'chosen'>) {
  const ribbonOn = (ribbon: Ribbon): boolean => chosen !== null && ribbon.keys.includes(chosen);
  const on = new Set(layout.ribbons.filter(ribbonOn).flatMap(({ keys }) => keys));
  return { ribbonOn, nodeOn: (node: FlowNode): boolean => on.has(node.key) };
}

/** Columns side by side, for a desk. */
function Wide({ layout, chosen, onChoose }: PictureProps) {
  const t = useMessages('who').picture;
  const { ribbonOn, nodeOn } = lit({ layout, chosen });
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the group around it has the name, and each node its own
    <svg className="wideflow" viewBox={`0 0 1000 ${layout.length + 64}`}>
      <g className="cols">
        <text x="170" y="18" textAnchor="end">
          {t.fields}
        </text>
        <text x="527" y="18" textAnchor="middle">
          {t.purposes}
        </text>
        <text x="1000" y="18" textAnchor="end">
          {t.destinations}
        </text>
      </g>
      <g transform="translate(182 44)">
        {layout.border !== null && (
          <>
            <path className="border" d={`M600 ${layout.border}H818`} />
            <text className="borderlab" x="818" y={layout.border - 8} textAnchor="end">
              {t.inside}
            </text>
            <text className="borderlab" x="818" y={layout.border + 18} textAnchor="end">
              {t.outside}
            </text>
          </>
        )}
        {layout.ribbons.map((ribbon) => {
          const [a, b, c] = ribbon.middles;
          const className = ribbonOn(ribbon) ? 'flow on' : 'flow';
          return (
            <g key={ribbon.keys.join(' ')}>
              <path className={className} d={bend(5, a, 250, b)} strokeWidth={ribbon.width} />
              <path className={className} d={bend(440, b, 685, c)} strokeWidth={ribbon.width} />
            </g>
          );
        })}
        {layout.nodes.map((node) => (
          <WideNode key={node.key} node={node} on={nodeOn(node)} chosen={chosen} onChoose={onChoose} />
        ))}
      </g>
    </svg>
  );
}

const rows = [
  { y: 0, text: -8, anchor: 'end', room: 116 },
  { y: 112, text: 64, anchor: 'middle', room: 122 },
  { y: 340, text: 14, anchor: 'start', room: 150 },
] as const;

function TallNode({ node, on, ...rest }: NodeProps) {
  const row = rows[node.column];
  const middle = node.column === 1;
  const width = middle ? Math.max(24, node.size) : node.size;
  const at = middleOf(node);
  return (
    <g className={classOf(node, on)} {...pressable({ node, ...rest })}>
      <Whole label={node.label} room={row.room} />
      <rect x={at - width / 2} y={row.y} width={width} height={middle ? 128 : 5} />
      <text className="v" x={at} y={row.y + row.text} textAnchor={row.anchor}>
        {fitted(node.label, row.room)}
        {node.place !== undefined && <tspan className="q"> · {node.place}</tspan>}
      </text>
    </g>
  );
}

/** Columns above each other with upright names, for a phone. */
function Tall({ layout, chosen, onChoose }: PictureProps) {
  const { ribbonOn, nodeOn } = lit({ layout, chosen });
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the group around it has the name, and each node its own
    <svg className="tall" viewBox={`0 0 ${Math.max(358, layout.length + 8)} 610`}>
      <g transform="translate(4 128)">
        {layout.ribbons.map((ribbon) => {
          const [a, b, c] = ribbon.middles;
          const className = ribbonOn(ribbon) ? 'flow on' : 'flow';
          return (
            <g key={ribbon.keys.join(' ')}>
              <path className={className} d={drop(a, 5, b, 112)} strokeWidth={ribbon.width} />
              <path className={className} d={drop(b, 240, c, 340)} strokeWidth={ribbon.width} />
            </g>
          );
        })}
        {layout.nodes.map((node) => (
          <TallNode key={node.key} node={node} on={nodeOn(node)} chosen={chosen} onChoose={onChoose} />
        ))}
      </g>
    </svg>
  );
}

/** Field → purpose → recipient and region; thickness is how often. */
export function FlowPicture({ phone, ...rest }: PictureProps & { phone: boolean }) {
  const t = useMessages('who').picture;
  return (
    <fieldset className="flowpic" aria-label={t.label}>
      {phone ? <Tall {...rest} /> : <Wide {...rest} />}
    </fieldset>
  );
}
