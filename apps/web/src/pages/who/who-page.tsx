import { type Flow, listMyRecipients, type MyRecipients } from '@kept/api';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { usePhone } from '../../app/media.ts';
import { useBrand } from '../../app/notice.ts';
import { Page } from '../../app/page.tsx';
import { saveFile } from '../../app/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { condense, keysOf, layoutFlows } from './flow-layout.ts';
import { FlowPicture } from './flow-picture.tsx';
import { Narrow, type Narrowing } from './narrow.tsx';
import { Parties } from './parties.tsx';
import { Receipts } from './receipts.tsx';
import { Summary } from './summary.tsx';
import './who.css';

function useLead(data: MyRecipients | undefined, days: number): string | undefined {
  const t = useMessages('who');
  const format = useFormat();
  if (data === undefined) return undefined;
  const fields = new Set(data.flows.map(({ field }) => field.id)).size;
  const purposes = new Set(data.flows.map(({ purpose }) => purpose.id)).size;
  const parties = data.recipients.filter(({ count }) => count > 0);
  const gone = data.flows.filter(({ to }) => to?.abroad === true);
  const lead = t.lead(days, fields, purposes, parties.length);
  if (gone.length === 0) return lead + t.noneAbroad;
  const what = format.list([...new Set(gone.map(({ field }) => field.label))]);
  return lead + t.abroad(what, format.list([...new Set(gone.map(({ to }) => to!.countryLabel))]));
}

const passes = (flow: Flow, { abroad, sensitive }: Narrowing): boolean =>
  (!abroad || flow.to?.abroad === true) && (!sensitive || flow.field.sensitive);

function Flows({
  data,
  narrowing,
  onNarrow,
}: {
  data: MyRecipients;
  narrowing: Narrowing;
  onNarrow(to: Narrowing): void;
}) {
  const t = useMessages('who');
  const brand = useBrand();
  const phone = usePhone();
  const navigate = useNavigate();
  const chosen = useSearch({ from: '/person/who' }).node ?? null;
  const choose = (node: string | null): void => {
    void navigate({ to: '/who', search: node === null ? {} : { node }, replace: true, resetScroll: false });
  };
  const layout = useMemo(() => {
    const flows = condense(
      data.flows.filter((flow) => passes(flow, narrowing)),
      phone ? 7 : 10,
      t.picture.rest,
    );
    const own = { label: t.picture.own(brand), place: data.home.countryLabel };
    return layoutFlows(flows, { length: phone ? 350 : 372, gap: phone ? 14 : 18, least: phone ? 6 : 5, own });
  }, [data, narrowing, phone, t, brand]);
  const node = layout.nodes.find(({ key }) => key === chosen) ?? null;
  const concerned = data.flows.filter((flow) => node === null || keysOf(flow).includes(node.key));
  return (
    <>
      <Narrow narrowing={narrowing} onNarrow={onNarrow} node={node} onClear={() => choose(null)} />
      {layout.nodes.length === 0 ? (
        <Blank picture="empty" title={t.nothing.title}>
          <p>{t.nothing.text}</p>
        </Blank>
      ) : (
        <FlowPicture layout={layout} chosen={node?.key ?? null} onChoose={choose} phone={phone} />
      )}
      <div className="split">
        <Receipts data={data} node={node} />
        <Summary data={data} node={node} flows={concerned} days={narrowing.days} />
      </div>
      <Parties recipients={data.recipients} />
    </>
  );
}

/** Follow one thing from field to purpose to company and country; each hand-over has a receipt. */
export function WhoPage() {
  const t = useMessages('who');
  const [narrowing, setNarrowing] = useState<Narrowing>({ days: 30, abroad: false, sensitive: false });
  const answer = useAnswer(listMyRecipients, { query: { days: narrowing.days } });
  const { data } = answer;
  const save = (): void => saveFile(t.fileName, 'application/json', JSON.stringify(data?.receipts, null, 2));
  return (
    <Page
      wide
      title={t.title}
      lead={useLead(data, narrowing.days)}
      actions={
        <Button icon={Download} disabled={data === undefined || data.receipts.length === 0} onClick={save}>
          {t.save}
        </Button>
      }
    >
      <Answer of={answer}>{(held) => <Flows data={held} narrowing={narrowing} onNarrow={setNarrowing} />}</Answer>
    </Page>
  );
}
