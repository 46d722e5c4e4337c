import type { ActivityEntry } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { ClauseChip } from '../../app/clause.tsx';
import { useSentence } from '../../app/entry-sentence.ts';
import { AskWhy } from '../../app/explain.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { VerifyEntry } from '../../app/verify.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Status } from '../../ui/status.tsx';

const looks = { refuse: 'refused', 'cannot-tell': 'unknown', permit: undefined } as const;

function EntryFacts({ entry }: { entry: ActivityEntry }) {
  const t = useMessages('activity').facts;
  const common = useMessages('common');
  const format = useFormat();
  return (
    <Facts
      facts={[
        [t.when, format.dateTime(entry.at)],
        [t.who, entry.actor.label],
        [t.service, entry.service.label],
        [t.purpose, entry.purpose.label],
        [t.fields, format.list(entry.fields.map(({ label }) => label))],
        [t.to, [entry.recipient?.label, entry.to?.label].filter(Boolean).join(' · ')],
        [t.outcome, common.outcome[entry.outcome]],
        [t.reason, entry.reason],
        [t.entry, format.number(entry.index + 1)],
      ]}
    />
  );
}

export function EntryRow({ entry }: { entry: ActivityEntry }) {
  const t = useMessages('activity');
  const common = useMessages('common');
  const format = useFormat();
  const sentence = useSentence(entry);
  const look = looks[entry.outcome];
  const asked = { purpose: entry.purpose.id, fields: entry.fields.map(({ id }) => id), recipient: entry.recipient?.id };
  const actions = (
    <>
      {entry.kind === 'decision' && asked.fields.length > 0 && <AskWhy asked={asked} />}
      <VerifyEntry key={entry.index} index={entry.index} quiet />
      {entry.recipient !== undefined && (
        <Link to="/notice" hash={`recipient-${entry.recipient.id}`} className={buttonClass('plain', true)}>
          {common.seeParty}
        </Link>
      )}
    </>
  );
  return (
    <li data-outcome={entry.outcome}>
      <time dateTime={new Date(entry.at).toISOString()}>{format.time(entry.at)}</time>
      <div>
        <p>{sentence}</p>
        <p className="by">
          <span>{t.by(entry.actor.label, entry.service.label)}</span>
          {entry.outcome !== 'permit' && (
            <Status of={entry.outcome === 'refuse' ? 'broken' : 'unknown'}>{common.outcome[entry.outcome]}</Status>
          )}
          {entry.outcome !== 'permit' && entry.reason !== undefined && <span>{entry.reason}</span>}
        </p>
      </div>
      <ClauseChip
        id={entry.clause}
        {...(look === undefined ? {} : { look })}
        facts={<EntryFacts entry={entry} />}
        actions={actions}
      />
    </li>
  );
}
