import { X } from 'lucide-react';
import { useMessages } from '../../app/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { FlowNode } from './flow-layout.ts';

/** What part of the flows is shown. */
export interface Narrowing {
  readonly days: number;
  readonly abroad: boolean;
  readonly sensitive: boolean;
}

const periods = [30, 90, 365] as const;

interface NarrowProps {
  readonly narrowing: Narrowing;
  onNarrow(to: Narrowing): void;
  readonly node: FlowNode | null;
  onClear(): void;
}

export function Narrow({ narrowing, onNarrow, node, onClear }: NarrowProps) {
  const t = useMessages('who').narrow;
  const { days, abroad, sensitive } = narrowing;
  return (
    <div className="flowhead">
      <fieldset className="chips" aria-label={t.label}>
        {node !== null && (
          <button type="button" aria-pressed="true" onClick={onClear}>
            {node.label} <Icon of={X} />
          </button>
        )}
        <button type="button" aria-pressed={abroad} onClick={() => onNarrow({ ...narrowing, abroad: !abroad })}>
          {t.abroad}
        </button>
        <button
          type="button"
          aria-pressed={sensitive}
          onClick={() => onNarrow({ ...narrowing, sensitive: !sensitive })}
        >
          {t.sensitive}
        </button>
        {periods.map((period) => (
          <button
            key={period}
            type="button"
            aria-pressed={period === days}
            onClick={() => onNarrow({ ...narrowing, days: period })}
          >
            {t.period(period)}
          </button>
        ))}
      </fieldset>
      <span className="small quiet">{t.hint}</span>
    </div>
  );
}
