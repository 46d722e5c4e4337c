import type { Problem } from '@kept/api';
import { ApiFailure } from '../api/failure.ts';
import { useMessages } from './language.tsx';

const own = <V>(texts: Readonly<Record<string, V>>, key: string | undefined): V | undefined =>
  key !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;

/** What a refusal means, in the reader's language; of a code that we have no words for, the server's own. */
export function useProblemText(): (problem: Problem) => string {
  const t = useMessages('problems');
  return ({ code, clause, detail, title, help }) => {
    if (code === 'GATE_REFUSED' && clause !== undefined)
      return t.refused(clause, own(t.reasons, detail) ?? t.reasons.other);
    const known = code === 'IDENTITY_PASSWORD_WEAK' ? own(t.password, detail) : own(t.known, code);
    return known ?? [title, detail, help].filter((part) => part !== undefined && part !== '').join(' ');
  };
}

/** One sentence for why a call failed: by its code, else by kind. */
export function useFailureText(): (error: unknown) => string {
  const t = useMessages('common');
  const problemText = useProblemText();
  return (error) => {
    if (!(error instanceof ApiFailure)) return t.failure.broken;
    const { problem, kind } = error;
    return problem === undefined || problem.title === '' ? t.failure[kind] : problemText(problem);
  };
}
