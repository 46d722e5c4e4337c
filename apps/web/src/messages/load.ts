import type { Language } from '@kept/api';
import type { Messages } from './catalogue.ts';

/** Fetches one language's catalogue; the browser keeps it. */
export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'zh-Hans':
      return import('./zh-Hans/index.ts');
    case 'zh-Hant':
      return import('./zh-Hant/index.ts');
    case 'en':
      return import('./en/index.ts');
  }
}
