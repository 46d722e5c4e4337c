import type { DocumentList } from '@kept/api';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Failure, Note } from '../../ui/status.tsx';

/** Two MiB: more would be refused. */
const LONGEST = 2_097_152;

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

interface ProofsProps {
  readonly of: UseQueryResult<DocumentList>;
  give(data: string): Promise<unknown>;
}

/** Documents for those who decide, where the request asks for proof. */
export function Proofs({ of: { data }, give }: ProofsProps) {
  const t = useMessages('requests').proof;
  const format = useFormat();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (data === undefined || (!data.wanted && data.documents.length === 0)) return null;
  const { documents, most, wanted } = data;
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > LONGEST) return setFailure(t.large);
    setBusy(true);
    setFailure(null);
    await give(await base64Of(file)).catch((error: unknown) => setFailure(failureText(error)));
    setBusy(false);
  };
  return (
    <div className="mt-6">
      <Note of={documents.length === 0 ? 'due' : 'kept'} title={t.title}>
        <p>{t.text}</p>
        <div role="status">
          {documents.map(({ id, type, bytes }, at) => (
            <p key={id}>{t.given(at + 1, t.types[type], format.number(Math.ceil(bytes / 1_024)))}</p>
          ))}
        </div>
        {wanted && documents.length < most && (
          <div className="field mt-3">
            <label className="label" htmlFor="proof-file">
              {t.file}
            </label>
            <input
              id="proof-file"
              type="file"
              accept="application/pdf,image/jpeg,image/png,image/webp"
              disabled={busy}
              onChange={({ target }) => {
                void take(target.files?.[0]);
                target.value = '';
              }}
            />
          </div>
        )}
        <Failure text={failure} />
      </Note>
    </div>
  );
}
