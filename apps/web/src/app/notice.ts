import { type Clause, readNotice } from '@kept/api';
import { useAnswer } from '../api/query.ts';

/** The notice in force, in the language chosen; asked for once and kept for the session. */
export const useNotice = () => useAnswer(readNotice, { query: {} }, { staleTime: 300_000 });

/** One clause of it; undefined while the notice is not there, or when it has no such clause. */
export function useClause(id: string): Clause | undefined {
  const { data } = useNotice();
  return data?.clauses.find((clause) => clause.id === id);
}

/** The clause of a right of the person's. */
export function useRightClause(right: string): string | undefined {
  return useNotice().data?.rights.find(({ id }) => id === right)?.clause;
}

/** The controller's name as people know it. */
export function useBrand(): string {
  return useNotice().data?.brand ?? 'Kept';
}
