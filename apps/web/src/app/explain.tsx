import { Dialog } from '@base-ui/react/dialog';
import { type Explanation, explainDecision } from '@kept/api';
import { CircleHelp, X } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../api/query.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Status } from '../ui/status.tsx';
import { Answer } from './answer.tsx';
import { useMessages } from './language.tsx';

export interface Asked {
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly recipient?: string | undefined;
}

const standings = { permit: 'kept', refuse: 'broken', 'cannot-tell': 'unknown' } as const;
const results = { passed: 'kept', failed: 'broken', 'not-asked': 'unknown', 'cannot-tell': 'unknown' } as const;

function Explained({ explanation }: { explanation: Explanation }) {
  const t = useMessages('activity').explain;
  const common = useMessages('common');
  return (
    <>
      <p className="mt-1">
        <Status of={standings[explanation.outcome]}>{common.outcome[explanation.outcome]}</Status>{' '}
        <span className="quiet">{t.under(explanation.purpose.label, explanation.clause)}</span>
      </p>
      <h3 className="mt-5">{t.checks}</h3>
      <ol className="checks">
        {explanation.checks.map((check) => (
          <li key={check.label}>
            <Status of={results[check.result]}>{check.label}</Status>
            {check.clause !== undefined && <span className="clause still">§{check.clause}</span>}
            <p>{check.text}</p>
          </li>
        ))}
      </ol>
      {explanation.change.length > 0 && (
        <>
          <h3 className="mt-5">{t.change}</h3>
          <ul className="checks">
            {explanation.change.map((text) => (
              <li key={text}>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Asking({ asked }: { asked: Asked }) {
  const { purpose, fields, recipient } = asked;
  const body = { purpose, fields: [...fields], ...(recipient === undefined ? {} : { recipient }) };
  const explanation = useAnswer(explainDecision, { body }, { staleTime: 0 });
  return <Answer of={explanation}>{(data) => <Explained explanation={data} />}</Answer>;
}

/** Asks why something is allowed or refused as things stand, and shows every check in order. */
export function AskWhy({ asked, small = true }: { asked: Asked; small?: boolean }) {
  const t = useMessages('activity').explain;
  const common = useMessages('common');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small={small} icon={CircleHelp} onClick={() => setOpen(true)}>
        {t.ask}
      </Button>
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Portal>
          <Dialog.Backdrop className="backdrop" />
          <Dialog.Popup className="sheet pop">
            <header>
              <Dialog.Title>{t.title}</Dialog.Title>
              <Dialog.Close render={<IconButton icon={X} label={common.close} />} />
            </header>
            {open && <Asking asked={asked} />}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </>
  );
}
