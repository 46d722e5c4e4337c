import { agreeQueued, listQueue, openProposedAnswer, type QueuedDetail, readQueued } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../api/query.ts';
import { ClauseChip } from '../../app/clause.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AnswerText } from '../requests/answer.tsx';

/** A decision that waits for a second person: agreed with, or sent back, by anybody but whoever proposed it. */
export function SecondLook({ request }: { request: QueuedDetail }) {
  const t = useMessages('queue').second;
  const ages = useMessages('ages');
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(agreeQueued, [readQueued, listQueue]);
  const opening = useAct(openProposedAnswer);
  const { decision, chosen } = request;
  const answer = (agrees: boolean): void =>
    mutate(
      { params: { region: request.region.id, id: request.id }, body: { agrees } },
      { onError: (error) => say(failureText(error)) },
    );
  return (
    <section className="queue-part" aria-labelledby="second-heading">
      <h2 id="second-heading">{t.title}</h2>
      <p>
        {decision?.outcome === 'refused' ? t.refused(chosen.ground ?? '') : request.young ? ages.proposed : t.granted}{' '}
        {chosen.clauses.map((id) => (
          <ClauseChip key={id} id={id} />
        ))}
      </p>
      {request.answered && (
        <AnswerText
          title={t.answer}
          lead={t.answerText}
          open={() => opening.mutateAsync({ params: { region: request.region.id, id: request.id } })}
        />
      )}
      {decision?.mine === true ? (
        <>
          <p className="quiet">{t.mine}</p>
          <div className="acts mt-3">
            <Link to="/console/staff" className={buttonClass('second')}>
              {t.invite}
            </Link>
          </div>
        </>
      ) : (
        <div className="acts mt-3">
          <Button busy={isPending} onClick={() => answer(false)}>
            {t.back}
          </Button>
          <Button busy={isPending} onClick={() => answer(true)}>
            {t.agree}
          </Button>
        </div>
      )}
    </section>
  );
}
