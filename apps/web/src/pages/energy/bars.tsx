import type { Energies } from '@kept/service-energy/api';
import { useFormat, useMessages } from '../../app/language.tsx';

const WIDTH = 720;
const HEIGHT = 160;
const GAP = 0.18;

/** What was used in each hour, day or month; a price beside it is in the tables. */
export function Bars({
  energies: { edges, columns, kwh },
  span,
}: {
  energies: Energies;
  span: 'day' | 'month' | 'year';
}) {
  const t = useMessages('energy');
  const format = useFormat();
  const most = Math.max(...columns.map((column) => column.kwh));
  const wide = WIDTH / columns.length;
  const round = (value: number): string => t.kwh(format.number(Math.round(value * 100) / 100));
  const label = (at: number): string =>
    span === 'day' ? format.time(at) : format.isoDay(at).slice(0, span === 'year' ? 7 : 10);
  return (
    <figure className="chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.chart(round(kwh), round(most))}
      >
        {columns.map((column, i) => {
          const height = most > 0 ? Math.max(column.kwh > 0 ? 1 : 0, (column.kwh / most) * (HEIGHT - 8)) : 0;
          return (
            <rect
              key={edges[i]}
              className="used"
              x={(i + GAP / 2) * wide}
              width={wide * (1 - GAP)}
              y={HEIGHT - height}
              height={height}
            >
              <title>{`${label(edges[i]!)}: ${round(column.kwh)}`}</title>
            </rect>
          );
        })}
      </svg>
      <figcaption>
        <span>{label(edges[0]!)}</span>
        <span className="num">{round(most)}</span>
        <span>{label(edges.at(-1)! - 1)}</span>
      </figcaption>
    </figure>
  );
}
