import type { CSSProperties } from 'react';

type Placed = CSSProperties & { '--at'?: number; '--days'?: number; '--now'?: number; '--c'?: string; '--k'?: string };

interface RulerProps {
  readonly days: number;
  /** In per cent of the whole. */
  readonly now: number;
  readonly standing: 'kept' | 'due' | 'broken';
  readonly label: string;
  readonly start: string;
  readonly today: string;
  readonly end: string;
  readonly endBelow: string;
  /** Where the end was before it was put off. */
  readonly was?: { readonly at: number; readonly label: string } | undefined;
}

const colours = { kept: 'var(--accent)', due: 'var(--due)', broken: 'var(--broken)' } as const;

/** A deadline, one tick a day. */
export function Ruler({ days, now, standing, label, start, today, end, endBelow, was }: RulerProps) {
  const colour = colours[standing];
  const style: Placed = { '--days': days, '--now': now, '--c': colour };
  const at = (place: number, tick?: string): Placed => ({
    '--at': place,
    ...(tick === undefined ? {} : { '--k': tick }),
  });
  const side = now < 12 ? ' lean-start' : now > 80 ? ' lean-end' : '';
  const crowded = now > 55;
  return (
    <ol className="ruler" style={style} aria-label={label}>
      <li className="ticks" aria-hidden="true" />
      <li className="line" aria-hidden="true" />
      <li className="spent" aria-hidden="true" />
      <li className="start" style={at(0)}>
        <span className="dn">{start}</span>
      </li>
      <li className={`today${side}`} style={at(now, colour)}>
        <span className="up">{today}</span>
      </li>
      {was !== undefined && (
        <li style={at(was.at, 'var(--edge)')}>
          <span className="dn">{was.label}</span>
        </li>
      )}
      <li className="end" style={at(100, standing === 'broken' ? colour : undefined)}>
        {!crowded && <span className="up">{end}</span>}
        <span className="dn">{crowded ? end : endBelow}</span>
      </li>
    </ol>
  );
}
