import { type ConsentState, listConsents, type Named } from '@kept/api';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useFailureText } from '../../app/failure-text.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToast } from '../../ui/toast.tsx';

/**
 * What a withdrawal would destroy by now. Asked of the server when it matters: another tab may have filled in something
 * since the page was made. Null where it cannot be known, which is said; then nothing is withdrawn unseen.
 */
export function useEnding({ id }: ConsentState): { asking: boolean; ask(): Promise<readonly Named[] | null> } {
  const { language } = useLanguage();
  const failureText = useFailureText();
  const { say } = useToast();
  const [asking, setAsking] = useState(false);
  const ask = async (): Promise<readonly Named[] | null> => {
    setAsking(true);
    try {
      const { consents } = await call(listConsents, {}, { language });
      return consents.find((one) => one.id === id)?.erases ?? [];
    } catch (error) {
      say(failureText(error));
      return null;
    } finally {
      setAsking(false);
    }
  };
  return { asking, ask };
}
