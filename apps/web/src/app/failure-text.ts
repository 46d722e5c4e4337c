import { KeptError } from '@kept/base';
import { ApiFailure } from '../api/failure.ts';
import { problemText } from '../messages/problem-text.ts';
import { useAllMessages } from './language.tsx';

/** One sentence for why something failed: by its code, else by its kind. */
export function useFailureText(): (error: unknown) => string {
  const messages = useAllMessages();
  const { failure } = messages.common;
  return (error) => {
    if (error instanceof KeptError)
      return problemText(messages, { type: 'about:blank', title: '', code: error.code, status: 500 });
    if (!(error instanceof ApiFailure)) return failure.broken;
    const { problem, kind } = error;
    return problem === undefined || problem.code.startsWith('HTTP_5') ? failure[kind] : problemText(messages, problem);
  };
}
