import type { ReactNode } from 'react';

/** Drawn states: rooms with walls and one door. */
const drawings = {
  empty: (
    <>
      <path d="M52 92H4V4H128V92H84" />
      <path className="t" d="M52 92V60A32 32 0 0 1 84 92" />
      <path className="d" d="M26 28H62V46H26z" />
    </>
  ),
  broken: (
    <>
      <path d="M30 92H4V30H62V92H46" />
      <path className="t" d="M30 92V76A16 16 0 0 1 46 92" />
      <path d="M100 30h28v62h-28zM100 51h28M100 71h28" />
      <path className="a" d="M62 61H74M88 61H100" />
      <path className="x" d="m76 54 10 14m0-14L76 68" />
    </>
  ),
  offline: (
    <>
      <path d="M44 92H4V4H100V92H72" />
      <path d="M44 92H72" strokeWidth="3.5" />
      <path className="a" d="M58 66V40M30 40H80" />
      <path className="a" d="M52 66h12v12H52z" />
      <path className="d" d="M108 48h22" />
    </>
  ),
  forbidden: (
    <>
      <path d="M4 4H128V92H4z" />
      <path d="M66 4V34M66 62V92" />
      <path d="M66 34V62" strokeWidth="4" />
      <circle cx="97" cy="40" r="9" />
      <path d="M82 66a15 15 0 0 1 30 0" />
    </>
  ),
  missing: (
    <>
      <path d="M52 92H4V4H128V92H84" />
      <path className="t" d="M52 92V60A32 32 0 0 1 84 92" />
      <path className="d" d="M68 92v-46h34" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type Picture = keyof typeof drawings;

interface BlankProps {
  readonly picture: Picture;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 1 | 2 | 3;
}

/** A page or a part with nothing to show: what is so, what is safe, what to do. */
export function Blank({ picture, title, children, actions, level = 2 }: BlankProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="blank">
      <svg className="pic" viewBox="0 0 132 96" aria-hidden="true">
        {drawings[picture]}
      </svg>
      <Heading>{title}</Heading>
      {children}
      {actions !== undefined && <div className="acts">{actions}</div>}
    </div>
  );
}
