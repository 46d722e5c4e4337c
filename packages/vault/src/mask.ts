import type { Json } from '@kept/base';

const HIDDEN = '•••';
/** Shorter values would show too much of themselves. */
const SHOWN_FROM = 8;
const SHOWN = 2;

/**
 * A value in a form that does not show it: the last two characters of a long one, so that its owner recognises it,
 * else nothing. Its length does not show.
 */
export function masked(value: Json): string {
  if (typeof value !== 'string') return HIDDEN;
  const characters = [...value];
  return characters.length < SHOWN_FROM ? HIDDEN : HIDDEN + characters.slice(-SHOWN).join('');
}
