import { listOutbox, type OutboxMessage } from '@kept/api';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import './console.css';

const standings = { kept: 'due', sent: 'kept', failed: 'broken' } as const;

function Message({ message }: { message: OutboxMessage }) {
  const t = useMessages('console').outbox;
  const format = useFormat();
  return (
    <li>
      <time dateTime={new Date(message.at).toISOString()}>{format.stamp(message.at)}</time>
      <div>
        <p className="to">
          <b>{message.recipient.label}</b> <Tag>{t.channels[message.channel]}</Tag>{' '}
          <span className="quiet">
            {message.to} · {message.purpose.label}
          </span>
        </p>
        {message.subject !== undefined && <p className="subject">{message.subject}</p>}
        <pre>{message.text}</pre>
      </div>
      <span className="end">
        <Status of={standings[message.state]}>{t.states[message.state]}</Status>
        <ClauseChip id={message.clause} />
      </span>
    </li>
  );
}

/** Messages that found no way out for want of credentials. Opening this page is recorded. */
export function OutboxPage() {
  const t = useMessages('console').outbox;
  const answer = useAnswer(listOutbox, { query: { limit: 100 } }, { every: 5_000 });
  return (
    <Page wide title={t.title} lead={t.lead}>
      <Answer of={answer}>
        {({ messages }) =>
          messages.length === 0 ? (
            <Blank picture="empty" title={t.none.title}>
              <p>{t.none.text}</p>
            </Blank>
          ) : (
            <ul className="receipts outbox">
              {messages.map((message) => (
                <Message key={message.id} message={message} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
