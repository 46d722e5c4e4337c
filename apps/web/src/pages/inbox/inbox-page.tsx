import {
  countNotices,
  listNotices,
  markNotice,
  type Notice,
  readAllNotices,
  throwNotice,
} from '@kept/service-inbox/api';
import { listHomes } from '@kept/service-spaces/api';
import { CheckCheck, Mail, MailOpen, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import '../devices/devices.css';
import './inbox.css';

interface LineProps {
  readonly notice: Notice;
  readonly home: string;
  onRemove(): void;
}

function Line({ notice: { id, from, text, at, read }, home, onRemove }: LineProps) {
  const t = useMessages('inbox');
  const format = useFormat();
  const now = useNow();
  const failureText = useFailureText();
  const { say } = useToast();
  const mark = useAct(markNotice, [listNotices, countNotices]);
  const onError = (error: unknown): void => say(failureText(error));
  return (
    <li className={read ? undefined : 'new'}>
      <div>
        <p>
          {!read && <Tag>{t.isNew}</Tag>} {text}
        </p>
        <p className="quiet">
          {t.from(from, home)} · {format.relative(at, now)}
        </p>
      </div>
      <div className="turns">
        <IconButton
          icon={read ? Mail : MailOpen}
          label={read ? t.unreadIt : t.read}
          onClick={() => mark.mutate({ params: { notice: id }, body: { read: !read } }, { onError })}
        />
        <IconButton icon={Trash2} label={t.remove} onClick={onRemove} />
      </div>
    </li>
  );
}

/** One that was just thrown away can be taken back. */
function Undo({ notice, onDone }: { notice: Notice; onDone: () => void }) {
  const t = useMessages('inbox');
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(markNotice, [listNotices, countNotices]);
  return (
    <p className="clearing" role="status">
      {t.removed}
      <Button
        small
        icon={Undo2}
        busy={isPending}
        onClick={() =>
          mutate(
            { params: { notice: notice.id }, body: { read: notice.read } },
            {
              onSuccess: () => {
                say(t.back);
                onDone();
              },
              onError: (error) => say(failureText(error)),
            },
          )
        }
      >
        {t.undo}
      </Button>
    </p>
  );
}

/** What automations had to say to the person. */
export function InboxPage() {
  const t = useMessages('inbox');
  const failureText = useFailureText();
  const { say } = useToast();
  const answer = useAnswer(listNotices, {});
  const homes = useAnswer(listHomes, {});
  const { mutate, isPending } = useAct(readAllNotices, [listNotices, countNotices]);
  const [removed, setRemoved] = useState<Notice | null>(null);
  // Of the page: the line is gone by the time that it is done.
  const { mutate: throwAway } = useAct(throwNotice, [listNotices, countNotices]);
  const remove = (notice: Notice): void =>
    throwAway(
      { params: { notice: notice.id } },
      { onSuccess: () => setRemoved(notice), onError: (error) => say(failureText(error)) },
    );
  const unread = answer.data?.unread ?? 0;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      clause="2.1.7"
      actions={
        unread > 0 && (
          <Button
            icon={CheckCheck}
            busy={isPending}
            onClick={() => mutate({}, { onError: (error) => say(failureText(error)) })}
          >
            {t.markAll}
          </Button>
        )
      }
    >
      {removed !== null && <Undo notice={removed} onDone={() => setRemoved(null)} />}
      <Answer of={answer}>
        {({ notices }) =>
          notices.length === 0 ? (
            <p className="quiet measure">{t.none}</p>
          ) : (
            <ul className="people notices">
              {notices.map((notice) => (
                <Line
                  key={notice.id}
                  notice={notice}
                  home={homes.data?.homes.find(({ id }) => id === notice.home)?.name ?? ''}
                  onRemove={() => remove(notice)}
                />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
