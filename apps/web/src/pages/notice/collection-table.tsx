import type { Notice, NoticeCollection } from '@kept/api';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { ClauseChip } from '../../app/clause.tsx';
import { useMessages } from '../../app/language.tsx';
import { SensitiveTag } from '../../ui/tag.tsx';

/** A field in a row of the collection table: ● needed, ○ optional, sensitive ones marked. */
export function FieldMark({ field }: { field: NoticeCollection['fields'][number] }) {
  const t = useMessages('notice').collect;
  return (
    <span className={field.needed ? 'req' : 'opt'}>
      <span className="vh">{field.needed ? t.needed : t.optional} </span>
      {field.sensitive ? (
        <>
          <em className="sens">{field.label}</em> <SensitiveTag />
        </>
      ) : (
        field.label
      )}
    </span>
  );
}

function Row({ row, far }: { row: NoticeCollection; far: boolean }) {
  const t = useMessages('notice').collect;
  const common = useMessages('common');
  const basis = row.bases.map((one) => common.basis[one]).join(' · ');
  return (
    <tr id={`collection-${row.id}`} className={far ? 'far' : undefined}>
      <th scope="row">
        {row.label}
        <small>{row.moment}</small>
      </th>
      <td>
        <div className="fields">
          {row.fields.map((field) => (
            <FieldMark key={field.id} field={field} />
          ))}
        </div>
      </td>
      <td data-l={t.basis}>{row.consent === 'separate' ? <b>{common.consent.separate}</b> : basis}</td>
      <td data-l={t.refusal}>{row.refusal}</td>
      <td data-l={t.kept}>{row.kept}</td>
      <td>
        <ClauseChip id={row.clause} />
      </td>
    </tr>
  );
}

/** What is collected, row by row, in the order in which one meets it. */
export function CollectionTable({ notice }: { notice: Notice }) {
  const t = useMessages('notice').collect;
  const here = useRouterState({ select: ({ location }) => location.hash });
  const [chosen, setAll] = useState(false);
  const near = notice.collections.filter(({ part }) => part === 'person' || part === 'home');
  const far = notice.collections.filter((row) => !near.includes(row));
  const all = chosen || far.some(({ id }) => here === `collection-${id}`);
  return (
    <>
      <p className="legend">
        <span className="req">{t.needed}</span>
        <span className="opt">{t.optional}</span>
        <span>
          <SensitiveTag /> {t.sensitive}
        </span>
      </p>
      <table className="tbl cards collect">
        <thead>
          <tr>
            <th scope="col" className="w-[19%]">
              {t.when}
            </th>
            <th scope="col" className="w-[33%]">
              {t.what}
            </th>
            <th scope="col">{t.basis}</th>
            <th scope="col" className="w-[15%]">
              {t.refusal}
            </th>
            <th scope="col" className="w-[14%]">
              {t.kept}
            </th>
            <th scope="col">
              <span className="vh">{t.clause}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...near, ...far].map((row) => (
            <Row key={row.id} row={row} far={!all && !near.includes(row)} />
          ))}
        </tbody>
      </table>
      {far.length > 0 && !all && (
        <p className="mt-4">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {t.rest(far.length)}
          </button>
        </p>
      )}
    </>
  );
}
