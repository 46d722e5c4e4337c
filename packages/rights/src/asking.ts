/** What every way of asking for a right has in common: the last word, and by when it is due. */
import { LANGUAGES, type Lang, type Right } from '@kept/policy';
import type { RightsRegion } from './context.ts';
import { requestDeadlines } from './deadline.ts';
import { NotConfirmed } from './errors.ts';
import type { Requested } from './kinds.ts';
import { say, WORDS } from './words.ts';

const LAST_WORDS = {
  closure: WORDS.closureWord,
  ...{ erasure: WORDS.erasureWord, 'content-removal': WORDS.erasureWord },
} as const;

/** What has to be typed before this is done; undefined where a press is enough. */
export const lastWord = (kind: string, lang: Lang): string | undefined =>
  kind in LAST_WORDS ? say(LAST_WORDS[kind as keyof typeof LAST_WORDS], lang) : undefined;

/**
 * Throws RIGHTS_NOT_CONFIRMED where the last word is another. In any of the languages: a person may have switched between
 * reading and typing.
 */
export function typed(kind: Requested, given: string | undefined, lang: Lang): void {
  const own = lastWord(kind, lang);
  if (own === undefined) return;
  if (!LANGUAGES.some((each) => lastWord(kind, each) === (given?.trim() ?? ''))) throw new NotConfirmed(own);
}

/** Whoever asks has shown who they are: the clock begins. */
export function dueOf({ program, clock }: RightsRegion, kind: Requested, jurisdiction: string, right: Right) {
  const now = clock.now();
  return requestDeadlines(program, kind, jurisdiction, { receivedAt: now, verifiedAt: now }, right).answer;
}
