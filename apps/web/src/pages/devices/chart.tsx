import { type Column, chart, type Device } from '@kept/service-devices/api';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SaveReadings } from './save-readings.tsx';
import { useReadingWords } from './words.ts';

type Span = 'day' | 'month' | 'year';

const WIDTH = 720;
const HEIGHT = 160;
const FEET = 4;

interface Drawn {
  readonly columns: readonly Column[];
  readonly from: number;
  readonly until: number;
}

/** From the lowest to the highest of each stretch of time, and a line through the means; a gap is where nothing was told. */
function Drawing({ drawn: { columns, from, until }, label }: { drawn: Drawn; label: string }) {
  const format = useFormat();
  const low = Math.min(...columns.map((column) => column.low));
  const high = Math.max(...columns.map((column) => column.high));
  const room = high === low ? 1 : high - low;
  const x = (at: number): number => ((at - from) / (until - from)) * WIDTH;
  const y = (value: number): number => HEIGHT - FEET - ((value - low) / room) * (HEIGHT - 2 * FEET);
  const width = Math.max(1.5, WIDTH / 250);
  const round = (value: number): string => format.number(Math.round(value * 100) / 100);
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {columns.map((column) => (
          <rect
            key={column.from}
            className="range"
            x={x(column.from)}
            y={y(column.high)}
            width={width}
            height={Math.max(1, y(column.low) - y(column.high))}
          />
        ))}
        <polyline className="mean" points={columns.map((each) => `${x(each.from)},${y(each.mean)}`).join(' ')} />
      </svg>
      <figcaption>
        <span>{format.stamp(from)}</span>
        <span className="num">{`${round(low)} – ${round(high)}`}</span>
        <span>{format.stamp(until)}</span>
      </figcaption>
    </figure>
  );
}

/** What the device told of one thing, over a day, a month or a year. */
export function History({ home, device }: { home: string; device: Device }) {
  const t = useMessages('devices').device;
  const words = useReadingWords();
  const keys = device.readings.map(({ key }) => key).filter((key) => key !== 'action');
  const [key, setKey] = useState(keys.includes('temperature') ? 'temperature' : (keys[0] ?? 'state'));
  const [span, setSpan] = useState<Span>('day');
  const answer = useAnswer(chart, { params: { id: home, device: device.id }, query: { key, span } });
  return (
    <section className="sect" aria-labelledby="history">
      <div className="sect-head">
        <h2 id="history">{t.history}</h2>
        <Segmented
          label={t.span}
          value={span}
          options={(['day', 'month', 'year'] as const).map((value) => ({ value, label: t.spans[value] }))}
          onChoose={setSpan}
        />
      </div>
      <fieldset className="chips" aria-label={t.which}>
        {keys.map((each) => (
          <button key={each} type="button" aria-pressed={each === key} onClick={() => setKey(each)}>
            {words.name(each)}
          </button>
        ))}
      </fieldset>
      <Answer of={answer}>
        {(drawn) =>
          drawn.columns.length === 0 ? (
            <p className="quiet">{t.nothing}</p>
          ) : (
            <Drawing drawn={drawn} label={t.drawing(words.name(key), drawn.columns.length)} />
          )
        }
      </Answer>
      <p className="small quiet">{t.kept}</p>
      <SaveReadings home={home} device={device.id} />
    </section>
  );
}
