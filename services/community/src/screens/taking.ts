import { useFailureText, useLater, useToast } from '@kept/web/kit';
import { useState } from 'react';

/** Something of one's own that goes from the page at once, and for good a moment later unless it is taken back. */
export function useTaking(said: string, end: () => Promise<unknown>): { readonly gone: boolean; take(): void } {
  const failureText = useFailureText();
  const { say } = useToast();
  const later = useLater();
  const [gone, setGone] = useState(false);
  const back = (): void => setGone(false);
  const take = (): void => {
    setGone(true);
    const act = (): void =>
      void end().catch((error: unknown) => {
        back();
        say(failureText(error));
      });
    later(said, act, back);
  };
  return { gone, take };
}
