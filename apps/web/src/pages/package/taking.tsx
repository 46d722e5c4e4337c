/** Rows of an opened package, handed over to be kept here: how far that is, and what came of it. */
import { importRows, readMyData } from '@kept/api';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Note } from '../../ui/status.tsx';
import { batchesOf, NotOpened, type Opener, openPackage } from './open-package.ts';

type Reason = 'consent' | 'none' | 'value';

interface Result {
  readonly taken: number;
  readonly left: Readonly<Partial<Record<Reason, number>>>;
}

const reasonOf = (code: string): Reason =>
  code === 'RIGHTS_NOT_KEPT_HERE' ? 'none' : code === 'GATE_REFUSED' ? 'consent' : 'value';

export function Outcome({ result }: { result: Result }) {
  const t = useMessages('pack').take;
  const format = useFormat();
  const left = Object.entries(result.left) as [Reason, number][];
  return (
    <div role="status">
      <Note of={left.length === 0 ? 'kept' : 'due'} title={t.done(format.number(result.taken))}>
        {left.map(([reason, count]) => (
          <p key={reason}>
            {t.left(format.number(count))} {t.reasons[reason]}
          </p>
        ))}
      </Note>
    </div>
  );
}

/** Opens the file, hands its rows over batch by batch, and tells how far it is. */
export function useTaking() {
  const t = useMessages('pack').take;
  const failureText = useFailureText();
  const [progress, setProgress] = useState<readonly [done: number, total: number] | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const { mutateAsync } = useAct(importRows, [readMyData]);
  const take = async (sealed: Uint8Array, opener: Opener): Promise<void> => {
    const rows = await openPackage(sealed, opener);
    const left: Partial<Record<Reason, number>> = {};
    let [taken, done] = [0, 0];
    for (const batch of batchesOf(rows)) {
      setProgress([done, rows.length]);
      const answer = await mutateAsync({
        body: { rows: batch.map(({ collection, values }) => ({ collection, values })) },
      });
      done += batch.length;
      taken += answer.taken;
      for (const { code } of answer.left) left[reasonOf(code)] = (left[reasonOf(code)] ?? 0) + 1;
    }
    setResult({ taken, left });
  };
  const [trouble, setTrouble] = useState<string | null>(null);
  const run = (sealed: Uint8Array, opener: Opener): Promise<void> => {
    setTrouble(null);
    return take(sealed, opener)
      .catch((error: unknown) => setTrouble(error instanceof NotOpened ? t[error.why] : failureText(error)))
      .finally(() => setProgress(null));
  };
  return { run, progress, result, trouble };
}
