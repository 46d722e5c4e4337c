import { confirmTotp, listSecondSteps, startTotp } from '@kept/service-account/api';
import { Download } from 'lucide-react';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useAct } from '../../api/query.ts';
import { useMessages } from '../../app/language.tsx';
import { saveFile } from '../../app/save-file.ts';
import { Button } from '../../ui/button.tsx';
import { CodeField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Failure } from '../../ui/status.tsx';
import { useToast } from '../../ui/toast.tsx';
import { PasswordAsk } from './password-ask.tsx';

interface Secret {
  readonly uri: string;
  readonly secret: string;
  readonly backupCodes: readonly string[];
}

const inFours = (text: string): string => (text.match(/.{1,4}/g) ?? []).join(' ');

function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useMessages('account').second;
  return (
    <div>
      <h4>{t.backupTitle}</h4>
      <p className="small quiet">{t.backupText}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code} className="mono">
            {code}
          </li>
        ))}
      </ul>
      <Button small icon={Download} onClick={() => saveFile(t.backupFile, 'text/plain', `${codes.join('\n')}\n`)}>
        {t.backupSave}
      </Button>
    </div>
  );
}

function Confirm({ secret, onDone }: { secret: Secret; onDone(): void }) {
  const t = useMessages('account').second;
  const sign = useMessages('sign');
  const common = useMessages('common');
  const { say } = useToast();
  const { mutateAsync } = useAct(confirmTotp, [listSecondSteps]);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { code: '' },
    check: ({ code }) => (code.length === 6 ? {} : { code: common.codeSix }),
    send: async (body) => {
      await mutateAsync({ body });
      say(t.totpDone);
      onDone();
    },
    places: { '/code': 'code' },
  });
  return (
    <div className="totp">
      <div className="qr">
        <QRCodeSVG value={secret.uri} size={176} marginSize={2} title={t.qr} />
        <p className="small quiet">
          {t.bySecret}
          <span className="mono block">{inFours(secret.secret)}</span>
        </p>
      </div>
      <BackupCodes codes={secret.backupCodes} />
      <form {...props} className="form">
        <CodeField
          name="code"
          label={sign.totp}
          value={values.code}
          onText={(text) => set('code', text)}
          error={errors.code}
        />
        <Failure text={failure} />
        <div className="acts">
          <Button type="submit" look="primary" small busy={busy}>
            {t.confirm}
          </Button>
          <Button small onClick={onDone}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** Setting up an authenticator app: the password, the picture to scan, the backup codes, then one code to prove it. */
export function TotpSetup({ onDone }: { onDone(): void }) {
  const t = useMessages('account').second;
  const { mutateAsync } = useAct(startTotp);
  const [secret, setSecret] = useState<Secret | null>(null);
  if (secret !== null) return <Confirm secret={secret} onDone={onDone} />;
  const start = async (password: string): Promise<void> => setSecret(await mutateAsync({ body: { password } }));
  return <PasswordAsk go={t.next} onGive={start} onLeave={onDone} />;
}
