import type { Notice } from '@kept/api';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { ClauseChip } from '../../app/clause.tsx';
import { Fees } from '../../app/fees.tsx';
import { useMessages } from '../../app/language.tsx';
import { buttonClass } from '../../ui/button.tsx';

type Deadline = Notice['rights'][number]['deadlines'][number];

function Drawn({ deadline, longest }: { deadline: Deadline; longest: number }) {
  const { days, label } = deadline;
  const kind = days === undefined ? 'dl none' : days === 0 ? 'dl now' : 'dl';
  const style: CSSProperties & Record<'--part', number> = { '--part': (days ?? 0) / longest };
  return (
    <div className={kind} style={style}>
      {label}
      <i />
    </div>
  );
}

/** Rights with their days drawn to one scale. */
export function RightsTable({ notice }: { notice: Notice }) {
  const t = useMessages('notice').rights;
  const outside = useMessages('outside');
  const longest = Math.max(1, ...notice.rights.flatMap(({ deadlines }) => deadlines.map(({ days }) => days ?? 0)));
  return (
    <>
      <table className="tbl cards rights">
        <thead>
          <tr>
            <th scope="col" className="w-[17%]">
              {t.right}
            </th>
            <th scope="col">{t.how}</th>
            {notice.jurisdictions.map(({ id, label }) => (
              <th scope="col" key={id}>
                {label}
              </th>
            ))}
            <th scope="col">
              <span className="vh">{t.clause}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {notice.rights.map((right) => (
            <tr key={right.id} id={`right-${right.id}`}>
              <th scope="row">{right.label}</th>
              <td className="quiet">{right.how}</td>
              {notice.jurisdictions.map((jurisdiction) => {
                const deadline = right.deadlines.find((one) => one.jurisdiction === jurisdiction.id);
                return (
                  <td key={jurisdiction.id} className="d" data-l={jurisdiction.label}>
                    {deadline !== undefined && <Drawn deadline={deadline} longest={longest} />}
                  </td>
                );
              })}
              <td>
                <ClauseChip id={right.clause} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Fees rights={notice.rights} />
      <p className="acts mt-5">
        <Link to="/requests" className={buttonClass()}>
          {t.exercise}
        </Link>
        <Link to="/ask" className={buttonClass('plain')}>
          {outside.title}
        </Link>
      </p>
    </>
  );
}
