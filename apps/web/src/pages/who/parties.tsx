import type { MyRecipient } from '@kept/api';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { AbroadTag } from '../../ui/tag.tsx';

/** Every party that may receive something of the person's, whether or not it has. */
export function Parties({ recipients }: { recipients: readonly MyRecipient[] }) {
  const t = useMessages('who').parties;
  const table = useMessages('notice').recipients;
  const common = useMessages('common');
  const format = useFormat();
  return (
    <section className="sect" aria-labelledby="parties-heading">
      <h2 id="parties-heading">{t.title}</h2>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">{table.who}</th>
            <th scope="col">{table.role}</th>
            <th scope="col">{table.what}</th>
            <th scope="col">{table.why}</th>
            <th scope="col">{table.where}</th>
            <th scope="col">{t.received}</th>
            <th scope="col">
              <span className="vh">{table.clause}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {recipients.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.name}</th>
              <td data-l={table.role} className="nowrap">
                {common.role[one.role]}
              </td>
              <td data-l={table.what}>{format.list(one.fields.map(({ label }) => label))}</td>
              <td data-l={table.why}>{format.list(one.purposes.map(({ label }) => label))}</td>
              <td data-l={table.where}>
                {one.countryLabel} {one.abroad && <AbroadTag />}
              </td>
              <td data-l={t.received} className="nowrap">
                {one.count === 0 ? t.never : t.times(one.count)}
                {one.last !== undefined && <small className="block quiet">{format.isoDay(one.last)}</small>}
              </td>
              <td>
                <ClauseChip id={one.clause} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
