import type { PlannedCollection } from '@kept/api';
import { useFormat, useMessages } from '../../app/language.tsx';

const WIDTH = 220;
const HEIGHT = 52;
const GAP = 90;
const LINE = 70;
/** Collections that a picture still tells apart; of more there is the table. */
const MOST = 60;
const LONGEST = 26;

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Columns by steps from what is known of a person. One picture to who cannot see it: the table says the same. */
export function PlanChart({ plan }: { plan: readonly PlannedCollection[] }) {
  const t = useMessages('connectors');
  const format = useFormat();
  if (plan.length > MOST) return null;
  const columns = Map.groupBy(plan, ({ depth }) => depth);
  const place = new Map(
    [...columns.values()].flatMap((column) =>
      column.map(({ id, depth }, i) => [id, { x: depth * (WIDTH + GAP), y: i * LINE }] as const),
    ),
  );
  const width = columns.size * (WIDTH + GAP) - GAP;
  const height = Math.max(...[...columns.values()].map(({ length }) => length)) * LINE - (LINE - HEIGHT);
  return (
    <svg className="plan-chart" viewBox={`-1 -1 ${width + 2} ${height + 2}`} role="img" aria-label={t.picture}>
      {plan.flatMap(({ id, after }) =>
        after.map((from) => {
          const [a, b] = [place.get(from)!, place.get(id)!];
          const [x, y, u, v] = [a.x + WIDTH, a.y + HEIGHT / 2, b.x, b.y + HEIGHT / 2];
          return <path key={`${from} ${id}`} d={`M${x} ${y}C${x + GAP / 2} ${y} ${u - GAP / 2} ${v} ${u} ${v}`} />;
        }),
      )}
      {plan.map(({ id, treatment, rows }) => {
        const { x, y } = place.get(id)!;
        return (
          <g key={id}>
            <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx="6" data-t={treatment} />
            <text x={x + 12} y={y + 21}>
              <title>{id}</title>
              {short(id)}
            </text>
            <text className="plan-rows" x={x + 12} y={y + 40}>
              {`${t.rows}: ${rows === undefined ? t.unknown : format.number(rows)}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
