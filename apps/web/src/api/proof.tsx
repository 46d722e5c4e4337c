import { Dialog } from '@base-ui/react/dialog';
import { readSession } from '@kept/api';
import { Bug } from '@kept/base';
import { proveSession } from '@kept/service-account/api';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { useLanguage, useMessages } from '../app/language.tsx';
import { Button } from '../ui/button.tsx';
import { CodeField, PasswordField } from '../ui/field.tsx';
import { useForm } from '../ui/form.ts';
import { Failure } from '../ui/status.tsx';
import { call } from './client.ts';
import { ApiFailure, isFailure } from './failure.ts';

interface Proof {
  /** Makes a call; where the server wants proof that it is still the person, asks for it and makes the call again. */
  proving<T>(act: () => Promise<T>): Promise<T>;
  /** Resolves once the session is fresh; throws `ApiFailure` when the person does not prove it. */
  beFresh(): Promise<void>;
}

const ProofContext = createContext<Proof | null>(null);

export function useProof(): Proof {
  const proof = use(ProofContext);
  if (proof === null) throw new Bug('WEB_OUTSIDE_PROVIDER', 'used outside ProofProvider');
  return proof;
}

interface Asked {
  resolve(): void;
  reject(error: unknown): void;
}

function ProofForm({ onProven, onLeave }: { onProven(): void; onLeave(): void }) {
  const t = useMessages('common');
  const { language } = useLanguage();
  const [withCode, setWithCode] = useState(false);
  const { values, errors, failure, busy, set, props } = useForm({
    initial: { password: '', code: '' },
    check: ({ password, code }) => ({
      ...(password === '' ? { password: t.proof.passwordMissing } : {}),
      ...(withCode && code.length !== 6 ? { code: t.codeSix } : {}),
    }),
    send: async ({ password, code }) => {
      try {
        await call(proveSession, { body: withCode ? { password, code } : { password } }, { language });
        onProven();
      } catch (error) {
        if (isFailure(error) && error.problem?.field === '/code') setWithCode(true);
        throw error;
      }
    },
    places: { '/password': 'password', '/code': 'code' },
  });
  return (
    <form {...props} className="form">
      <PasswordField
        name="password"
        label={t.password}
        autoComplete="current-password"
        value={values.password}
        onText={(text) => set('password', text)}
        error={errors.password}
      />
      {withCode && (
        <CodeField
          name="code"
          label={t.proof.code}
          value={values.code}
          onText={(text) => set('code', text)}
          error={errors.code}
        />
      )}
      <Failure text={failure} />
      <div className="acts">
        <Button type="submit" look="primary" busy={busy}>
          {t.proof.go}
        </Button>
        <Button onClick={onLeave}>{t.proof.leave}</Button>
      </div>
    </form>
  );
}

export function ProofProvider({ children }: { children: ReactNode }) {
  const t = useMessages('common');
  const client = useQueryClient();
  const { language } = useLanguage();
  const [asked, setAsked] = useState<Asked | null>(null);

  const ask = useCallback(() => new Promise<void>((resolve, reject) => setAsked({ resolve, reject })), []);

  const proof = useMemo<Proof>(
    () => ({
      async proving(act) {
        try {
          return await act();
        } catch (error) {
          if (!isFailure(error, 'not-fresh')) throw error;
          await ask();
          return act();
        }
      },
      async beFresh() {
        const session = await call(readSession, {}, { language });
        if (session.role === 'person' && session.freshUntil > Date.now() + 5_000) return;
        await ask();
      },
    }),
    [ask, language],
  );

  const settle = (proven: boolean): void => {
    setAsked(null);
    if (!proven) {
      asked?.reject(new ApiFailure('not-fresh'));
      return;
    }
    void client.invalidateQueries({ queryKey: [readSession.path] });
    asked?.resolve();
  };

  return (
    <ProofContext value={proof}>
      {children}
      <Dialog.Root open={asked !== null} onOpenChange={(open) => !open && settle(false)}>
        <Dialog.Portal>
          <Dialog.Backdrop className="backdrop" />
          <Dialog.Popup className="dialog">
            <Dialog.Title>{t.proof.title}</Dialog.Title>
            <Dialog.Description className="quiet mb-5">{t.proof.why}</Dialog.Description>
            <ProofForm onProven={() => settle(true)} onLeave={() => settle(false)} />
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </ProofContext>
  );
}
