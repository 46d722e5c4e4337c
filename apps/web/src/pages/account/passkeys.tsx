import { addPasskey, listSecondSteps, type Passkey, passkeyOptions, removePasskey } from '@kept/service-account/api';
import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { ApiFailure } from '../../api/failure.ts';
import { useAct } from '../../api/query.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useFormat, useMessages } from '../../app/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useForm } from '../../ui/form.ts';
import { Icon } from '../../ui/icon.tsx';
import { useToast } from '../../ui/toast.tsx';

function AddForm({ onDone }: { onDone(): void }) {
  const t = useMessages('account').second;
  const common = useMessages('common');
  const { say } = useToast();
  const options = useAct(passkeyOptions);
  const add = useAct(addPasskey, [listSecondSteps]);
  const [closed, setClosed] = useState(false);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { name: t.passkeyDefault },
    check: ({ name }) => (name.trim() === '' || name.length > 80 ? { name: t.passkeyName } : {}),
    send: async ({ name }) => {
      const optionsJSON = (await options.mutateAsync({})) as unknown as PublicKeyCredentialCreationOptionsJSON;
      const response = await startRegistration({ optionsJSON }).catch(() => null);
      setClosed(response === null);
      if (response === null) return;
      await add.mutateAsync({ body: { response: response as never, name: name.trim() } });
      say(t.passkeyDone);
      onDone();
    },
    places: { '/name': 'name' },
  });
  return (
    <form {...props} className="form mt-4">
      <TextField
        name="name"
        label={t.passkeyName}
        hint={t.passkeyNameHint}
        value={values.name}
        onText={(text) => set('name', text)}
        error={errors.name ?? failure ?? (closed ? t.passkeyClosed : undefined)}
        autoFocus
      />
      <div className="acts">
        <Button type="submit" look="primary" small busy={busy}>
          {t.passkeyMake}
        </Button>
        <Button small onClick={onDone}>
          {common.cancel}
        </Button>
      </div>
    </form>
  );
}

function One({ passkey }: { passkey: Passkey }) {
  const t = useMessages('account').second;
  const format = useFormat();
  const failureText = useFailureText();
  const { say } = useToast();
  const { mutate, isPending } = useAct(removePasskey, [listSecondSteps]);
  const remove = (): void =>
    mutate(
      { params: { id: passkey.id } },
      { onError: (error) => error instanceof ApiFailure && error.kind !== 'not-fresh' && say(failureText(error)) },
    );
  return (
    <li>
      <Icon of={KeyRound} />
      <span>
        {passkey.name}
        <small className="block quiet">{t.since(format.isoDay(passkey.createdAt))}</small>
      </span>
      <Button small busy={isPending} onClick={remove}>
        {t.remove}
        <span className="vh"> {passkey.name}</span>
      </Button>
    </li>
  );
}

/** Passkeys: list, add, remove. */
export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const t = useMessages('account').second;
  const [adding, setAdding] = useState(false);
  return (
    <div className="step">
      <div className="row">
        <div>
          <h3>{t.passkeys}</h3>
          <p>{t.passkeysText}</p>
        </div>
        <span className="quiet half">{passkeys.length === 0 ? t.off : t.count(passkeys.length)}</span>
        {!adding && (
          <Button small onClick={() => setAdding(true)}>
            {t.add}
            <span className="vh"> {t.passkeys}</span>
          </Button>
        )}
      </div>
      {passkeys.length > 0 && (
        <ul className="keys">
          {passkeys.map((passkey) => (
            <One key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {adding && <AddForm onDone={() => setAdding(false)} />}
    </div>
  );
}
