import { type ActivityPage as ActivityAnswer, type ActivityEntry, listActivity } from '@kept/api';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { answerKey } from '../../api/query.ts';
import { Broken } from '../../app/answer.tsx';
import { useFormat, useLanguage, useMessages } from '../../app/language.tsx';
import { useRightClause } from '../../app/notice.ts';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { EntryRow } from './entry-row.tsx';
import './activity.css';

type Show = 'all' | 'shared' | 'refused' | 'mine';

const shows: Readonly<Record<Show, (entry: ActivityEntry) => boolean>> = {
  all: () => true,
  shared: ({ recipient }) => recipient !== undefined,
  refused: ({ outcome }) => outcome !== 'permit',
  mine: ({ actor }) => actor.role === 'person',
};

function usePages(field: string | undefined) {
  const { language } = useLanguage();
  return useInfiniteQuery<ActivityAnswer, Error, { pages: ActivityAnswer[] }, readonly unknown[], number | undefined>({
    queryKey: answerKey(listActivity, language, field),
    initialPageParam: undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: 50,
        ...(pageParam === undefined ? {} : { before: pageParam }),
        ...(field === undefined ? {} : { field }),
      };
      return call(listActivity, { query }, { language, signal });
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** Entries under the day they were made, newest first. */
function byDay(entries: readonly ActivityEntry[], dayOf: (at: number) => string): [string, ActivityEntry[]][] {
  const days = new Map<string, ActivityEntry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

function Narrow({
  show,
  onShow,
  field,
  label,
}: {
  show: Show;
  onShow(to: Show): void;
  field: string | undefined;
  label: string;
}) {
  const t = useMessages('activity');
  const navigate = useNavigate();
  return (
    <fieldset className="chips mb-5" aria-label={t.show}>
      {field !== undefined && (
        <button type="button" aria-pressed="true" onClick={() => void navigate({ to: '/activity', search: {} })}>
          {label} <Icon of={X} />
        </button>
      )}
      {(Object.keys(shows) as Show[]).map((one) => (
        <button key={one} type="button" aria-pressed={one === show} onClick={() => onShow(one)}>
          {t.shows[one]}
        </button>
      ))}
    </fieldset>
  );
}

/** Every use: by whom, for what, under which clause, and whether it was allowed; each can be proven. */
export function ActivityPage() {
  const t = useMessages('activity');
  const common = useMessages('common');
  const format = useFormat();
  const { field } = useSearch({ from: '/person/activity' });
  const [show, setShow] = useState<Show>('all');
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = usePages(field);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const shown = entries.filter(shows[show]);
  const label = entries.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.label ?? field ?? '';
  return (
    <Page title={t.title} lead={t.lead} clause={useRightClause('explanation')}>
      <Narrow show={show} onShow={setShow} field={field} label={label} />
      {isPending && <SkeletonRows label={common.loading} />}
      {error !== null && data === undefined && <Broken error={error} onRetry={() => void refetch()} />}
      {data !== undefined && shown.length === 0 && !hasNextPage && (
        <Blank picture="empty" title={t.nothing.title}>
          <p>{t.nothing.text}</p>
        </Blank>
      )}
      {byDay(shown, format.date).map(([day, list]) => (
        <section className="day" key={day} aria-label={day}>
          <h2>{day}</h2>
          <ol className="entries">
            {list.map((entry) => (
              <EntryRow key={entry.index} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage && (
        <p className="mt-5">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {common.more}
          </Button>
        </p>
      )}
    </Page>
  );
}
