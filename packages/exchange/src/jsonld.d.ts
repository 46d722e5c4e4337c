/** The one function that the tests use of `jsonld`, which ships no types. */
declare module 'jsonld' {
  const jsonld: {
    expand(
      document: object,
      options: { safe: boolean; documentLoader: (url: string) => Promise<never> },
    ): Promise<readonly unknown[]>;
  };
  export default jsonld;
}
