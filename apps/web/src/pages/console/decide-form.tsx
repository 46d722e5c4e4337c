import { decideQueued, listQueue, type QueuedDetail, readQueued } from '@kept/api';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choose } from '../../ui/choose.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { RadioField } from '../../ui/radio-field.tsx';
import { Failure } from '../../ui/status.tsx';

interface ClausesProps {
  readonly request: QueuedDetail;
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  onChoose(chosen: readonly string[]): void;
}

/** The clauses of an answer, found by typing, added one by one. */
function Clauses({ request, chosen, error, onChoose }: ClausesProps) {
  const t = useMessages('queue').decide;
  const choices = request.clauses
    .filter(({ id }) => !chosen.includes(id))
    .map(({ id, title }) => ({ value: id, label: `§${id} ${title}` }));
  return (
    <>
      <Choose
        key={chosen.length}
        name="clauses"
        label={t.clauses}
        hint={t.clausesHint}
        error={error}
        none={t.nothing}
        open={t.open}
        choices={choices}
        value={null}
        onChoose={(choice) => choice && onChoose([...chosen, choice.value])}
      />
      {chosen.length > 0 && (
        <p className="chosen">
          {chosen.map((id) => (
            <Button
              key={id}
              small
              icon={X}
              aria-label={t.remove(id)}
              onClick={() => onChoose(chosen.filter((each) => each !== id))}
            >
              §{id}
            </Button>
          ))}
        </p>
      )}
    </>
  );
}

/** A decision: done, with the clauses that say why; or not, on a ground that the policy lists. */
export function DecideForm({ request }: { request: QueuedDetail }) {
  const t = useMessages('queue').decide;
  const [clauses, setClauses] = useState<readonly string[]>([]);
  const { mutateAsync } = useAct(decideQueued, [readQueued, listQueue]);
  const answers = request.clauses.length > 0;
  const { values, errors, failure, busy, set, setErrors, props } = useForm({
    initial: { outcome: '', ground: '', clauses: '', answer: '' },
    check: ({ outcome, ground, answer }): { outcome?: string; ground?: string; clauses?: string } => ({
      ...(outcome === '' && { outcome: t.outcome }),
      ...(outcome === 'refused' && ground === '' && { ground: t.groundMissing }),
      ...(outcome === 'granted' &&
        answers &&
        clauses.length === 0 &&
        answer.trim() === '' && { clauses: t.clausesMissing }),
    }),
    send: async ({ outcome, ground, answer }) => {
      const refused = outcome === 'refused';
      const body = {
        outcome: refused ? ('refused' as const) : ('granted' as const),
        ...(refused && { ground: Number(ground) }),
        ...(!refused && clauses.length > 0 && { clauses: [...clauses] }),
        ...(answer.trim() !== '' && { answer: answer.trim() }),
      };
      await mutateAsync({ params: { region: request.region.id, id: request.id }, body });
    },
    places: { '/ground': 'ground', '/clauses': 'clauses', '/answer': 'answer' },
  });
  const choose = (next: readonly string[]): void => {
    setClauses(next);
    setErrors({});
  };
  return (
    <section className="queue-part" aria-labelledby="decide-heading">
      <h2 id="decide-heading">{t.title}</h2>
      <form {...props} className="form">
        <RadioField
          name="outcome"
          label={t.outcome}
          error={errors.outcome}
          value={values.outcome}
          options={[
            { value: 'granted', label: t.granted },
            ...(request.grounds.length > 0 ? [{ value: 'refused', label: t.refused }] : []),
          ]}
          onChoose={(value) => set('outcome', value)}
        />
        {values.outcome === 'refused' && (
          <RadioField
            name="ground"
            label={t.ground}
            hint={t.two}
            error={errors.ground}
            value={values.ground}
            options={request.grounds.map((label, at) => ({ value: `${at}`, label }))}
            onChoose={(value) => set('ground', value)}
          />
        )}
        {values.outcome === 'granted' && answers && (
          <Clauses request={request} chosen={clauses} error={errors.clauses} onChoose={choose} />
        )}
        {values.outcome !== '' && (
          <TextArea
            name="answer"
            label={t.answer}
            hint={t.answerHint}
            value={values.answer}
            onText={(text) => set('answer', text)}
            maxLength={2_000}
          />
        )}
        <Failure text={failure} />
        <div className="acts">
          <Button type="submit" look="primary" busy={busy}>
            {t.go}
          </Button>
        </div>
      </form>
    </section>
  );
}
