import { ApiFailure } from '../api/failure.ts';
import { useMessages } from './language.tsx';

/** One sentence for why a call failed: the server's own words where it has some, else ours by kind. */
export function useFailureText(): (error: unknown) => string {
  const t = useMessages('common');
  return (error) => {
    if (!(error instanceof ApiFailure)) return t.failure.broken;
    const { problem, kind } = error;
    if (problem === undefined || problem.title === '') return t.failure[kind];
    return [problem.title, problem.detail, problem.help].filter((part) => part !== undefined && part !== '').join(' ');
  };
}
