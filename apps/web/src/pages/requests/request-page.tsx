import {
  cancelRequest,
  giveDocument,
  liftRequest,
  listDocuments,
  listRequests,
  openOwnAnswer,
  type RightRequest,
  readRequest,
} from '@kept/api';
import { Link, useParams } from '@tanstack/react-router';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AnswerText, FeeAsked } from './answer.tsx';
import { Case } from './case.tsx';
import { CertificateHint, GoesAndStays } from './goes-and-stays.tsx';
import { isOpen } from './is-open.ts';
import { Proofs } from './proofs.tsx';
import './requests.css';

function Stop({ request }: { request: RightRequest }) {
  const t = useMessages('requests').stop;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(cancelRequest, [readRequest, listRequests]);
  if (!isOpen(request)) return null;
  return (
    <Note title={t.title}>
      <p>{request.cancellable ? t.can : t.cannot}</p>
      {request.cancellable && (
        <p className="mt-3">
          <Button
            small
            busy={isPending}
            onClick={() => mutate({ params: { id: request.id } }, { onError: (error) => say(failureText(error)) })}
          >
            {t.go}
          </Button>
        </p>
      )}
    </Note>
  );
}

/** What was stopped may be allowed again, by whoever had it stopped. */
function Lift({ request }: { request: RightRequest }) {
  const t = useMessages('requests').lift;
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(liftRequest, [readRequest, listRequests]);
  if (request.liftedAt !== undefined) return <Note title={t.lifted(format.dateTime(request.liftedAt))} />;
  if (request.liftable !== true) return null;
  return (
    <Note title={t.title}>
      <p>{t.text}</p>
      <p className="mt-3">
        <Button
          small
          busy={isPending}
          onClick={() => mutate({ params: { id: request.id } }, { onError: (error) => say(failureText(error)) })}
        >
          {t.go}
        </Button>
      </p>
    </Note>
  );
}

function OwnProofs({ id }: { id: string }) {
  const answer = useAnswer(listDocuments, { params: { id } });
  const { mutateAsync } = useAct(giveDocument, [listDocuments]);
  return <Proofs of={answer} give={(data) => mutateAsync({ params: { id }, body: { data } })} />;
}

function OwnAnswer({ id }: { id: string }) {
  const t = useMessages('requests').answer;
  const { mutateAsync } = useAct(openOwnAnswer);
  return <AnswerText title={t.title} lead={t.text} open={() => mutateAsync({ params: { id } })} />;
}

/** One request, step by step, while it runs and afterwards. */
export function RequestPage() {
  const t = useMessages('requests');
  const { id } = useParams({ from: '/person/requests/$id' });
  const answer = useAnswer(readRequest, { params: { id } }, { every: 2_000 });
  const request = answer.data?.request;
  return (
    <Page
      title={request?.title ?? t.title}
      heading={request === undefined ? t.title : request.number}
      crumb={<Link to="/requests">{t.title}</Link>}
      margin={
        request !== undefined && (
          <>
            <Stop request={request} />
            <Lift request={request} />
          </>
        )
      }
    >
      <Answer of={answer}>
        {({ request: one }) => (
          <>
            <Case request={one} />
            <FeeAsked request={one} />
            {one.answered === true && <OwnAnswer id={one.id} />}
            {isOpen(one) && <OwnProofs id={one.id} />}
            <GoesAndStays goes={one.goes} stays={one.stays} />
            {one.certificate !== undefined && <CertificateHint code={one.certificate} done={one.state === 'done'} />}
          </>
        )}
      </Answer>
    </Page>
  );
}
