import { type ConnectorState, listConnectorRuns, listConnectors, type PlannedCollection } from '@kept/api';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { Status } from '../../ui/status.tsx';
import './console.css';
import { PlanChart } from './plan-chart.tsx';

const STANDING = { answers: 'kept', drifted: 'broken', down: 'broken', refuses: 'broken' } as const;
const KINDS: Readonly<Record<ConnectorState['kind'], string>> = {
  postgresql: 'PostgreSQL',
  mariadb: 'MariaDB',
  mysql: 'MySQL',
  redis: 'Redis',
  s3: 'S3',
  files: 'CSV, Parquet',
  http: 'HTTP',
};

function Systems({ connectors }: { connectors: readonly ConnectorState[] }) {
  const t = useMessages('connectors');
  const format = useFormat();
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t.system}</th>
          <th scope="col">{t.state}</th>
          <th scope="col" className="r">
            {t.collections}
          </th>
          <th scope="col">{t.last}</th>
        </tr>
      </thead>
      <tbody>
        {connectors.map(({ id, label, kind, state, drift, collections, last, late }) => (
          <tr key={id}>
            <th scope="row">
              {label}
              <small className="block quiet font-normal">{KINDS[kind]}</small>
            </th>
            <td data-l={t.state}>
              <Status of={STANDING[state]}>{t.states[state]}</Status>
              {drift.map(({ code, at, by }) => (
                <small className="block" key={`${code} ${at}`}>
                  {`${at}: ${t.drift[code]}${by === undefined ? '' : ` (${by})`}`}
                </small>
              ))}
              {late !== undefined && <small className="block">{t.late(late.people, format.date(late.by))}</small>}
            </td>
            <td data-l={t.collections} className="r">
              {format.number(collections)}
            </td>
            <td data-l={t.last}>{last === undefined ? t.never : format.stamp(last)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Plan({ plan }: { plan: readonly PlannedCollection[] }) {
  const t = useMessages('connectors');
  const format = useFormat();
  return (
    <>
      <h3>{t.plan}</h3>
      <PlanChart plan={plan} />
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">{t.collection}</th>
            <th scope="col">{t.foundBy}</th>
            <th scope="col">{t.erased}</th>
            <th scope="col" className="r">
              {t.rows}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.map(({ id, identities, after, treatment, rows }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td data-l={t.foundBy}>
                {format.list([...(identities.length > 0 ? [t.known(format.list(identities))] : []), ...after])}
              </td>
              <td data-l={t.erased}>{t.treatments[treatment]}</td>
              <td data-l={t.rows} className="r">
                {rows === undefined ? t.unknown : format.number(rows)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Runs() {
  const t = useMessages('connectors');
  const format = useFormat();
  const answer = useAnswer(listConnectorRuns, {}, { every: 5_000 });
  return (
    <section className="systems">
      <h2>{t.running}</h2>
      <Answer of={answer}>
        {({ runs }) =>
          runs.length === 0 ? (
            <p className="quiet">{t.idle}</p>
          ) : (
            <ul className="plan-runs">
              {runs.map(({ request, region, begunAt, done, of, waits }) => (
                <li key={request}>
                  <label>
                    {`${region.label} · ${format.stamp(begunAt)} · ${t.runningOf(done, of)}`}
                    <progress value={done} max={of} />
                  </label>
                  {waits.map(({ connector, since, tries, why }) => (
                    <small className="block" key={connector}>
                      {`${t.waits(connector, format.stamp(since), tries)} · ${t.why[why]}`}
                    </small>
                  ))}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

/** Systems beside Kept: how they stand, how a person is found in them, and what is being erased. */
export function ConnectorsPage() {
  const t = useMessages('connectors');
  const answer = useAnswer(listConnectors, {}, { staleTime: 60_000 });
  return (
    <Page wide title={t.title} lead={t.lead}>
      <Answer of={answer}>
        {({ regions }) =>
          regions.length === 0 ? (
            <Blank picture="empty" title={t.none.title}>
              <p>{t.none.text}</p>
            </Blank>
          ) : (
            <>
              <Button onClick={() => void answer.refetch()} busy={answer.isFetching}>
                {t.again}
              </Button>
              {regions.map(({ region, connectors, plan }) => (
                <section className="systems" key={region.id}>
                  <h2>{region.label}</h2>
                  <Systems connectors={connectors} />
                  <Plan plan={plan} />
                </section>
              ))}
              <Runs />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
