import { importRows, readMyData } from '@kept/api';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Note } from '../../ui/status.tsx';
import { batchesOf, NotOpened, openPackage } from './open-package.ts';

type Reason = 'consent' | 'none' | 'value';

interface Result {
  readonly taken: number;
  readonly left: Readonly<Partial<Record<Reason, number>>>;
}

const reasonOf = (code: string): Reason =>
  code === 'RIGHTS_NOT_KEPT_HERE' ? 'none' : code === 'GATE_REFUSED' ? 'consent' : 'value';

function Outcome({ result }: { result: Result }) {
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
function useTaking(file: File | null) {
  const t = useMessages('pack').take;
  const failureText = useFailureText();
  const [progress, setProgress] = useState<readonly [done: number, total: number] | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const { mutateAsync } = useAct(importRows, [readMyData]);
  const take = async (words: string): Promise<void> => {
    const rows = await openPackage(new Uint8Array(await file!.arrayBuffer()), words);
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
  const run = (words: string): Promise<void> => {
    setTrouble(null);
    return take(words)
      .catch((error: unknown) => setTrouble(error instanceof NotOpened ? t[error.why] : failureText(error)))
      .finally(() => setProgress(null));
  };
  return { run, progress, result, trouble };
}

/** A package from elsewhere, opened here in the browser. */
export function TakeIn() {
  const t = useMessages('pack').take;
  const format = useFormat();
  const [file, setFile] = useState<File | null>(null);
  const { run, progress, result, trouble } = useTaking(file);
  const { values, errors, busy, set, setErrors, props } = useForm({
    initial: { file: '', words: '' },
    check: ({ words }): { file?: string; words?: string } => ({
      ...(file === null && { file: t.fileMissing }),
      ...(words === '' && { words: t.wordsMissing }),
    }),
    send: ({ words }) => run(words),
  });
  return (
    <section aria-labelledby="take-heading">
      <h2 id="take-heading">{t.title}</h2>
      <p className="quiet mb-4">{t.lead}</p>
      <form {...props} className="form">
        <div className="field">
          <label className="label" htmlFor="package-file">
            {t.file}
          </label>
          <input
            id="package-file"
            name="file"
            type="file"
            accept=".age,application/octet-stream"
            aria-invalid={errors.file !== undefined}
            aria-describedby={errors.file === undefined ? undefined : 'package-file-error'}
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setErrors({});
            }}
          />
          {errors.file !== undefined && (
            <small id="package-file-error" className="err" role="alert">
              {errors.file}
            </small>
          )}
        </div>
        <PasswordField
          name="words"
          label={t.words}
          error={errors.words}
          value={values.words}
          onText={(text) => set('words', text)}
          autoComplete="off"
        />
        {progress !== null && <p role="status">{t.busy(format.number(progress[0]), format.number(progress[1]))}</p>}
        {trouble !== null && (
          <Note of="broken">
            <p role="alert">{trouble}</p>
          </Note>
        )}
        {result !== null && <Outcome result={result} />}
        <div className="acts">
          <Button type="submit" busy={busy}>
            {t.go}
          </Button>
        </div>
      </form>
    </section>
  );
}
