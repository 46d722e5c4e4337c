import { useSyncExternalStore } from 'react';

const queries = new Map<string, MediaQueryList>();

function listOf(query: string): MediaQueryList {
  const known = queries.get(query);
  if (known !== undefined) return known;
  const list = window.matchMedia(query);
  queries.set(query, list);
  return list;
}

/** Whether a media query holds, now and whenever it changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = listOf(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => listOf(query).matches,
  );
}

/** Wide enough for a margin beside the content. */
export const useWide = (): boolean => useMedia('(min-width: 1100px)');

/** A phone, or a window as narrow. */
export const usePhone = (): boolean => useMedia('(max-width: 759px)');

/** Whether the browser believes that it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}
