import { endSession, type PersonSession, readSession, type Session } from '@kept/api';
import { Bug } from '@kept/base';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api/client.ts';
import { isFailure } from '../api/failure.ts';
import { answerKey } from '../api/query.ts';
import { useLanguage } from './language.tsx';

/** Who is signed in; null for nobody. */
export function useSession() {
  const { language } = useLanguage();
  return useQuery<Session | null>({
    queryKey: answerKey(readSession),
    queryFn: async ({ signal }) => {
      try {
        return await call(readSession, {}, { language, signal });
      } catch (error) {
        if (isFailure(error, 'signed-out')) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** The person whose pages these are; only inside the person's shell. */
export function usePerson(): PersonSession {
  const { data } = useSession();
  if (data?.role !== 'person') throw new Bug('WEB_OUTSIDE_PROVIDER', 'used outside the person’s shell');
  return data;
}

/** Forgets every answer held in memory, as after signing in or out: the next person sees nothing of the last. */
export function useForget(): () => void {
  const client = useQueryClient();
  return () => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== '/api/notice' });
  };
}

/** Ends the session, forgets every answer, and goes to the notice. */
export function useSignOut(): () => Promise<void> {
  const { language } = useLanguage();
  const forget = useForget();
  const navigate = useNavigate();
  return async () => {
    await call(endSession, {}, { language }).catch(() => undefined);
    await navigate({ to: '/' });
    forget();
  };
}
