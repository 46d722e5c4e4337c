import { passkeySignInOptions, signInWithPasskey } from '@kept/service-account/api';
import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { ApiFailure } from '../../api/failure.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useLanguage, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';

/** Signs in with a passkey, without a name or as the second step. A dialog that was closed is not an error. */
export function PasskeyButton({ onEntered, primary = false }: { onEntered(): Promise<void>; primary?: boolean }) {
  const t = useMessages('sign');
  const { language } = useLanguage();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const enter = async (): Promise<void> => {
    const options = await call(passkeySignInOptions, {}, { language });
    const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
    const response = await startAuthentication({ optionsJSON });
    await call(signInWithPasskey, { body: { response: response as never } }, { language });
    await onEntered();
  };

  const press = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    await enter().catch((error: unknown) => {
      setFailure(error instanceof ApiFailure ? failureText(error) : t.passkeyNotUsed);
    });
    setBusy(false);
  };

  return (
    <span className="grid gap-2">
      <Button
        look={primary ? 'primary' : 'second'}
        small={!primary}
        icon={KeyRound}
        busy={busy}
        onClick={() => void press()}
      >
        {t.usePasskey}
      </Button>
      {failure !== null && (
        <small role="alert" className="quiet">
          {failure}
        </small>
      )}
    </span>
  );
}
