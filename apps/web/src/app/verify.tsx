import { type EntryProof, readEntryProof } from '@kept/api';
import { type ReceiptFault, verifyReceipt } from '@kept/ledger/browser';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Marked } from '../ui/marked.tsx';
import { Status } from '../ui/status.tsx';
import { useFailureText } from './failure-text.ts';
import { keyStanding } from './known-keys.ts';
import { useFormat, useLanguage, useMessages } from './language.tsx';

type Outcome =
  | { readonly kind: 'verified'; readonly proof: EntryProof; readonly origin: string; readonly key: 'first' | 'same' }
  | { readonly kind: 'wrong'; readonly fault: ReceiptFault | 'key' }
  | { readonly kind: 'failed'; readonly text: string };

/** Checks a proof here, in the browser: nothing is asked of the server but the proof itself. */
async function check(proof: EntryProof, index: number): Promise<Outcome> {
  if (proof.index !== index) return { kind: 'wrong', fault: 'inclusion' };
  const { leaf, size, checkpoint, inclusion } = proof;
  const result = await verifyReceipt({ leaf, index, size, checkpoint, hashes: inclusion }, proof.publicKey);
  if (!result.valid) return { kind: 'wrong', fault: result.fault };
  const key = keyStanding(proof.publicKey);
  return key === 'changed' ? { kind: 'wrong', fault: 'key' } : { kind: 'verified', proof, origin: result.origin, key };
}

function Shown({ outcome }: { outcome: Outcome }) {
  const t = useMessages('activity').verify;
  const format = useFormat();
  if (outcome.kind === 'failed') return <p role="alert">{outcome.text}</p>;
  if (outcome.kind === 'wrong') {
    return (
      <div className="proof wrong" role="alert">
        <Status of="broken">{t.wrong}</Status>
        <span>{t.faults[outcome.fault]}</span>
      </div>
    );
  }
  const { proof, origin, key } = outcome;
  return (
    <div className="proof" role="status">
      <Status of="kept">{t.verified}</Status>
      <span>
        <Marked text={t.place(format.number(proof.index + 1), format.number(proof.size), origin)} />
      </span>
      <span>{key === 'same' ? t.keyKnown : t.keyFirst}</span>
      <details>
        <summary>{t.original}</summary>
        <pre>{proof.checkpoint}</pre>
      </details>
    </div>
  );
}

/** A button that proves an entry to the person, and what came of it. */
export function VerifyEntry({ index, quiet = false }: { index: number; quiet?: boolean }) {
  const t = useMessages('activity').verify;
  const { language } = useLanguage();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const verify = async (): Promise<void> => {
    setBusy(true);
    const result = await call(readEntryProof, { params: { index } }, { language })
      .then((proof) => check(proof, index))
      .catch((error: unknown): Outcome => ({ kind: 'failed', text: failureText(error) }));
    setOutcome(result);
    setBusy(false);
  };

  return (
    <>
      {outcome?.kind !== 'verified' && (
        <Button small look={quiet ? 'plain' : 'second'} busy={busy} onClick={() => void verify()}>
          {t.go}
        </Button>
      )}
      {outcome !== null && <Shown outcome={outcome} />}
    </>
  );
}
