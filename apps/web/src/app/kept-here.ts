/**
 * What this browser keeps of how its person likes the pages: language, theme, keys of ledgers once seen. Only as long as
 * the tab, unless they have agreed to more.
 */
const names = ['kept.language', 'kept.theme', 'kept.ledger-keys'] as const;
export type KeptHere = (typeof names)[number];

let forGood = false;

/** Runs `use` on a storage; null where the browser refuses it. */
function within<T>(storage: 'localStorage' | 'sessionStorage', use: (storage: Storage) => T): T | null {
  try {
    return use(window[storage]);
  } catch {
    return null;
  }
}

export const keptHere = (name: KeptHere): string | null =>
  within('sessionStorage', (tab) => tab.getItem(name)) ?? within('localStorage', (browser) => browser.getItem(name));

/** Where storage is refused, it lasts as long as the page. */
export function keepHere(name: KeptHere, value: string): void {
  within(forGood ? 'localStorage' : 'sessionStorage', (storage) => storage.setItem(name, value));
}

/** Takes what is kept along from the one place to the other. */
export function keepForGood(agreed: boolean): void {
  forGood = agreed;
  for (const name of names) {
    const value = keptHere(name);
    if (value === null) continue;
    within(agreed ? 'sessionStorage' : 'localStorage', (storage) => storage.removeItem(name));
    keepHere(name, value);
  }
}

export const isKeptHere = (): boolean => names.some((name) => keptHere(name) !== null);

export function forgetHere(): void {
  for (const name of names) {
    within('sessionStorage', (tab) => tab.removeItem(name));
    within('localStorage', (browser) => browser.removeItem(name));
  }
}
