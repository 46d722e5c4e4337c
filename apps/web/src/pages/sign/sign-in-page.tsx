import type { SecondStep, SignIn } from '@kept/service-account/api';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../app/language.tsx';
import { useForget } from '../../app/session.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { CodeForm } from './code-form.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondStepForm } from './second-step-form.tsx';
import { SignFrame } from './sign-frame.tsx';

/** Goes on to where the person wanted to, with nothing left of who was here before. */
export function useEntered(): () => Promise<void> {
  const navigate = useNavigate();
  const forget = useForget();
  const { to } = useSearch({ from: '/sign-in' });
  return async () => {
    forget();
    await navigate({ href: to ?? '/home' });
  };
}

/** Signing in: a password, a code, or a passkey; then the second step where there is one. */
export function SignInPage() {
  const t = useMessages('sign').signIn;
  const outside = useMessages('outside');
  const entered = useEntered();
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [steps, setSteps] = useState<readonly SecondStep[] | null>(null);
  const [contact, setContact] = useState('');

  const onAnswer = async (answer: SignIn): Promise<void> => {
    if ('secondStep' in answer) setSteps(answer.secondStep);
    else await entered();
  };

  if (steps !== null) {
    return (
      <SignFrame title={t.secondTitle} lead={t.secondLead} way={false}>
        <SecondStepForm steps={steps} onEntered={entered} onLeave={() => setSteps(null)} />
      </SignFrame>
    );
  }
  return (
    <SignFrame title={t.title} way={false}>
      <div className="kind mb-5 mt-5">
        <Segmented
          label={t.way}
          value={way}
          options={[
            { value: 'password', label: t.byPassword },
            { value: 'code', label: t.byCode },
          ]}
          onChoose={setWay}
        />
      </div>
      {way === 'password' ? (
        <PasswordForm contact={contact} onContact={setContact} onAnswer={onAnswer} />
      ) : (
        <CodeForm contact={contact} onContact={setContact} onAnswer={onAnswer} />
      )}
      <div className="under">
        <PasskeyButton onEntered={entered} />
        <Link to="/reset">{t.forgotten}</Link>
        <Link to="/register">{t.register}</Link>
        <Link to="/ask">{outside.title}</Link>
      </div>
    </SignFrame>
  );
}
