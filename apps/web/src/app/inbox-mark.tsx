import { countNotices, listNotices } from '@kept/service-inbox/api';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { useEffect } from 'react';
import { answerKey, useAnswer } from '../api/query.ts';
import { Icon } from '../ui/icon.tsx';
import { useMessages } from './language.tsx';

/** Asked while the page is looked at; a stream beside that of a home would be one too many for several tabs. */
const EVERY_MS = 5_000;

/** How many notices are unread, as it changes; where it does, they are fetched anew. */
export function useUnread(): number {
  const client = useQueryClient();
  const unread = useAnswer(countNotices, {}, { every: EVERY_MS }).data?.unread ?? 0;
  useEffect(() => {
    if (unread >= 0) void client.invalidateQueries({ queryKey: answerKey(listNotices) });
  }, [client, unread]);
  return unread;
}

const MOST = 99;

/** The way to the inbox, with how many are unread. */
export function InboxMark({ unread }: { unread: number }) {
  const t = useMessages('inbox');
  const label = unread > 0 ? `${t.title}: ${t.unread(unread)}` : t.title;
  return (
    <Link to="/inbox" className="inbox-mark" aria-label={label} title={label}>
      <Icon of={Bell} />
      {unread > 0 && <span className="n">{unread > MOST ? `${MOST}+` : unread}</span>}
    </Link>
  );
}
