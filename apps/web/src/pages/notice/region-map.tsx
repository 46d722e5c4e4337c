import type { Notice } from '@kept/api';
import { useFormat, useMessages } from '../../app/language.tsx';
import { columns, height, land, placeOf } from './land.ts';

type Region = Notice['regions'][number];

const dot = 0.62;
const ground = land.map(([x, y]) => `M${x} ${y}h${dot}v${dot}h-${dot}z`).join('');
/** Between two marks that would lie on each other. */
const room = 6.4;

/** Regions with where they are drawn; of two in one place the second moves aside. */
function marksOf(regions: readonly Region[]): { region: Region; nth: number; x: number; y: number }[] {
  const marks: { region: Region; nth: number; x: number; y: number }[] = [];
  regions.forEach((region, index) => {
    const place = placeOf(region.country);
    if (place === undefined) return;
    let [x, y] = place;
    while (marks.some((mark) => Math.hypot(mark.x - x, mark.y - y) < room)) x += room;
    marks.push({ region, nth: index + 1, x, y });
  });
  return marks;
}

/** Where on the earth the regions are, and between which of them anything may pass. */
export function RegionMap({ notice }: { notice: Notice }) {
  const t = useMessages('notice').regions;
  const format = useFormat();
  const { regions, transfers } = notice;
  const marks = marksOf(regions);
  const at = (id: string) => marks.find(({ region }) => region.id === id);
  const ways = transfers.flatMap(({ from, to, rule }) => {
    const [a, b] = [at(from), at(to)];
    return rule === 'never' || a === undefined || b === undefined ? [] : [{ a, b, key: `${from} ${to} ${rule}` }];
  });
  if (marks.length === 0) return null;
  return (
    <figure className="region-map">
      <svg
        viewBox={`-1 -1 ${columns + 1} ${height}`}
        role="img"
        aria-label={t.map(format.list(regions.map(({ label }) => label)))}
      >
        <path className="land" d={ground} />
        {ways.map(({ a, b, key }) => (
          <path
            key={key}
            className="way"
            d={`M${a.x} ${a.y}Q${(a.x + b.x) / 2 - 8} ${(a.y + b.y) / 2} ${b.x} ${b.y}`}
          />
        ))}
        {marks.map(({ region, nth, x, y }) => (
          <g key={region.id} className="mark">
            <circle cx={x} cy={y} r="2.9" />
            <text x={x} y={y + 1.35}>
              {nth}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <ol>
          {regions.map((region, index) => (
            <li key={region.id} id={`region-${region.id}`}>
              <span className="nth" aria-hidden="true">
                {index + 1}
              </span>
              <b>{region.label}</b> <span className="quiet">{region.residents}</span>
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}
