import { listSecondSteps, removeTotp } from '@kept/service-account/api';
import { useAct } from '../../api/query.ts';
import { useMessages } from '../../app/language.tsx';
import { useToast } from '../../ui/toast.tsx';
import { PasswordAsk } from './password-ask.tsx';

/** Turning the authenticator off: its secret and the backup codes are destroyed. */
export function TotpOff({ onDone }: { onDone(): void }) {
  const t = useMessages('account').second;
  const { say } = useToast();
  const { mutateAsync } = useAct(removeTotp, [listSecondSteps]);
  const remove = async (password: string): Promise<void> => {
    await mutateAsync({ body: { password } });
    say(t.totpGone);
    onDone();
  };
  return <PasswordAsk go={t.turnOff} onGive={remove} onLeave={onDone} />;
}
