import { answerFee, listRequests, type RightRequest, readRequest } from '@kept/api';
import { useAct } from '../../api/query.ts';
import { ClauseChip } from '../../app/clause.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useMessages } from '../../app/language.tsx';
import { OnRecord } from '../../app/on-record.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';

interface AnswerTextProps {
  readonly title: string;
  readonly lead: string;
  open(): Promise<{ readonly text: string }>;
}

/** What was answered in words. */
export function AnswerText({ title, lead, open }: AnswerTextProps) {
  const t = useMessages('requests').answer;
  return (
    <div className="mt-6">
      <Note title={title}>
        <OnRecord lead={lead} label={t.open} open={open} />
      </Note>
    </div>
  );
}

/** A fee that is asked for: yes, or no and nothing is done. */
export function FeeAsked({ request }: { request: RightRequest }) {
  const t = useMessages('requests').fee;
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(answerFee, [readRequest, listRequests]);
  const { fee } = request;
  if (fee === undefined) return null;
  const answer = (accepts: boolean): void =>
    mutate({ params: { id: request.id }, body: { accepts } }, { onError: (error) => say(failureText(error)) });
  return (
    <div className="mt-6">
      <Note of={fee.state === 'due' ? 'due' : 'unknown'} title={t[fee.state](fee.label)}>
        <p>
          {fee.rule} <ClauseChip id={fee.clause} />
        </p>
        {fee.state === 'due' && (
          <div className="acts mt-3">
            <Button small busy={isPending} onClick={() => answer(true)}>
              {t.accept}
            </Button>
            <Button small busy={isPending} onClick={() => answer(false)}>
              {t.decline}
            </Button>
          </div>
        )}
      </Note>
    </div>
  );
}
