import { type Item, type MyData, readMyData } from '@kept/api';
import { useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useWide } from '../../app/media.ts';
import { useBrand } from '../../app/notice.ts';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { Icon } from '../../ui/icon.tsx';
import { lifeAxis } from '../../ui/life-axis.ts';
import { Blank } from '../../ui/pictures.tsx';
import { AxisHead } from './axis-head.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { Datum } from './datum.tsx';
import { Kinds } from './kinds.tsx';
import { LateParts } from './late-parts.tsx';
import './my-data.css';

const itemsOf = (data: MyData): Item[] => data.categories.flatMap(({ items }) => items);

/** The item that goes next on a known day. */
function nextToGo(items: readonly Item[], now: number): Item | undefined {
  const dated = items.filter((item) => (item.expires.at ?? 0) > now);
  return dated.sort((a, b) => a.expires.at! - b.expires.at!)[0];
}

function useLead(data: MyData | undefined): string | undefined {
  const t = useMessages('myData');
  const format = useFormat();
  const brand = useBrand();
  const now = useNow();
  if (data === undefined) return undefined;
  const next = nextToGo(itemsOf(data), now);
  const held = t.held(brand, data.held, data.sensitive);
  return next === undefined ? held : held + t.next(next.label, format.relative(next.expires.at!, now));
}

function Held({ data }: { data: MyData }) {
  const t = useMessages('myData');
  const wide = useWide();
  const wanted = useSearch({ from: '/person/my-data' }).item;
  const [now] = useState(() => Date.now());
  const [kind, setKind] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const all = itemsOf(data);
  const [open, setOpen] = useState<string | null>(wanted ?? (wide ? (all[0]?.id ?? null) : null));
  const axis = useMemo(
    () =>
      lifeAxis(
        now,
        itemsOf(data).map((item) => item.collectedAt),
      ),
    [data, now],
  );
  const sought = words.trim().toLocaleLowerCase();
  const groups = data.categories
    .filter(({ id }) => kind === null || id === kind)
    .map((group) => ({
      ...group,
      items: group.items.filter(({ label }) => label.toLocaleLowerCase().includes(sought)),
    }))
    .filter(({ items }) => items.length > 0);

  if (all.length === 0) {
    return (
      <Blank picture="empty" title={t.nothing.title}>
        <p>{t.nothing.text}</p>
      </Blank>
    );
  }
  return (
    <>
      <div className="find">
        <label className="input">
          <Icon of={Search} />
          <input
            type="search"
            placeholder={t.findHint}
            aria-label={t.find}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
      </div>
      <Kinds data={data} chosen={kind} onChoose={setKind} />
      <AxisHead axis={axis} />
      {groups.length === 0 && <p className="quiet py-8">{t.notFound(words)}</p>}
      {groups.map((group) => (
        <section className="group" key={group.id} aria-labelledby={`kind-${group.id}`}>
          <h2 id={`kind-${group.id}`}>
            {group.label}
            <span className="quiet">{t.items(group.items.length)}</span>
          </h2>
          <ul>
            {group.items.map((item) => (
              <Datum
                key={item.id}
                item={item}
                axis={axis}
                open={item.id === open}
                onOpen={(next) => setOpen(next ? item.id : null)}
              />
            ))}
          </ul>
        </section>
      ))}
      <p className="small quiet mt-6">{t.revealNote}</p>
    </>
  );
}

/** Everything held about the person: masked, each item with its clause and where it is in its life. */
export function MyDataPage() {
  const t = useMessages('myData');
  const data = useAnswer(readMyData, {});
  return (
    <Page title={t.title} lead={useLead(data.data)} actions={<CopyMenu />}>
      <LateParts />
      <Answer of={data}>{(held) => <Held data={held} />}</Answer>
    </Page>
  );
}
