/**
 * An update of several devices, wave by wave, as its person reads it in a copy of their data. No clock, no storage.
 *
 *     1 0193a1f2-7c00-7000-8000-000000000001 done 10 12
 *
 * The wave, the device, how it is, the version that it ran before, and the one that was promised.
 */
export type State = 'waiting' | 'sent' | 'done' | 'failed' | 'lied' | 'skipped';

export interface Item {
  readonly wave: number;
  readonly device: string;
  readonly state: State;
  readonly before: number | null;
  readonly promised: number;
}

export const textOf = (items: readonly Item[]): string =>
  items
    .map(({ wave, device, state, before, promised }) => `${wave} ${device} ${state} ${before ?? '-'} ${promised}`)
    .join('\n');

const LINE = /^(\d{1,3}) ([0-9a-f-]{36}) (waiting|sent|done|failed|lied|skipped) (-|\d{1,12}) (\d{1,12})$/;

/** Lines that are of another form are left out: a person may correct this text as they like. */
export const itemsOf = (text: string): Item[] =>
  text.split('\n').flatMap((line): Item[] => {
    const [, wave, device, state, before, promised] = LINE.exec(line) ?? [];
    if (!wave) return [];
    return [
      {
        ...{ wave: Number(wave), device: device!, state: state as State },
        ...{ before: before === '-' ? null : Number(before), promised: Number(promised) },
      },
    ];
  });

export const withState = (items: readonly Item[], device: string, state: State): Item[] =>
  items.map((each) => (each.device === device ? { ...each, state } : each));

/** What is to be sent now: of the first wave that is not over, once nothing before it has gone wrong. */
export function dueOf(items: readonly Item[]): Item[] {
  if (isHalted(items)) return [];
  const open = items.filter(({ state }) => state === 'waiting' || state === 'sent');
  const wave = Math.min(...open.map((each) => each.wave));
  return open.filter((each) => each.wave === wave && each.state === 'waiting');
}

export const isHalted = (items: readonly Item[]): boolean =>
  items.some(({ state }) => state === 'failed' || state === 'lied');

/** What goes wrong keeps what has not begun from beginning; what is under way is waited for. */
export const halted = (items: readonly Item[]): Item[] =>
  items.map((each) => (each.state === 'waiting' ? { ...each, state: 'skipped' } : each));

export const isOver = (items: readonly Item[]): boolean =>
  items.every(({ state }) => state !== 'waiting' && state !== 'sent');
