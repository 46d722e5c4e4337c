import type { Language } from '@kept/api';
import { PROBLEMS } from '../generated/problems.ts';
import type { Messages } from './catalogue.ts';

/** Fetches one language's catalogue, with what the services say of their refusals; the browser keeps it. */
export async function loadMessages(language: Language): Promise<Messages> {
  const messages = await catalogue(language);
  const known = Object.assign({}, messages.problems.known, ...PROBLEMS.map((words) => words[language]));
  return { ...messages, problems: { ...messages.problems, known } };
}

function catalogue(language: Language): Promise<Messages> {
  switch (language) {
    case 'zh-Hans':
      return import('./zh-Hans/index.ts');
    case 'zh-Hant':
      return import('./zh-Hant/index.ts');
    case 'en':
      return import('./en/index.ts');
  }
}
