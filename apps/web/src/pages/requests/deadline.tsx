import type { RightRequest } from '@kept/api';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Ruler } from '../../ui/ruler.tsx';

const day = 86_400_000;

/** How many days there are, how many are gone, and where the end was before it was put off. */
export function Deadline({ request }: { request: Pick<RightRequest, 'madeAt' | 'due' | 'doneAt'> }) {
  const t = useMessages('requests');
  const format = useFormat();
  const { madeAt, due } = request;
  const present = useNow();
  const now = request.doneAt ?? present;
  const days = Math.max(1, Math.round((due.at - madeAt) / day));
  const gone = Math.max(0, Math.floor((now - madeAt) / day));
  const at = (moment: number): number => Math.min(100, Math.max(0, ((moment - madeAt) / (due.at - madeAt)) * 100));
  const short = (moment: number): string => format.isoDay(moment).slice(5);
  return (
    <Ruler
      days={days}
      now={at(now)}
      standing={due.standing}
      label={t.ruler.label(days, gone)}
      start={short(madeAt)}
      today={request.doneAt === undefined ? t.ruler.today(gone + 1) : t.ruler.done}
      end={t.ruler.latest(short(due.at))}
      endBelow={due.label}
      was={due.was === undefined ? undefined : { at: at(due.was), label: t.ruler.was(short(due.was)) }}
    />
  );
}
