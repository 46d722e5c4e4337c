import { type BehalfWants, extendQueued, listQueue, openLetter, type QueuedDetail, readQueued } from '@kept/api';
import { Link, useParams } from '@tanstack/react-router';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { OnRecord } from '../../app/on-record.tsx';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Marked } from '../../ui/marked.tsx';
import { Note } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Deadline } from '../requests/deadline.tsx';
import { Steps } from '../requests/steps.tsx';
import { DecideForm } from './decide-form.tsx';
import { Documents } from './documents.tsx';
import { Fee } from './fee.tsx';
import { Waits } from './queue-page.tsx';
import { SecondLook } from './second-look.tsx';
import '../requests/requests.css';
import './queue.css';

const paramsOf = ({ region, id }: QueuedDetail): { region: string; id: string } => ({ region: region.id, id });

function Letter({ request }: { request: QueuedDetail }) {
  const t = useMessages('queue').letter;
  const { mutateAsync } = useAct(openLetter);
  if (!request.letter) return null;
  return (
    <section className="queue-part" aria-labelledby="letter-heading">
      <h2 id="letter-heading">{t.title}</h2>
      <OnRecord lead={t.text} label={t.open} open={() => mutateAsync({ params: paramsOf(request) })} />
    </section>
  );
}

function Duties({ duties }: { duties: QueuedDetail['duties'] }) {
  const t = useMessages('queue').facts;
  const format = useFormat();
  if (duties.length === 0) return null;
  return (
    <section className="queue-part" aria-labelledby="duties-heading">
      <h2 id="duties-heading">{t.duties}</h2>
      <ul className="duties">
        {duties.map(({ kind, at, label, rules }) => (
          <li key={kind}>
            <span>
              {label} <small className="quiet">{t.rules(format.list(rules))}</small>
            </span>
            <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Extend({ request }: { request: QueuedDetail }) {
  const t = useMessages('queue').extend;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(extendQueued, [readQueued, listQueue]);
  if (!request.extendable) return null;
  const extend = (): void => mutate({ params: paramsOf(request) }, { onError: (error) => say(failureText(error)) });
  return (
    <Note title={t.title}>
      <p>{t.text}</p>
      <p className="mt-3">
        <Button small busy={isPending} onClick={extend}>
          {t.go}
        </Button>
      </p>
    </Note>
  );
}

/** Who asks for another, and what. */
const behalfText = (
  { as, wants }: NonNullable<QueuedDetail['behalf']>,
  texts: Readonly<Record<'relative' | 'guardian', Readonly<Partial<Record<BehalfWants, string>>>>>,
): string | undefined => texts[as][wants];

function Detail({ request }: { request: QueuedDetail }) {
  const t = useMessages('queue');
  const format = useFormat();
  const ages = useMessages('ages');
  const { facts } = t;
  return (
    <>
      <p className="mb-10">
        <Waits request={request} />
      </p>
      <Deadline request={request} />
      <Facts
        facts={[
          [facts.jurisdiction, request.jurisdiction?.label],
          [facts.reason, request.reason?.label],
          [ages.fact, request.young?.why],
          [ages.rule, request.young && <Marked text={request.young.rule} />],
          [ages.next, request.young?.next],
          [facts.conditions, request.conditions.length > 0 && format.list(request.conditions)],
          [facts.behalf, request.behalf && behalfText(request.behalf, facts.behalfText)],
          [facts.held, request.behalf && facts.heldText[request.behalf.held ? 'yes' : 'no']],
          [facts.wished, request.behalf?.as === 'relative' && facts.wishedText[request.behalf.wished]],
          [facts.fee, request.fee],
          [facts.repeats, request.repeats > 0 && facts.repeatsText(format.number(request.repeats))],
        ]}
      />
      <div className="queue-part">
        <Steps steps={request.steps} />
      </div>
      <Duties duties={request.duties} />
      <Letter request={request} />
      <Documents request={request} />
      <Fee request={request} />
      {request.waits === 'decision' && <DecideForm request={request} />}
      {request.waits === 'second' && <SecondLook request={request} />}
      {request.state !== 'running' && <p className="quiet">{t.ended}</p>}
    </>
  );
}

/** One request of the queue, and what can be done about it. */
export function QueuedPage() {
  const t = useMessages('queue');
  const params = useParams({ from: '/console/requests/$region/$id' });
  const answer = useAnswer(readQueued, { params }, { every: 5_000 });
  const request = answer.data?.request;
  return (
    <Page
      title={request?.number ?? t.title}
      heading={request?.title ?? t.title}
      lead={request?.number}
      crumb={<Link to="/console/requests">{t.title}</Link>}
      clause={request?.clause}
      margin={request !== undefined && <Extend request={request} />}
    >
      <Answer of={answer}>{({ request: one }) => <Detail request={one} />}</Answer>
    </Page>
  );
}
