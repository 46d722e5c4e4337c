import { listSecondSteps } from '@kept/service-account/api';
import { useState } from 'react';
import { useAnswer } from '../../api/query.ts';
import { Answer } from '../../app/answer.tsx';
import { useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import { Passkeys } from './passkeys.tsx';
import { TotpOff } from './totp-off.tsx';
import { TotpSetup } from './totp-setup.tsx';

function Totp({ on }: { on: boolean }) {
  const t = useMessages('account').second;
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <div className="step">
      <div className="row">
        <div>
          <h3>{t.totp}</h3>
          <p>{t.totpText}</p>
        </div>
        {on ? <Status of="kept">{t.on}</Status> : <span className="quiet half">{t.off}</span>}
        {!open && (
          <Button small onClick={() => setOpen(true)}>
            {on ? t.turnOff : t.setUp}
            <span className="vh"> {t.totp}</span>
          </Button>
        )}
      </div>
      {open && (on ? <TotpOff onDone={close} /> : <TotpSetup onDone={close} />)}
    </div>
  );
}

/** What is asked for after the password. */
export function SecondStepSection() {
  const t = useMessages('account').second;
  const steps = useAnswer(listSecondSteps, {});
  return (
    <section className="sect" id="second-step" aria-labelledby="second-heading">
      <div className="sect-head">
        <h2 id="second-heading">{t.title}</h2>
        <span className="small">{t.hint}</span>
      </div>
      <Answer of={steps}>
        {({ totp, passkeys }) => (
          <div className="steplist">
            <Totp on={totp} />
            <Passkeys passkeys={passkeys} />
          </div>
        )}
      </Answer>
    </section>
  );
}
