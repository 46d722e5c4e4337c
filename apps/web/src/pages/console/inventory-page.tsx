import { type InventoryRow, readInventory } from '@kept/api';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { TextField } from '../../ui/field.tsx';
import { SensitiveTag, Tag } from '../../ui/tag.tsx';
import './console.css';

const wordsOf = (row: InventoryRow): string =>
  [row.field, row.collection, ...row.purposes, ...row.recipients, ...row.regions]
    .flatMap(({ id, label }) => [id, label])
    .join(' ')
    .toLowerCase();

function Row({ row }: { row: InventoryRow }) {
  const t = useMessages('versions').inventory;
  const common = useMessages('common');
  const format = useFormat();
  return (
    <tr>
      <th scope="row">
        {row.field.label} {row.sensitive && <SensitiveTag />}
        <small className="block quiet font-normal mono">{row.field.id}</small>
      </th>
      <td data-l={t.collection}>
        {row.collection.label} {row.required && <Tag>{t.required}</Tag>}
      </td>
      <td data-l={t.purposes}>
        {row.purposes.map(({ id, label, basis }) => (
          <span className="block" key={id}>
            {label} <small className="quiet">{common.basis[basis]}</small>
          </span>
        ))}
      </td>
      <td data-l={t.recipients}>
        {row.recipients.length === 0 ? t.nobody : format.list(row.recipients.map(({ label }) => label))}
      </td>
      <td data-l={t.regions}>{format.list(row.regions.map(({ label }) => label))}</td>
      <td data-l={t.retention}>{format.list(row.retention)}</td>
      <td className="r">
        <ClauseChip id={row.clause} look="still" />
      </td>
    </tr>
  );
}

function Rows({ rows }: { rows: readonly InventoryRow[] }) {
  const t = useMessages('versions').inventory;
  const format = useFormat();
  const [wanted, setWanted] = useState('');
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = rows.filter((row) => words.every((word) => wordsOf(row).includes(word)));
  return (
    <>
      <div className="max-w-[48ch]">
        <TextField name="find" label={t.find} hint={t.findHint} value={wanted} onText={setWanted} type="search" />
      </div>
      <p className="small quiet mt-4" role="status">
        {shown.length === 0 ? t.none : t.shown(format.number(shown.length), format.number(rows.length))}
      </p>
      {shown.length > 0 && (
        <table className="tbl cards">
          <thead>
            <tr>
              {[t.field, t.collection, t.purposes, t.recipients, t.regions, t.retention].map((heading) => (
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
            {shown.map((row) => (
              <Row key={`${row.collection.id} ${row.field.id}`} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** The record of processing, whole. */
export function InventoryPage() {
  const t = useMessages('versions').inventory;
  const format = useFormat();
  const answer = useAnswer(readInventory, {}, { staleTime: 60_000 });
  return (
    <Page
      wide
      title={t.title}
      lead={answer.data && t.lead(format.number(answer.data.rows.length), answer.data.policy.version)}
    >
      <Answer of={answer}>{({ rows }) => <Rows rows={rows} />}</Answer>
    </Page>
  );
}
