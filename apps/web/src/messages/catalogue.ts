/**
 * Every sentence of the app, one catalogue a language.
 *
 * - **Area**: one page or group of pages; a file of its own in each language's folder.
 * - **Reference**: zh-Hans, the language the policy is written in. The other two are typed by it: a missing key, a key too
 *   many, or a parameter that differs does not compile. Plain objects rather than a message compiler: nothing to generate,
 *   checked by the one type check there is, and each language is one chunk that loads alone.
 * - **Marks**: `**…**` stands around words to be set strong; `Marked` shows them.
 */
import type * as reference from './zh-Hans/index.ts';

type Shape<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T[K] extends string
      ? string
      : Shape<T[K]>;
};

export type Messages = { readonly [A in keyof typeof reference]: Shape<(typeof reference)[A]> };
export type Area = keyof Messages;
