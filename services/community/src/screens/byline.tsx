import { Tag, useFormat, useNow, useWords } from '@kept/web/kit';
import type { Comment } from '../api/index.ts';
import { words } from './words.ts';

/** Who wrote it, and when. */
export function Byline({ of: { byline, at, mine } }: { of: Pick<Comment, 'byline' | 'at' | 'mine'> }) {
  const t = useWords(words);
  const format = useFormat();
  const now = useNow();
  return (
    <p className="byline">
      <b>{byline === '' ? t.unnamed : byline}</b>
      {mine && <Tag>{t.yours}</Tag>}
      <time className="quiet" dateTime={new Date(at).toISOString()}>
        {format.relative(at, now)}
      </time>
    </p>
  );
}
