import type { Notice } from '@kept/api';
import { Globe } from 'lucide-react';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Icon } from '../../ui/icon.tsx';

const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');

/** Every party that may receive something. */
export function RecipientTable({ notice }: { notice: Notice }) {
  const t = useMessages('notice').recipients;
  const common = useMessages('common');
  const format = useFormat();
  const home = notice.regions[0]?.country;
  return (
    <table className="tbl cards parties">
      <thead>
        <tr>
          {[t.who, t.role, t.how, t.what, t.why, t.when, t.where].map((heading) => (
            <th scope="col" key={heading}>
              {heading}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{t.clause}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {notice.recipients.map((one) => (
          <tr key={one.id} id={`recipient-${one.id}`}>
            <th scope="row">
              {one.name}
              {one.url !== undefined && (
                <a className="host" href={one.url} rel="noreferrer noopener" target="_blank">
                  {hostOf(one.url)}
                </a>
              )}
            </th>
            <td data-l={t.role}>
              {one.consent === 'separate' ? <b>{common.consent.separate}</b> : common.role[one.role]}
            </td>
            <td data-l={t.how}>{one.method}</td>
            <td data-l={t.what}>{format.list(one.fields.map(({ label }) => label))}</td>
            <td data-l={t.why}>{format.list(one.purposes.map(({ label }) => label))}</td>
            <td data-l={t.when}>{one.scenario}</td>
            <td data-l={t.where} className="nowrap">
              {one.country !== home && one.country !== 'own' && <Icon of={Globe} />} {one.countryLabel}
            </td>
            <td>
              <ClauseChip id={one.clause} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
