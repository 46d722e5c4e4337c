import { readMyChanges } from '@kept/api';
import { Link, useRouterState } from '@tanstack/react-router';
import { FileDiff } from 'lucide-react';
import { useAnswer } from '../api/query.ts';
import { Icon } from '../ui/icon.tsx';
import { useFormat, useMessages } from './language.tsx';
import { useNow } from './now.ts';

const OFTEN = 5 * 60_000;

/** Tells on every page, as the policy promises, that a version is coming, or that something waits for the person's yes. */
export function ChangesBar() {
  const t = useMessages('versions').bar;
  const format = useFormat();
  const now = useNow();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { data } = useAnswer(readMyChanges, {}, { staleTime: OFTEN });
  const waiting = data?.asked.filter(({ state }) => state === 'waiting').length ?? 0;
  const coming = data?.versions.find(({ effectiveAt }) => effectiveAt !== null && effectiveAt > now);
  if (path === '/changes' || (waiting === 0 && coming === undefined)) return null;
  return (
    <div className="off" role="status">
      <Icon of={FileDiff} />
      <span>
        {coming === undefined ? t.waiting(waiting) : t.coming(format.date(coming.effectiveAt!))}{' '}
        <Link to="/changes">{t.open}</Link>
      </span>
    </div>
  );
}
