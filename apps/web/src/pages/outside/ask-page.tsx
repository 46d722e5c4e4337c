import type { OutsideOutcome, OutsideProof } from '@kept/api';
import { useState } from 'react';
import { useMessages } from '../../app/language.tsx';
import { SignFrame } from '../sign/sign-frame.tsx';
import { AskForm } from './ask-form.tsx';
import { ForPerson } from './for-person.tsx';
import { Outcome } from './outcome.tsx';
import { ProveForm } from './prove-form.tsx';

/** For people without an account, and for those who ask in somebody's name. */
export function AskPage() {
  const t = useMessages('outside');
  const [begun, setBegun] = useState<{ proof: OutsideProof; agent: boolean } | null>(null);
  const [outcome, setOutcome] = useState<OutsideOutcome | null>(null);
  if (outcome !== null) return <Outcome outcome={outcome} />;
  if (begun === null)
    return (
      <SignFrame title={t.title} lead={t.lead}>
        <AskForm onBegun={(proof, agent) => setBegun({ proof, agent })} />
      </SignFrame>
    );
  return (
    <SignFrame title={t.title}>
      {begun.agent ? (
        <ForPerson proof={begun.proof} />
      ) : (
        <ProveForm
          proof={begun.proof}
          onResent={(proof) => setBegun({ proof, agent: false })}
          onOther={() => setBegun(null)}
          onOutcome={setOutcome}
        />
      )}
    </SignFrame>
  );
}
