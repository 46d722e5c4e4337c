import { useSyncExternalStore } from 'react';
import { keepHere } from './kept-here.ts';

export type Theme = 'light' | 'dark';

const listeners = new Set<() => void>();
const system = window.matchMedia('(prefers-color-scheme: dark)');

const current = (): Theme => {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system.matches ? 'dark' : 'light';
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
}

function choose(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  keepHere('kept.theme', theme);
  for (const listener of listeners) listener();
}

/** The theme that shows now, and how to change to the other. */
export function useTheme(): { theme: Theme; toggle(): void } {
  const theme = useSyncExternalStore(subscribe, current);
  return { theme, toggle: () => choose(theme === 'dark' ? 'light' : 'dark') };
}
