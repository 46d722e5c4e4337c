import { readUnsubscription, type UnsubscriptionState, unsubscribe } from '@kept/api';
import { Link, useParams } from '@tanstack/react-router';
import { isFailure } from '../../api/failure.ts';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { usePageTitle } from '../../app/page.tsx';
import { PublicFrame } from '../../app/public-frame.tsx';
import { ClauseSheet } from '../../app/sheet.tsx';
import { Button } from '../../ui/button.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { Note } from '../../ui/status.tsx';

function Ended({ state }: { state: UnsubscriptionState }) {
  const t = useMessages('unsubscribe');
  return (
    <>
      <h1>{t.title}</h1>
      <div className="mt-5">
        <Note of="kept" title={t.done(state.purpose.label)}>
          <p>
            {t.doneText} <Link to="/choices">{t.choices}</Link> <ClauseChip id={state.clause} />
          </p>
        </Note>
      </div>
    </>
  );
}

/** Opened by a program or by accident, this page has done nothing: only its button does. */
function Asking({ token, state }: { token: string; state: UnsubscriptionState }) {
  const t = useMessages('unsubscribe');
  const failureText = useFailureText();
  const { mutate, isPending, error } = useAct(unsubscribe, [readUnsubscription]);
  return (
    <>
      <h1>{t.ask(state.purpose.label)}</h1>
      <p className="lead quiet">
        {t.why} {t.opened} <ClauseChip id={state.clause} />
      </p>
      {error !== null && (
        <Note of="broken">
          <p role="alert">{failureText(error)}</p>
        </Note>
      )}
      <p className="acts mt-6">
        <Button look="primary" busy={isPending} onClick={() => mutate({ params: { token } })}>
          {t.go}
        </Button>
      </p>
    </>
  );
}

/** Ends one kind of mail for whoever holds one, without an account. */
export function UnsubscribePage() {
  const t = useMessages('unsubscribe');
  const { token } = useParams({ from: '/unsubscribe/$token' });
  usePageTitle(t.title);
  const answer = useAnswer(readUnsubscription, { params: { token } });
  const unknown = isFailure(answer.error, 'missing', 'refused') && answer.data === undefined;
  return (
    <PublicFrame>
      <div className="narrow">
        {unknown ? (
          <Blank picture="missing" title={t.unknown} level={1} actions={<Link to="/choices">{t.choices}</Link>}>
            <p>{t.unknownText}</p>
          </Blank>
        ) : (
          <Answer of={answer}>
            {(state) => (state.stopped ? <Ended state={state} /> : <Asking token={token} state={state} />)}
          </Answer>
        )}
      </div>
      <ClauseSheet />
    </PublicFrame>
  );
}
