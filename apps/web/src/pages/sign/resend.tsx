import type { Instant } from '@kept/api';
import { useEffect, useState } from 'react';
import { useMessages } from '../../app/language.tsx';

/** Milliseconds until `at`, told every second until it is there. */
export function useCountdown(at: Instant): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, at - now);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(1_000, left));
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}

/** Asks for another code, once the server allows it. */
export function Resend({ at, onResend }: { at: Instant; onResend(): Promise<void> }) {
  const t = useMessages('sign');
  const left = useCountdown(at);
  if (left > 0) return <span className="small quiet">{t.resendIn(Math.ceil(left / 1_000))}</span>;
  return (
    <button type="button" className="link small" onClick={() => void onResend()}>
      {t.resend}
    </button>
  );
}
