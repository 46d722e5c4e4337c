import type { ActivityEntry } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { ClauseChip } from '../../app/clause.tsx';
import { useSentence } from '../../app/entry-sentence.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';

function LatestOne({ entry }: { entry: ActivityEntry }) {
  const format = useFormat();
  const now = useNow();
  const sentence = useSentence(entry);
  const look = entry.outcome === 'permit' ? 'still' : 'refused';
  return (
    <li>
      <span>{sentence}</span>
      <ClauseChip id={entry.clause} look={look} />
      <small>
        {format.relative(entry.at, now)} · {entry.actor.label}
      </small>
    </li>
  );
}

const most = 6;

/** The newest entries, in short: what was done with it, not what the person looked at themself. */
export function Latest({ entries: all }: { entries: readonly ActivityEntry[] }) {
  const t = useMessages('home').latest;
  const entries = all.filter(({ act }) => act === undefined || act === 'opened').slice(0, most);
  return (
    <section className="latest" aria-labelledby="latest-heading">
      <h2 id="latest-heading">{t.title}</h2>
      {entries.length === 0 ? (
        <p className="quiet half py-3">{t.none}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <LatestOne key={entry.index} entry={entry} />
          ))}
        </ul>
      )}
      <p className="half mt-4">
        <Link to="/activity">{t.all}</Link>
      </p>
    </section>
  );
}
