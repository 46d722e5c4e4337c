import { useFormat, useWords } from '@kept/web/kit';
import type { Entry } from '../api/index.ts';
import type { Kind } from '../words.ts';
import { words } from './words.ts';

export const GROUPS = ['doors', 'locks', 'people', 'trouble', 'alarm'] as const;
export type Group = (typeof GROUPS)[number];

const GROUP: Readonly<Record<Kind, Group>> = {
  ...({ opened: 'doors', closed: 'doors', locked: 'locks', unlocked: 'locks', motion: 'people' } as const),
  ...({ person: 'people', tampered: 'trouble', fault: 'trouble', fixed: 'trouble', silent: 'trouble' } as const),
  ...({ back: 'trouble', armed: 'alarm', intrusion: 'trouble' } as const),
};
export const groupOf = ({ kind }: Entry): Group => GROUP[kind];

const WIDTH = 720;
const LANE = 26;
const TOP = 6;
const HOURS = [0, 6, 12, 18, 24];

/** When each thing happened, in lanes by kind; the list below says the same in words. */
export function Day({ entries, from, until }: { entries: readonly Entry[]; from: number; until: number }) {
  const t = useWords(words);
  const format = useFormat();
  const lanes = GROUPS.filter((group) => entries.some((each) => groupOf(each) === group));
  const height = TOP + lanes.length * LANE;
  const x = (at: number): number => ((at - from) / (until - from)) * WIDTH;
  return (
    <figure className="security-day">
      <div className="lanes" aria-hidden="true">
        {lanes.map((group) => (
          <span key={group}>{t.groups[group]}</span>
        ))}
      </div>
      <div>
        <svg
          viewBox={`0 0 ${WIDTH} ${height}`}
          preserveAspectRatio="none"
          height={height}
          role="img"
          aria-label={t.drawing(entries.length)}
        >
          {HOURS.map((hour) => (
            <line key={hour} className="hour" x1={(hour / 24) * WIDTH} x2={(hour / 24) * WIDTH} y1={0} y2={height} />
          ))}
          {entries.map((each) => (
            <line
              key={`${each.at} ${each.kind} ${each.device}`}
              className={each.kind === 'intrusion' ? 'tick bad' : 'tick'}
              x1={x(each.at)}
              x2={x(each.at)}
              y1={TOP + lanes.indexOf(groupOf(each)) * LANE}
              y2={TOP + lanes.indexOf(groupOf(each)) * LANE + LANE - 8}
            >
              <title>{`${format.time(each.at)} ${each.name} ${t.kinds[each.kind]}`}</title>
            </line>
          ))}
        </svg>
        <figcaption>
          {HOURS.map((hour) => (
            <span key={hour}>{String(hour).padStart(2, '0')}</span>
          ))}
        </figcaption>
      </div>
    </figure>
  );
}
