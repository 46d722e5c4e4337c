import { type AccountSession, endOneSession, endOtherSessions, listSessions } from '@kept/service-account/api';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';

function One({ session }: { session: AccountSession }) {
  const t = useMessages('account').sessions;
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(endOneSession, [listSessions]);
  const end = (): void => mutate({ params: { id: session.id } }, { onError: (error) => say(failureText(error)) });
  return (
    <li>
      <span>
        {session.device} {session.current && <Tag>{t.here}</Tag>}
        <small>
          {session.address} · {t.since(format.stamp(session.createdAt))}
        </small>
      </span>
      {!session.current && (
        <Button small busy={isPending} onClick={end}>
          {t.end}
          <span className="vh"> {session.device}</span>
        </Button>
      )}
    </li>
  );
}

function Others({ count }: { count: number }) {
  const t = useMessages('account').sessions;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(endOtherSessions, [listSessions]);
  if (count < 2) return null;
  const end = (): void =>
    mutate({}, { onSuccess: ({ ended }) => say(t.ended(ended)), onError: (error) => say(failureText(error)) });
  return (
    <p className="mt-4">
      <Button small busy={isPending} onClick={end}>
        {t.endOthers}
      </Button>
    </p>
  );
}

/** Where the person is signed in, and how to end it there. */
export function SessionsSection() {
  const t = useMessages('account').sessions;
  const answer = useAnswer(listSessions, {});
  return (
    <section className="sessions" aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">{t.title}</h2>
      <Answer of={answer}>
        {({ sessions }) => (
          <>
            <ul>
              {sessions.map((session) => (
                <One key={session.id} session={session} />
              ))}
            </ul>
            <Others count={sessions.length} />
          </>
        )}
      </Answer>
    </section>
  );
}
