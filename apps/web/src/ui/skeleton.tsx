import type { CSSProperties } from 'react';

/** A grey line in the place of text. Width in per cent. */
export function Bone({ width = 100, height }: { width?: number; height?: string }) {
  const style: CSSProperties & Record<'--w', string> = {
    '--w': `${width}%`,
    ...(height === undefined ? {} : { height }),
  };
  return <span className="sk" style={style} />;
}

/** Rows shaped like a list of items. Appears after 200 ms, so that a quick answer does not flicker. */
export function SkeletonRows({ rows = 4, label }: { rows?: number; label: string }) {
  const widths = [46, 32, 54, 40, 60, 36];
  return (
    <div className="later" role="status" aria-busy="true" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => `${row}`).map((row, at) => (
        <div className="skrow" key={row}>
          <div>
            <Bone width={widths[at % 6]!} />
            <Bone width={30 + widths[(at + 2) % 6]!} height="0.7em" />
          </div>
          <Bone width={30 + widths[(at + 3) % 6]!} height="2px" />
          <Bone height="22px" />
        </div>
      ))}
    </div>
  );
}
