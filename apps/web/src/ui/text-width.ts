/** About how wide a text is at 13.3 px, in pixels: good enough to decide what fits in a drawing. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, char) => sum + (char.codePointAt(0)! > 0x2000 ? 13.4 : 7), 0);

/** As much of a text as the room holds, with an ellipsis where it does not hold all. */
export function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const chars = Array.from(text);
  while (chars.length > 1 && widthOf(chars.join('')) > room - 13) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}
