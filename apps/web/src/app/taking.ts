import { useState } from 'react';
import { useLater, useToast } from '../ui/toast.tsx';
import { useFailureText } from './failure-text.ts';

/** Rows that go from the page at once, and for good a moment later unless they are taken back; where that fails they return. */
export function useTaking(said: string, end: (id: string) => Promise<unknown>) {
  const failureText = useFailureText();
  const { say } = useToast();
  const later = useLater();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const back = (id: string): void => setGone((all) => new Set([...all].filter((each) => each !== id)));
  const take = (id: string): void => {
    setGone((all) => new Set([...all, id]));
    const act = (): void =>
      void end(id).catch((error: unknown) => {
        back(id);
        say(failureText(error));
      });
    later(said, act, () => back(id));
  };
  return { isGone: (id: string): boolean => gone.has(id), take };
}
