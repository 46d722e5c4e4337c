import { type OutsideOutcome, type OutsideProof, readOutside } from '@kept/api';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { isFailure } from '../../api/failure.ts';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useMessages } from '../../app/language.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Marked } from '../../ui/marked.tsx';
import { Blank } from '../../ui/pictures.tsx';
import { SignFrame } from '../sign/sign-frame.tsx';
import { Outcome } from './outcome.tsx';
import { ProveForm } from './prove-form.tsx';

/** Where a person sees who asks in their name, and for what; nothing is done unless they prove their contact. */
export function ConfirmPage() {
  const t = useMessages('outside');
  const { id } = useParams({ from: '/ask/$id' });
  const answer = useAnswer(readOutside, { params: { id } });
  const [proof, setProof] = useState<OutsideProof | null>(null);
  const [outcome, setOutcome] = useState<OutsideOutcome | null>(null);
  if (outcome !== null) return <Outcome outcome={outcome} />;
  const over = isFailure(answer.error, 'missing', 'refused') && answer.data === undefined;
  if (over)
    return (
      <SignFrame title={t.title}>
        <Blank
          picture="missing"
          title={t.over}
          actions={
            <Link to="/ask" className={buttonClass()}>
              {t.again}
            </Link>
          }
        >
          <p>{t.overText}</p>
        </Blank>
      </SignFrame>
    );
  return (
    <SignFrame title={t.confirmTitle} lead={t.confirmLead}>
      <Answer of={answer}>
        {({ agent, right }) => (
          <>
            <p className="mb-5">
              <Marked text={agent ? t.asked(agent.name, right.label) : t.askedSelf(right.label)} />
            </p>
            <ProveForm proof={proof ?? { proof: id }} onResent={setProof} onOutcome={setOutcome} />
          </>
        )}
      </Answer>
    </SignFrame>
  );
}
