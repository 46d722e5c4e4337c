import { useState } from 'react';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Note } from '../../ui/status.tsx';
import { Outcome, useTaking } from './taking.tsx';

/** A package from elsewhere, opened here in the browser. */
export function TakeIn() {
  const t = useMessages('pack').take;
  const format = useFormat();
  const [file, setFile] = useState<File | null>(null);
  const { run, progress, result, trouble } = useTaking();
  const { values, errors, busy, set, setErrors, props } = useForm({
    initial: { file: '', words: '' },
    check: ({ words }): { file?: string; words?: string } => ({
      ...(file === null && { file: t.fileMissing }),
      ...(words === '' && { words: t.wordsMissing }),
    }),
    send: async ({ words }) => run(new Uint8Array(await file!.arrayBuffer()), { passphrase: words }),
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
