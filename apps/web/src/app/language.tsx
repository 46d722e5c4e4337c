import type { Language } from '@kept/api';
import { Bug } from '@kept/base';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { Area, Messages } from '../messages/catalogue.ts';
import { loadMessages } from '../messages/load.ts';
import { type Format, formatFor } from './format.ts';
import { keepHere, keptHere } from './kept-here.ts';

const languages: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en'];

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** The language chosen in this browser, else the nearest to what the browser asks for. */
export function firstLanguage(): Language {
  const chosen = keptHere('kept.language');
  if (isLanguage(chosen)) return chosen;
  for (const wanted of navigator.languages) {
    const locale = new Intl.Locale(wanted).maximize();
    if (locale.language === 'en') return 'en';
    if (locale.language === 'zh') return locale.script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  }
  return 'en';
}

interface LanguageState {
  readonly language: Language;
  readonly messages: Messages;
  readonly format: Format;
  choose(language: Language): void;
}

const LanguageContext = createContext<LanguageState | null>(null);

function useLanguageState(): LanguageState {
  const state = use(LanguageContext);
  if (state === null) throw new Bug('WEB_OUTSIDE_PROVIDER', 'used outside LanguageProvider');
  return state;
}

export const useLanguage = (): { language: Language; choose(language: Language): void } => useLanguageState();

/** Every sentence in the language chosen. */
export const useAllMessages = (): Messages => useLanguageState().messages;

/** The sentences of one area in the language chosen. */
export const useMessages = <A extends Area>(area: A): Messages[A] => useLanguageState().messages[area];

/** Words that a page brings along itself, in the language chosen. */
export const useWords = <T,>(words: Readonly<Record<Language, T>>): T => words[useLanguageState().language];

/** Dates, figures and lists in the language chosen. */
export const useFormat = (): Format => useLanguageState().format;

export function LanguageProvider({
  first,
  messages,
  children,
}: {
  first: Language;
  messages: Messages;
  children: ReactNode;
}) {
  const [state, setState] = useState({ language: first, messages });

  const choose = useCallback(async (language: Language) => {
    const next = await loadMessages(language);
    document.documentElement.lang = language;
    setState({ language, messages: next });
    keepHere('kept.language', language);
  }, []);

  const value = useMemo(() => ({ ...state, format: formatFor(state.language), choose }), [state, choose]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}
