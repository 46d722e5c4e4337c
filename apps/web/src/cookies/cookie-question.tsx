import { listConsents, type Notice, setConsent } from '@kept/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { call } from '../api/client.ts';
import { answerKey } from '../api/query.ts';
import { useLanguage, useMessages } from '../app/language.tsx';
import { useNotice } from '../app/notice.ts';
import { useSession } from '../app/session.ts';
import { askedOf, signalOf } from './asked.ts';
import { type Answered, answers, ask } from './choices.ts';

/** What this browser may store, now and whenever it changes. */
export const useAnswered = (): Answered => useSyncExternalStore(answers.subscribe, answers.get);

/** What somebody who is signed in answers here is on their own record too, each consent by itself. */
function useRecording(notice: Notice | undefined): void {
  const { acts, allowed } = useAnswered();
  const { language } = useLanguage();
  const { data: session } = useSession();
  const client = useQueryClient();
  const recorded = useRef(acts);
  useEffect(() => {
    if (notice === undefined || session?.role !== 'person' || recorded.current === acts) return;
    recorded.current = acts;
    const asked = askedOf(notice, signalOf(navigator)).flatMap(({ use, cookies }) =>
      cookies.flatMap(({ consent }) => (consent === undefined ? [] : [[consent, allowed.has(use)] as const])),
    );
    const record = async (): Promise<void> => {
      // Where one cannot be recorded the browser keeps to the answer all the same; the next one is recorded again.
      for (const [id, given] of new Map(asked))
        await call(setConsent, { params: { id }, body: { given } }, { language }).catch(() => undefined);
      await client.invalidateQueries({ queryKey: answerKey(listConsents) });
    };
    void record();
  }, [notice, session, acts, allowed, language, client]);
}

/** Asks, once, what this browser may store beyond what is needed; shows nothing where the policy names nothing. */
export function CookieQuestion() {
  const words = useMessages('choices').cookies;
  const notice = useNotice().data;
  useRecording(notice);
  useEffect(() => {
    if (notice !== undefined) void ask(notice, words);
  }, [notice, words]);
  return null;
}
