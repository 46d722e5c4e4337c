import { Answer, Select, useAnswer, useWords } from '@kept/web/kit';
import { listTimes } from '../api/index.ts';
import { words } from './words.ts';

interface TimeChoiceProps {
  readonly store: string;
  readonly day: string;
  /** Milliseconds since 1970, or empty. */
  readonly starts: string;
  readonly error?: string | undefined;
  onChoose(day: string, starts: string): void;
}

/** A day and a time at which the store has a place. */
export function TimeChoice({ store, day, starts, error, onChoose }: TimeChoiceProps) {
  const t = useWords(words);
  const answer = useAnswer(listTimes, { params: { store } });
  return (
    <Answer of={answer}>
      {({ zone, times }) =>
        times.length === 0 ? (
          <p role="alert">{t.full}</p>
        ) : (
          <>
            <div className="areas">
              <Select
                label={t.day}
                none="…"
                value={day}
                error={day === '' ? error : undefined}
                options={[...new Set(times.map((each) => each.day))].map((value) => ({ value, label: value }))}
                onChoose={(next) => onChoose(next, '')}
              />
              <Select
                label={t.time}
                none="…"
                value={starts}
                error={day === '' ? undefined : error}
                options={times
                  .filter((each) => each.day === day)
                  .map(({ at, time }) => ({ value: `${at}`, label: time }))}
                onChoose={(next) => onChoose(day, next)}
              />
            </div>
            <p className="quiet">
              <small>{t.zone(zone)}</small>
            </p>
          </>
        )
      }
    </Answer>
  );
}
