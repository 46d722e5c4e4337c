import { type InventoryRow, readInventory } from '@kept/api';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { type Choice, Choose } from '../../ui/choose.tsx';
import { CheckField } from '../../ui/field.tsx';
import './console.css';
import { FlowChart } from './flow-chart.tsx';
import { type FlowLine, flowGraph } from './flow-graph.ts';

const ALL = '';

function once(choices: readonly Choice[]): Choice[] {
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

function Lines({ lines }: { lines: readonly FlowLine[] }) {
  const t = useMessages('versions').flow;
  const format = useFormat();
  return (
    <table className="tbl cards">
      <caption>{t.table}</caption>
      <thead>
        <tr>
          <th scope="col">{t.purpose}</th>
          <th scope="col">{t.items}</th>
          <th scope="col">{t.to}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ purpose, fields, ends }) => (
          <tr key={purpose.id}>
            <th scope="row">{purpose.label}</th>
            <td data-l={t.items}>{format.list(fields)}</td>
            <td data-l={t.to}>{format.list(ends)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Flows({ rows }: { rows: readonly InventoryRow[] }) {
  const t = useMessages('versions').flow;
  const any = { value: ALL, label: t.all };
  const [purpose, setPurpose] = useState<Choice | null>(null);
  const [end, setEnd] = useState<Choice | null>(null);
  const [sensitive, setSensitive] = useState(false);
  const purposes = once(rows.flatMap((row) => row.purposes.map(({ id, label }) => ({ value: id, label }))));
  const ends = once(
    rows.flatMap((row) => [
      ...row.recipients.map(({ id, label }) => ({ value: `r:${id}`, label })),
      ...row.regions.map(({ id, label }) => ({ value: `g:${id}`, label: t.keptIn(label) })),
    ]),
  );
  const graph = useMemo(
    () => flowGraph(rows, { purpose: purpose?.value || null, end: end?.value || null, sensitive }, t),
    [rows, purpose, end, sensitive, t],
  );
  const common = { none: t.noMatch, open: t.open };
  return (
    <>
      <div className="flow-filter">
        <Choose
          {...common}
          name="purpose"
          label={t.purpose}
          choices={[any, ...purposes]}
          value={purpose ?? any}
          onChoose={setPurpose}
        />
        <Choose
          {...common}
          name="end"
          label={t.recipient}
          choices={[any, ...ends]}
          value={end ?? any}
          onChoose={setEnd}
        />
        <CheckField name="sensitive" checked={sensitive} onCheck={setSensitive}>
          {t.sensitive}
        </CheckField>
      </div>
      {graph.lines.length === 0 ? (
        <p role="status">{t.none}</p>
      ) : (
        <>
          <p className="flow-narrow small quiet">{t.narrow}</p>
          <FlowChart graph={graph} />
          <Lines lines={graph.lines} />
        </>
      )}
    </>
  );
}

/** Where every item goes, as a picture that can be narrowed down, and as a table. */
export function FlowPage() {
  const t = useMessages('versions').flow;
  const answer = useAnswer(readInventory, {}, { staleTime: 60_000 });
  return (
    <Page wide title={t.title} lead={t.lead}>
      <Answer of={answer}>{({ rows }) => <Flows rows={rows} />}</Answer>
    </Page>
  );
}
