import { listConsoleRecipients } from '@kept/api';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Status } from '../../ui/status.tsx';
import { Tellings } from './tellings.tsx';
import './console.css';
import './queue.css';

/** Every party outside, how it is reached, and what went there. */
export function RecipientsPage() {
  const t = useMessages('console').recipients;
  const common = useMessages('common');
  const format = useFormat();
  const answer = useAnswer(listConsoleRecipients, {}, { every: 30_000 });
  const headings = [t.who, t.what, t.where, t.how, t.delivered, t.refused, t.failed, t.last];
  return (
    <Page wide title={t.title} lead={t.lead}>
      <Answer of={answer}>
        {({ recipients }) => (
          <table className="tbl cards">
            <thead>
              <tr>
                {headings.map((heading, index) => (
                  <th scope="col" key={heading} className={index > 3 && index < 7 ? 'r' : undefined}>
                    {heading}
                  </th>
                ))}
                <th scope="col">
                  <span className="vh">{t.clause}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {recipients.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.name}
                    <small className="block quiet font-normal">{common.role[one.role]}</small>
                  </th>
                  <td data-l={t.what}>{format.list(one.fields.map(({ label }) => label))}</td>
                  <td data-l={t.where}>{one.countryLabel}</td>
                  <td data-l={t.how}>
                    {one.configured ? (
                      <Status of="kept">{one.adapter}</Status>
                    ) : (
                      <Status of="due">{t.notConfigured}</Status>
                    )}
                  </td>
                  <td data-l={t.delivered} className="r">
                    {format.number(one.delivered)}
                  </td>
                  <td data-l={t.refused} className="r">
                    {format.number(one.refused)}
                  </td>
                  <td data-l={t.failed} className="r">
                    {format.number(one.failed)}
                  </td>
                  <td data-l={t.last}>{one.last === undefined ? t.never : format.stamp(one.last)}</td>
                  <td className="r">
                    <ClauseChip id={one.clause} look="still" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Answer>
      <Tellings />
    </Page>
  );
}
