const figures = new Intl.NumberFormat('en-GB');

/** `1 item`, `39 items`, `1,204 entries`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${figures.format(count)} ${count === 1 ? one : many}`;

/** A label inside a sentence: without its capital, unless it is a name in capitals such as SMS. */
export const inner = (label: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
