import type { Notice, NoticeCookie } from '@kept/api';
import type { Translation } from 'vanilla-cookieconsent';
import type { Messages } from '../messages/catalogue.ts';
import type { Asked } from './asked.ts';

export type BannerWords = Messages['choices']['cookies'];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The library takes its texts as HTML. */
export const asHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter]!);

const clauseLink = (id: string): string =>
  `<a class="clause" href="/notice#c${encodeURIComponent(id)}">§${asHtml(id)}</a>`;

const reasons = (cookies: readonly NoticeCookie[], words: BannerWords): string =>
  words.joined(cookies.map(({ why }) => why));

/** What the banner says, in the language of the notice and as the notice has it. */
export function translation(notice: Notice, asked: readonly Asked[], words: BannerWords): Translation {
  const necessary = notice.cookies.filter(({ use }) => use === 'necessary');
  const clauses = [...new Set(asked.flatMap(({ cookies }) => cookies.map(({ clause }) => clause)))];
  const all = asked.flatMap(({ cookies }) => cookies);
  return {
    consentModal: {
      title: asHtml(words.title(asked.length)),
      description: `${asHtml(words.text(reasons(all, words)))} ${clauses.map(clauseLink).join(' ')}`,
      acceptNecessaryBtn: asHtml(words.none),
      acceptAllBtn: asHtml(words.all),
      showPreferencesBtn: asHtml(words.pick),
    },
    preferencesModal: {
      title: asHtml(words.heading),
      acceptNecessaryBtn: asHtml(words.none),
      acceptAllBtn: asHtml(words.all),
      savePreferencesBtn: asHtml(words.save),
      closeIconLabel: asHtml(words.close),
      sections: [
        {
          title: asHtml(words.uses.necessary),
          description: asHtml(necessary.length === 0 ? words.necessary : reasons(necessary, words)),
          linkedCategory: 'necessary',
        },
        ...asked.map(({ use, cookies }) => ({
          title: asHtml(words.uses[use]),
          description: `${asHtml(reasons(cookies, words))} ${cookies.map(({ clause }) => clauseLink(clause))[0] ?? ''}`,
          linkedCategory: use,
        })),
      ],
    },
  };
}
