/** Somebody who keeps looking at their own data, and writes down what they were shown, whole or cut off. */
import { Agent, type HeldItem } from './life.ts';

/** An entry of the ledger, as far as it matters here. */
interface Entry {
  readonly index: number;
  readonly kind: string;
  readonly action: string;
  readonly outcome: string;
  readonly fields: readonly { readonly id: string }[];
}

export interface Looking {
  readonly url: string;
  readonly cookie: string;
  readonly items: readonly HeldItem[];
  /** Each field's value is like no other text. */
  readonly values: Readonly<Record<string, string>>;
}

const PAGE = 200;

export class Reader {
  readonly #looking: Looking;
  readonly #agent: Agent;
  /** How often the value of a field was seen. */
  readonly seen = new Map<string, number>();
  /** Entries that answers named, with the field each is about. */
  readonly named: { readonly index: number; readonly field: string }[] = [];
  answers = 0;

  constructor(looking: Looking) {
    this.#looking = looking;
    this.#agent = new Agent(looking.url, { cookie: looking.cookie });
  }

  /** Until the server is gone. */
  async look(random: { below(n: number): number }): Promise<void> {
    for (;;) {
      const { items } = this.#looking;
      const item = items[random.below(items.length)]!;
      const way = random.below(4);
      const [text, whole] =
        way === 0
          ? await this.#read('GET', '/api/my/copy?format=json')
          : way === 1
            ? await this.#read('GET', '/api/account/profile')
            : await this.#read('POST', '/api/my/data/reveal', { item: item.id });
      this.#note(text);
      if (whole && way > 1)
        this.named.push({ index: (JSON.parse(text) as { index: number }).index, field: item.field });
      if (!whole) return;
      this.answers++;
    }
  }

  #note(text: string): void {
    for (const [field, value] of Object.entries(this.#looking.values))
      if (text.includes(value)) this.seen.set(field, (this.seen.get(field) ?? 0) + 1);
  }

  /** What came of the body, and whether it is all of it. */
  async #read(method: string, path: string, body?: object): Promise<[string, boolean]> {
    let text = '';
    try {
      const response = await fetch(this.#looking.url + path, {
        method,
        headers: { ...this.#agent.headers, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
      return [text, response.status === 200];
    } catch {
      return [text, false];
    }
  }

  /** Newest entry first, down to the one before `after`, at a server that is up again. */
  static async entries(url: string, cookie: string, after: number): Promise<Entry[]> {
    const agent = new Agent(url, { cookie });
    const found: Entry[] = [];
    for (let before: number | null = null; ; ) {
      const from: string = before === null ? '' : `&before=${before}`;
      const { body } = await agent.must(200, 'GET', `/api/my/activity?limit=${PAGE}${from}`);
      const entries = body['entries'] as unknown as Entry[];
      found.push(...entries.filter(({ index }) => index > after));
      before = body['next'] as unknown as number | null;
      if (before === null || entries.some(({ index }) => index <= after)) return found;
    }
  }
}

/** What was shown and is in no entry: none, or the ledger has lost something. */
export function unrecorded({ seen, named }: Pick<Reader, 'seen' | 'named'>, entries: readonly Entry[]): string[] {
  const uses = entries.filter(
    ({ kind, action, outcome }) => kind === 'decision' && action === 'use' && outcome === 'permit',
  );
  const covers = (entry: Entry | undefined, field: string): boolean =>
    entry?.fields.some(({ id }) => id === field) ?? false;
  const byIndex = new Map(uses.map((entry) => [entry.index, entry]));
  return [
    ...named
      .filter(({ index, field }) => !covers(byIndex.get(index), field))
      .map(({ index, field }) => `${field}: entry ${index}`),
    ...[...seen]
      .filter(([field, times]) => uses.filter((entry) => covers(entry, field)).length < times)
      .map(([field, times]) => `${field}: shown ${times} times`),
  ];
}
