import { downloadArrival, dropArrival, openArrival, readArrival } from '@kept/api';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { useState } from 'react';
import { addressOf } from '../../api/client.ts';
import { useAct, useAnswer } from '../../api/query.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Failure, Note } from '../../ui/status.tsx';
import { Outcome, useTaking } from './taking.tsx';

interface Opened {
  readonly token: string;
  readonly address: string;
  readonly identity: string;
}

/** Sent straight from another service: to an address made here, under a key that stays in this browser. */
export function Receive() {
  const t = useMessages('pack').receive;
  const opening = useAct(openArrival);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failed, setFailed] = useState(false);
  const open = async (): Promise<void> => {
    setFailed(false);
    try {
      const identity = await generateX25519Identity();
      const { path } = await opening.mutateAsync({});
      const address = `${location.origin}${path}#${await identityToRecipient(identity)}`;
      setOpened({ token: path.split('/').at(-1)!, address, identity });
    } catch {
      setFailed(true);
    }
  };
  return (
    <section className="mb-10" aria-labelledby="receive-heading">
      <h2 id="receive-heading">{t.title}</h2>
      <p className="quiet mb-4">{t.lead}</p>
      {opened === null ? (
        <>
          <Failure text={failed ? t.failed : null} />
          <Button onClick={() => void open()} busy={opening.isPending}>
            {t.go}
          </Button>
        </>
      ) : (
        <Waiting of={opened} />
      )}
    </section>
  );
}

function Waiting({ of: { token, address, identity } }: { of: Opened }) {
  const t = useMessages('pack').receive;
  const words = useMessages('pack').take;
  const format = useFormat();
  const come = useAnswer(readArrival, { params: { token } }, { every: 3_000 });
  const drop = useAct(dropArrival);
  const { run, progress, result, trouble } = useTaking();
  const take = async (): Promise<void> => {
    const sealed = await fetch(addressOf(downloadArrival, { params: { token } }));
    await run(new Uint8Array(await sealed.arrayBuffer()), { identity });
    await drop.mutateAsync({ params: { token } }).catch(() => null);
  };
  const whole = come.data?.whole === true;
  return (
    <>
      <label className="field">
        <span className="label">{t.address}</span>
        <div className="input area">
          <textarea readOnly rows={3} value={address} onFocus={(event) => event.target.select()} />
        </div>
        <small className="quiet">{t.hint}</small>
      </label>
      {result === null && (
        <p role="status" className="mt-3">
          {whole ? t.come(format.number(Math.ceil(come.data!.bytes / 1024))) : t.waits}
        </p>
      )}
      {progress !== null && <p role="status">{words.busy(format.number(progress[0]), format.number(progress[1]))}</p>}
      {trouble !== null && (
        <Note of="broken">
          <p role="alert">{trouble}</p>
        </Note>
      )}
      {result !== null && <Outcome result={result} />}
      {whole && result === null && (
        <div className="acts">
          <Button look="primary" busy={progress !== null} onClick={() => void take()}>
            {t.take}
          </Button>
        </div>
      )}
    </>
  );
}
