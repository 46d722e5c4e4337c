import type { Incident } from '@kept/api';
import type { CSSProperties } from 'react';
import { useFormat, useMessages } from '../../../app/language.tsx';
import { useNow } from '../../../app/now.ts';
import { Shape } from '../../../ui/status.tsx';

interface ClockProps {
  readonly from: number;
  readonly dueAt: number;
  /** When it was done. */
  readonly doneAt?: number | undefined;
}

/** A quarter of the time is left. */
const SOON = 75;

/** How much of the time is gone, in words, colour and length. */
export function Clock({ from, dueAt, doneAt }: ClockProps) {
  const t = useMessages('incidents');
  const format = useFormat();
  const now = useNow();
  const gone = Math.min(100, Math.max(0, (((doneAt ?? now) - from) / Math.max(1, dueAt - from)) * 100));
  const standing = gone >= 100 ? 'broken' : doneAt === undefined && gone >= SOON ? 'due' : 'kept';
  const style: CSSProperties & Record<'--v', number> = { '--v': gone };
  const span = format.relative(dueAt, now);
  return (
    <span className="left" data-s={standing}>
      {doneAt === undefined && (
        <b>
          {standing !== 'kept' && <Shape of={standing} />}
          {now >= dueAt ? t.overdue(span) : t.dueIn(span)}
        </b>
      )}
      <span className="bar" style={style} aria-hidden="true">
        <i />
      </span>
    </span>
  );
}

/** What comes next of an incident: the soonest report that is owed, or the telling of people. */
export function nextOf({ clocks, drill, state, noticedAt, peopleDueAt }: Incident) {
  if (drill || state === 'closed' || state === 'dismissed') return null;
  const owed = clocks
    .filter(({ handedIn }) => handedIn === null)
    .map(({ authority, dueAt }) => ({ label: authority.label, from: noticedAt, dueAt }));
  const people = state === 'told' ? [] : [{ label: null, from: noticedAt, dueAt: peopleDueAt }];
  return [...owed, ...people].toSorted((a, b) => a.dueAt - b.dueAt)[0] ?? null;
}
