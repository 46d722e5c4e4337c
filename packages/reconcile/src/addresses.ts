/** E-mail addresses and links in a text as it was given. */
export interface Address {
  readonly kind: 'e-mail' | 'link';
  readonly value: string;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

const ANCHOR = /<a\s[^>]*href="([^"]*)"[^>]*>[\s\S]*?<\/a>|\[[^\]]*\]\(mailto:([^)]*)\)/g;
const E_MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const LINK = /https?:\/\/[^\s<>()（）[\]【】"，。、；]+/g;
const DOMAIN = /(?<![\w.@/-])(?:[\w-]+\.)+(?:com|org|net|cn|eu|io)(?![\w@.-])/g;

/** One form of a link: no scheme, no `www.`, no slash at its end. */
export const linkValue = (link: string): string =>
  link
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');

/** What an anchor points at counts, not what it shows: a page breaks long links with spaces. */
export function addressesIn(raw: string): Address[] {
  const found: Address[] = [];
  const add = (kind: Address['kind'], words: string, from: number, to: number): void => {
    if (found.some((each) => from < each.to && each.from < to)) return;
    found.push({ kind, words, from, to, value: kind === 'link' ? linkValue(words) : words.toLowerCase() });
  };
  for (const match of raw.matchAll(ANCHOR)) {
    const target = (match[1] ?? match[2])!.replace(/&lt;br\/?&gt;/g, '');
    add(target.includes('@') ? 'e-mail' : 'link', target, match.index, match.index + match[0].length);
  }
  for (const [kind, pattern] of [
    ['link', LINK],
    ['e-mail', E_MAIL],
    ['link', DOMAIN],
  ] as const)
    for (const match of raw.matchAll(pattern)) add(kind, match[0], match.index, match.index + match[0].length);
  return found;
}
