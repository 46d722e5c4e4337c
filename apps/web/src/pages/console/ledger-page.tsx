import { type LedgerState, readConsoleLedger, verifyLedger } from '@kept/api';
import { ShieldCheck } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useAct, useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Page } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Status } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import './console.css';

const standings = { never: 'unknown', running: 'unknown', verified: 'kept', broken: 'broken' } as const;

function Progress({ verification }: { verification: LedgerState['verification'] }) {
  const format = useFormat();
  const { done, total } = verification;
  const style: CSSProperties & Record<'--v', number> = { '--v': total === 0 ? 0 : (done / total) * 100 };
  return (
    <div className="live" role="status">
      <span className="bar" style={style}>
        <i />
      </span>
      <span className="num">
        {format.number(done)} / {format.number(total)}
      </span>
    </div>
  );
}

function Ledger({ ledger }: { ledger: LedgerState }) {
  const t = useMessages('console').ledger;
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(verifyLedger, [readConsoleLedger]);
  const { verification } = ledger;
  const running = verification.state === 'running';
  const heading = `ledger-${ledger.region.id}`;
  const verify = (): void =>
    mutate({ params: { region: ledger.region.id } }, { onError: (error) => say(failureText(error)) });
  return (
    <article className="policy" aria-labelledby={heading}>
      <header>
        <h2 id={heading}>{ledger.region.label}</h2>
        <Status of={standings[verification.state]}>{t.states[verification.state]}</Status>
      </header>
      <Facts
        facts={[
          [
            t.origin,
            <span key="o" className="mono">
              {ledger.origin}
            </span>,
          ],
          [t.size, format.number(ledger.size)],
          [t.checkpoint, format.dateTime(ledger.checkpointAt)],
          [
            t.root,
            <span key="r" className="mono">
              {ledger.root}
            </span>,
          ],
          [
            t.key,
            <span key="k" className="mono">
              {ledger.publicKey}
            </span>,
          ],
          [t.verified, verification.at === undefined ? t.never : format.dateTime(verification.at)],
          [t.problem, verification.problem],
        ]}
      />
      {running && <Progress verification={verification} />}
      <div className="sheet-acts">
        <Button small icon={ShieldCheck} busy={running || isPending} onClick={verify}>
          {t.verify}
        </Button>
      </div>
      <details className="note-text">
        <summary>{t.original}</summary>
        <pre>{ledger.checkpoint}</pre>
      </details>
    </article>
  );
}

/** The ledgers: how long, what is signed, and whether the whole still verifies. */
export function LedgerPage() {
  const t = useMessages('console').ledger;
  const answer = useAnswer(readConsoleLedger, {}, { every: 2_000 });
  return (
    <Page wide title={t.title} lead={t.lead}>
      <Answer of={answer}>
        {({ ledgers }) => (
          <div className="policies">
            {ledgers.map((ledger) => (
              <Ledger key={ledger.region.id} ledger={ledger} />
            ))}
          </div>
        )}
      </Answer>
    </Page>
  );
}
