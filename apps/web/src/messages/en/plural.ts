const figures = new Intl.NumberFormat('en-GB');

/** `1 item`, `39 items`, `1,204 entries`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${figures.format(count)} ${count === 1 ? one : many}`;
