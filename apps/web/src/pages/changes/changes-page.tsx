import { answerChange, type ChangeAsked, type MyChanges, readMyChanges } from '@kept/api';
import { Undo2 } from 'lucide-react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { ChangeSections } from '../../app/change-sections.tsx';
import { ClauseChip } from '../../app/clause.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { useNow } from '../../app/now.ts';
import { Page } from '../../app/page.tsx';
import { EqualButtons } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { SensitiveTag } from '../../ui/tag.tsx';
import { useToast } from '../../ui/toast.tsx';
import '../choices/choices.css';

function useAnswering(notice: string) {
  const t = useMessages('versions').changes;
  const act = useAct(answerChange, [readMyChanges]);
  const toast = useToast();
  const text = useFailureText();
  return {
    busy: act.isPending,
    answer: (matter: string, agreed: boolean) =>
      act.mutate(
        { params: { matter }, body: { agreed, notice } },
        { onSuccess: () => toast.say(t.saved), onError: (error) => toast.say(text(error)) },
      ),
  };
}

/** One question, alone: what would be used, what no means; two equal buttons. */
function Asked({ one, notice }: { one: ChangeAsked; notice: string }) {
  const t = useMessages('versions').changes;
  const common = useMessages('common');
  const format = useFormat();
  const { busy, answer } = useAnswering(notice);
  const heading = `change-${one.matter}`;
  const question = one.recipient ? t.questionTo(one.purpose.label, one.recipient.label) : t.question(one.purpose.label);
  return (
    <article className="question" aria-labelledby={heading}>
      <header>
        <span className="of">{t.state[one.state]}</span>
        <ClauseChip id={one.clause} />
      </header>
      <h3 id={heading}>
        {question} {one.fields.some(({ sensitive }) => sensitive) && <SensitiveTag />}
      </h3>
      <Facts
        facts={[
          [t.fields, format.list(one.fields.map(({ label }) => label))],
          [t.basis, common.basis[one.basis]],
          [t.no, <b key="no">{t.noMeans}</b>],
        ]}
      />
      <EqualButtons
        label={question}
        no={t.no}
        yes={t.yes}
        answer={one.state === 'waiting' ? null : one.state === 'agreed'}
        busy={busy}
        onAnswer={(agreed) => answer(one.matter, agreed)}
      />
      <p className="undo">
        <Icon of={Undo2} />
        {t.undo}
      </p>
    </article>
  );
}

function Questions({ asked, notice }: { asked: readonly ChangeAsked[]; notice: string }) {
  const t = useMessages('versions').changes;
  const waiting = asked.filter(({ state }) => state === 'waiting');
  const answered = asked.filter(({ state }) => state !== 'waiting');
  return (
    <>
      {waiting.length > 0 && (
        <section className="sect" aria-labelledby="asked-heading">
          <div className="sect-head">
            <h2 id="asked-heading">{t.asked(waiting.length)}</h2>
            <span className="small">{t.hint}</span>
          </div>
          {waiting.map((one) => (
            <Asked key={one.matter} one={one} notice={notice} />
          ))}
        </section>
      )}
      {answered.length > 0 && (
        <section className="sect" aria-labelledby="answered-heading">
          <h2 id="answered-heading">{t.answered}</h2>
          {answered.map((one) => (
            <Asked key={one.matter} one={one} notice={notice} />
          ))}
        </section>
      )}
    </>
  );
}

/** Rights of which the new version leaves less: they stay, until the person gives that up. */
function Rights({ rights, notice }: { rights: MyChanges['rights']; notice: string }) {
  const t = useMessages('versions').changes;
  const { busy, answer } = useAnswering(notice);
  if (rights.length === 0) return null;
  return (
    <section className="sect" aria-labelledby="rights-heading">
      <div className="sect-head">
        <h2 id="rights-heading">{t.rights}</h2>
        <span className="small">{t.rightsHint}</span>
      </div>
      {rights.map((right) => (
        <article className="question" key={right.matter} aria-labelledby={`kept-${right.matter}`}>
          <h3 id={`kept-${right.matter}`}>{right.label}</h3>
          <p className="mb-4">{right.state === 'agreed' ? t.rightAgreed : right.kept.join(' ')}</p>
          <EqualButtons
            label={right.label}
            no={t.keep}
            yes={t.giveUp}
            answer={right.state === 'agreed' ? true : null}
            busy={busy}
            onAnswer={(agreed) => answer(right.matter, agreed)}
          />
        </article>
      ))}
    </section>
  );
}

function Since({ versions }: { versions: MyChanges['versions'] }) {
  const t = useMessages('versions').changes;
  const format = useFormat();
  const now = useNow();
  if (versions.length === 0) {
    return (
      <Blank picture="empty" title={t.none.title}>
        <p>{t.none.text}</p>
      </Blank>
    );
  }
  return (
    <section className="sect" aria-labelledby="since-heading">
      <h2 id="since-heading">{t.versions}</h2>
      {versions.map(({ policy, effectiveAt, summary, sections }) => {
        const when = effectiveAt === null ? '' : format.date(effectiveAt);
        return (
          <details className="note-text" key={policy.hash} open={versions.length === 1}>
            <summary>
              {policy.version} · {effectiveAt !== null && effectiveAt > now ? t.soon(when) : t.from(when)}
            </summary>
            <p className="mt-4">{summary.join(' ')}</p>
            <div className="mt-4">
              <ChangeSections sections={sections} level={3} id={policy.version} />
            </div>
          </details>
        );
      })}
    </section>
  );
}

/** What changed in the policy since the person joined, and what waits for their yes: each answer is an act of its own. */
export function ChangesPage() {
  const t = useMessages('versions').changes;
  const answer = useAnswer(readMyChanges, {});
  const waiting = answer.data?.asked.filter(({ state }) => state === 'waiting').length ?? 0;
  return (
    <Page title={t.title} lead={answer.data && t.lead(answer.data.policy.version, answer.data.joined.version, waiting)}>
      <Answer of={answer}>
        {({ policy, asked, rights, versions }) => (
          <>
            <Questions asked={asked} notice={policy.hash} />
            <Rights rights={rights} notice={policy.hash} />
            <Since versions={versions} />
          </>
        )}
      </Answer>
    </Page>
  );
}
