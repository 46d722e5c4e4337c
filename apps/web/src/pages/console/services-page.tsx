import { type ConsoleService, listServices } from '@kept/api';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import './console.css';

function Service({ service }: { service: ConsoleService }) {
  const t = useMessages('console').services;
  const format = useFormat();
  const heading = `service-${service.id}`;
  return (
    <section className="sect" aria-labelledby={heading}>
      <div className="sect-head">
        <h2 id={heading}>{service.label}</h2>
        <span className="small mono">
          {service.id} · {service.policy.id} {service.policy.version}
        </span>
      </div>
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col" className="w-[30%]">
              {t.collection}
            </th>
            <th scope="col">{t.purposes}</th>
            <th scope="col" className="r">
              {t.fields}
            </th>
            <th scope="col" className="r">
              {t.sensitive}
            </th>
            <th scope="col">
              <span className="vh">{t.clause}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {service.collections.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              <td data-l={t.purposes}>{format.list(row.purposes.map(({ label }) => label))}</td>
              <td data-l={t.fields} className="r">
                {format.number(row.fields)}
              </td>
              <td data-l={t.sensitive} className="r">
                {format.number(row.sensitive)}
              </td>
              <td className="r">
                <ClauseChip id={row.clause} look="still" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {service.tables.length > 0 && (
        <p className="small quiet mt-3">
          {service.tables.map(({ name, rows }) => t.rows(name, format.number(rows))).join(' · ')}
        </p>
      )}
    </section>
  );
}

/** What runs, and what each declares. */
export function ServicesPage() {
  const t = useMessages('console').services;
  const answer = useAnswer(listServices, {});
  return (
    <Page wide title={t.title} lead={answer.data === undefined ? undefined : t.lead(answer.data.services.length)}>
      <Answer of={answer}>
        {({ services }) => services.map((service) => <Service key={service.id} service={service} />)}
      </Answer>
    </Page>
  );
}
