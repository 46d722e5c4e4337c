import { type RightMetrics, readMetrics, type YearMetrics } from '@kept/api';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { saveFile } from '../../app/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import './console.css';
import './queue.css';

const COUNTS = ['received', 'done', 'denied', 'withdrawn', 'open', 'late'] as const;

function Counts({ of }: { of: YearMetrics['all'] }) {
  const t = useMessages('metrics');
  const format = useFormat();
  const days = (value: number | undefined): string =>
    value === undefined ? t.none : t.days(format.number(Math.round(value * 10) / 10));
  return (
    <>
      {COUNTS.map((name) => (
        <td key={name} className="r" data-l={t.columns[name]}>
          {format.number(of[name])}
        </td>
      ))}
      <td className="r" data-l={t.columns.median}>
        {days(of.medianDays)}
      </td>
      <td className="r" data-l={t.columns.mean}>
        {days(of.meanDays)}
      </td>
    </>
  );
}

function Row({ one }: { one: RightMetrics }) {
  const t = useMessages('metrics');
  return (
    <tr>
      <th scope="row">
        {one.right.label}
        {one.ccpa !== null && <small className="block quiet">{t.ccpa[one.ccpa]}</small>}
      </th>
      <Counts of={one} />
    </tr>
  );
}

function Table({ metrics }: { metrics: YearMetrics }) {
  const t = useMessages('metrics');
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t.columns.right}</th>
          {([...COUNTS, 'median', 'mean'] as const).map((name) => (
            <th scope="col" className="r" key={name}>
              {t.columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {metrics.rights.map((one) => (
          <Row key={one.right.id} one={one} />
        ))}
        <tr>
          <th scope="row">{t.all}</th>
          <Counts of={metrics.all} />
        </tr>
      </tbody>
    </table>
  );
}

/** What became of the requests of a year, by right, as California has it published. */
export function MetricsPage() {
  const t = useMessages('metrics');
  const thisYear = new Date(useNow()).getUTCFullYear();
  const [year, setYear] = useState(`${thisYear}`);
  const answer = useAnswer(readMetrics, { query: { year: Number(year) } });
  const save = (metrics: YearMetrics): void =>
    saveFile(`requests-${metrics.year}.json`, 'application/json', `${JSON.stringify(metrics, null, 2)}\n`);
  return (
    <Page wide title={t.title} lead={t.lead}>
      <div className="queue-tools">
        <Segmented
          label={t.year}
          value={year}
          options={[thisYear - 1, thisYear].map((each) => ({ value: `${each}`, label: `${each}` }))}
          onChoose={setYear}
        />
        {answer.data !== undefined && (
          <Button icon={Download} onClick={() => save(answer.data)}>
            {t.save}
          </Button>
        )}
      </div>
      <Answer of={answer}>
        {(metrics) =>
          metrics.rights.length === 0 ? (
            <Blank picture="empty" title={t.empty.title}>
              <p>{t.empty.text}</p>
            </Blank>
          ) : (
            <Table metrics={metrics} />
          )
        }
      </Answer>
      <p className="small quiet mt-3">{t.note}</p>
    </Page>
  );
}
