/** What has been answered in this browser: the library keeps it, this tells the pages of it. */
import type { Notice } from '@kept/api';
import type * as Library from 'vanilla-cookieconsent';
import { keepForGood } from '../app/kept-here.ts';
import { askedOf, grantedOf, revisionOf, signalOf, type Use } from './asked.ts';
import { type BannerWords, translation } from './banner.ts';

export interface Answered {
  /** Nothing was answered yet, or something else is asked by now. */
  readonly open: boolean;
  readonly allowed: ReadonlySet<Use>;
  /** Grows with each answer that the person gives; not with those that are found. */
  readonly acts: number;
}

const year = 365;
let library: typeof Library | null = null;
let answered: Answered = { open: true, allowed: new Set(), acts: 0 };
const listeners = new Set<() => void>();

export const answers = {
  get: (): Answered => answered,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function settle(notice: Notice, acted: boolean): void {
  const asked = askedOf(notice, signalOf(navigator)).filter(({ use }) => library?.acceptedCategory(use) === true);
  const allowed = new Set([...grantedOf(notice), ...asked.map(({ use }) => use)]);
  const open = asked.length === 0 && library?.validConsent() !== true;
  answered = { open, allowed, acts: answered.acts + (acted ? 1 : 0) };
  keepForGood(allowed.has('preferences'));
  for (const listener of listeners) listener();
}

/** Puts the question where it is not answered; again with other words when the language changes. */
export async function ask(notice: Notice, words: BannerWords): Promise<void> {
  const asked = askedOf(notice, signalOf(navigator));
  if (asked.length === 0) return settle(notice, false);
  library ??= await import('vanilla-cookieconsent');
  library.reset(false);
  const said = (): void => settle(notice, true);
  await library.run({
    revision: revisionOf(notice),
    // Else it would not be shown to a browser that a test drives.
    hideFromBots: false,
    cookie: { name: 'kept.choices', useLocalStorage: true, expiresAfterDays: year },
    guiOptions: {
      consentModal: { layout: 'box', position: 'bottom right', equalWeightButtons: true },
      preferencesModal: { layout: 'box', equalWeightButtons: true },
    },
    categories: {
      necessary: { enabled: true, readOnly: true },
      ...Object.fromEntries(asked.map(({ use }) => [use, {}])),
    },
    language: { default: notice.language, translations: { [notice.language]: translation(notice, asked, words) } },
    onFirstConsent: said,
    onChange: said,
  });
  settle(notice, false);
}

/** Answers for all that is asked: these uses and no others. */
export function allow(uses: readonly Use[]): void {
  library?.acceptCategory([...uses]);
  library?.hide();
}
