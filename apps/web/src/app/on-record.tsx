import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { LetterText } from '../ui/letter-text.tsx';
import { useToast } from '../ui/toast.tsx';
import { useFailureText } from './failure-text.ts';

interface OnRecordProps {
  readonly lead: string;
  /** Of the button that opens it. */
  readonly label: string;
  open(): Promise<{ readonly text: string }>;
}

/** A text that is opened when it is asked for, since that is an entry of the ledger. */
export function OnRecord({ lead, label, open }: OnRecordProps) {
  const failureText = useFailureText();
  const { say } = useToast();
  const [text, setText] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const read = async (): Promise<void> => {
    setBusy(true);
    await open().then(
      (answer) => setText(answer.text),
      (error: unknown) => say(failureText(error)),
    );
    setBusy(false);
  };
  if (text !== null) return <LetterText text={text} />;
  return (
    <>
      <p className="quiet">{lead}</p>
      <p className="mt-3">
        <Button small busy={busy} onClick={() => void read()}>
          {label}
        </Button>
      </p>
    </>
  );
}
