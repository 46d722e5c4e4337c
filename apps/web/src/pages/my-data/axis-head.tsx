import type { CSSProperties } from 'react';
import { useFormat, useMessages } from '../../app/language.tsx';
import { inDays, type LifeAxis, nowAt, pastLabels } from '../../ui/life-axis.ts';

const placed = (at: number): CSSProperties & Record<'--at', number> => ({ '--at': at });

/** The axis that all rows share, in words; the rows say the same to a screen reader one by one. */
export function AxisHead({ axis }: { axis: LifeAxis }) {
  const t = useMessages('myData').axis;
  const format = useFormat();
  const past = pastLabels(axis);
  const word = (label: (typeof past)[number]): string => {
    if (label.kind === 'year') return String(new Date(label.moment).getFullYear());
    if (past.length > 1) return String(new Date(label.moment).getFullYear());
    const today = format.isoDay(label.moment) === format.isoDay(axis.now);
    return today ? format.time(label.moment) : format.isoDay(label.moment);
  };
  const crowded = past[1] !== undefined && past[1].at < 12;
  return (
    <div className="axis" aria-hidden="true">
      <span>{t.item}</span>
      <ol>
        {past.map((label, index) =>
          index === 0 && crowded ? null : (
            <li key={label.moment} className={index === 0 ? 'first' : undefined} style={placed(label.at)}>
              {word(label)}
            </li>
          ),
        )}
        <li className="now" style={placed(nowAt)}>
          {t.today}
        </li>
        <li style={placed(inDays(30) + 2)}>{t.month}</li>
        <li className="last" style={placed(100)}>
          {t.closing}
        </li>
      </ol>
      <span />
    </div>
  );
}
