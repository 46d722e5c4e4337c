/**
 * What a run notes on its way: values that find further rows, and keys of rows to erase. They are a person's; whoever keeps
 * them longer than a process seals them.
 */

/** Lists of texts, each once, in the order they came. */
export interface Notes {
  /** Adds those that the list has not; answers how many were new. */
  add(list: string, values: readonly string[]): Promise<number>;
  /** In pages of at most 500. */
  pages(list: string): AsyncIterable<readonly string[]>;
  size(list: string): Promise<number>;
  /** Forgets a list. */
  drop(list: string): Promise<void>;
}

const PAGE = 500;

/** In memory, for one copy that is made as it is fetched. */
export const memoryNotes = (): Notes => {
  const lists = new Map<string, Set<string>>();
  return {
    async add(list, values) {
      const set = lists.get(list) ?? new Set();
      lists.set(list, set);
      const before = set.size;
      for (const value of values) set.add(value);
      return set.size - before;
    },
    async *pages(list) {
      let page: string[] = [];
      for (const value of lists.get(list) ?? []) {
        page.push(value);
        if (page.length < PAGE) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    },
    size: async (list) => lists.get(list)?.size ?? 0,
    async drop(list) {
      lists.delete(list);
    },
  };
};
