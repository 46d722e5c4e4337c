import type { AnswerTo, CallOf, Endpoint } from '@kept/api';
import { QueryClient, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useLanguage } from '../app/language.tsx';
import { call } from './client.ts';
import { isFailure } from './failure.ts';
import { useProof } from './proof.tsx';

/** One for the app. Answers live in memory only, and go when the person signs out. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && isFailure(error, 'broken'),
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

/** Under which name an answer is kept; give only the endpoint to mean all its answers. */
export const answerKey = (endpoint: Endpoint, ...rest: readonly unknown[]): readonly unknown[] => [
  endpoint.path,
  ...rest,
];

interface AnswerOptions {
  readonly enabled?: boolean;
  /** Asks again every so many milliseconds. */
  readonly every?: number | false;
  readonly staleTime?: number;
}

/** What the server says to a read, kept and kept fresh. */
export function useAnswer<E extends Endpoint>(
  endpoint: E,
  given: CallOf<E>,
  options: AnswerOptions = {},
): UseQueryResult<AnswerTo<E>> {
  const { language } = useLanguage();
  const { every, ...rest } = options;
  return useQuery({
    queryKey: answerKey(endpoint, language, given),
    queryFn: ({ signal }) => call(endpoint, given, { language, signal }),
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...rest,
  });
}

/** What is said and done once the answer is there. */
interface Afterwards<T> {
  onSuccess?(answer: T): unknown;
  onError?(error: Error): unknown;
}

/**
 * Something the person does. Where the server wants proof that it is still they, the question is put and the call made
 * again. `changes` names the reads that are not true any more afterwards: they may take the part of the page that asked
 * away, and what it wanted to follow (`mutate`’s second argument) follows all the same.
 */
export function useAct<E extends Endpoint>(endpoint: E, changes: readonly Endpoint[] = []) {
  const { language } = useLanguage();
  const client = useQueryClient();
  const { proving } = useProof();
  const act = useMutation<AnswerTo<E>, Error, CallOf<E>>({
    mutationFn: (given) => proving(() => call(endpoint, given, { language })),
    onSuccess: async () => {
      await Promise.all(changes.map((read) => client.invalidateQueries({ queryKey: answerKey(read) })));
    },
  });
  const { mutateAsync } = act;
  // The library’s own `mutate` calls nobody back once the component has gone.
  const mutate = useCallback(
    (given: CallOf<E>, { onSuccess, onError }: Afterwards<AnswerTo<E>> = {}): void =>
      void mutateAsync(given).then(onSuccess, onError ?? (() => {})),
    [mutateAsync],
  );
  return { ...act, mutate };
}
