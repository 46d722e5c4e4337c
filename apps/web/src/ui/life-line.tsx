import type { Instant } from '@kept/api';
import type { CSSProperties } from 'react';
import type { LifeAxis } from './life-axis.ts';
import { endAt, nowAt } from './life-axis.ts';

type Placed = CSSProperties & { '--at'?: number; '--from'?: number; '--now'?: number };
const placed = (at: number): Placed => ({ '--at': Math.round(at * 100) / 100 });

/** What a life line shows of a datum. */
export interface Life {
  readonly collectedAt: Instant;
  readonly uses: readonly Instant[];
  readonly shares: readonly { readonly name: string; readonly count: number; readonly last: Instant }[];
  /** When it goes; absent for "until you close" and its like. */
  readonly expiresAt?: Instant | undefined;
  /** Kept by law: a square end instead of a round one. */
  readonly held?: boolean;
}

/** Collected, used, shared, today, expires: on one line, on an axis shared with its neighbours. */
export function LifeLine({ life, axis, label }: { life: Life; axis: LifeAxis; label: string }) {
  const from = axis.at(life.collectedAt);
  const end = life.expiresAt === undefined ? endAt : axis.at(life.expiresAt);
  const style: Placed = { '--from': from, '--now': nowAt };
  return (
    <div className="life" style={style} role="img" aria-label={label}>
      <i className="collected" style={placed(from)} />
      {life.uses.map((at) => (
        <i key={at} className="use" style={placed(axis.at(at))} />
      ))}
      {life.shares.map(({ name, last }) => (
        <i key={name} className="share" style={placed(Math.max(from, axis.at(last)))} />
      ))}
      <i className={life.held === true ? 'held' : 'expires'} style={placed(end)} />
    </div>
  );
}

interface FullProps {
  readonly life: Life;
  readonly now: Instant;
  readonly words: {
    readonly label: string;
    readonly given: string;
    readonly givenOn: string;
    readonly used: string;
    readonly today: string;
    readonly goes: string;
    readonly goesWhen: string;
    shared(name: string, count: number): string;
  };
}

const room = 26;

/** Names over the line, only as many as have room. */
function roomy<T extends { readonly at: number }>(marks: readonly T[]): (T & { readonly named: boolean })[] {
  let last = -Infinity;
  return [...marks]
    .sort((a, b) => a.at - b.at)
    .map((mark) => {
      const named = mark.at - last >= room && mark.at > 6;
      if (named) last = mark.at;
      return { ...mark, named };
    });
}

/** The same line alone and in words, from the day it was collected. */
export function FullLifeLine({ life, now, words }: FullProps) {
  const today = 70;
  const span = Math.max(1, now - life.collectedAt);
  const at = (moment: Instant): number => 1 + ((Math.min(moment, now) - life.collectedAt) / span) * (today - 1);
  const shares = roomy(life.shares.map((share) => ({ ...share, at: at(share.last) })));
  const style: Placed = { '--from': 1, '--now': today };
  return (
    <ol className="life full" style={style} aria-label={words.label}>
      <li className="collected" style={placed(1)}>
        <b>{words.given}</b>
        <time>{words.givenOn}</time>
      </li>
      {life.uses.map((moment) => (
        <li key={moment} className="use" style={placed(at(moment))} aria-hidden="true" />
      ))}
      {life.uses.length > 0 && (
        <li className="use lab" style={placed(38)}>
          <b>{words.used}</b>
        </li>
      )}
      {shares.map(({ name, count, at: place, named }) => (
        <li key={name} className="share" style={placed(place)}>
          <b className={named ? '' : 'vh'}>{words.shared(name, count)}</b>
        </li>
      ))}
      <li className="now" style={placed(today)}>
        <b>{words.today}</b>
      </li>
      <li className={life.held === true ? 'held' : 'expires'} style={placed(99)}>
        <b>{words.goes}</b>
        <time>{words.goesWhen}</time>
      </li>
    </ol>
  );
}
