/** Terms by compact IRI: the English label, then the compact IRIs of the broader terms. */
export type Table = Readonly<Record<string, readonly [label: string, ...broader: string[]]>>;

/** Prefixes of the terms that are ours. */
type LocalPrefix = 'kept' | 'pipl' | 'ccpa';

/** Local terms: each names a broader term of `_base` or of the same table, so that a parent that is nowhere does not compile. */
export function extend<B extends Table, const T extends Table>(
  _base: B,
  terms: T & {
    readonly [K in keyof T]: K extends `${LocalPrefix}:${string}` ? readonly [string, ...(keyof B | keyof T)[]] : never;
  },
): T {
  return terms;
}
