/** What is being told now, for those who look on. */
import type { Point } from './series.ts';

/** What one device has just told. */
export interface News {
  readonly home: string;
  readonly device: string;
  readonly points: readonly Point[];
}

/** Somebody who looks on. `renewed` is asked when something about the home’s people changed; false ends it. */
export interface Watcher {
  readonly home: string;
  tell(news: News): void;
  renewed(): Promise<boolean>;
  end(): void;
}

/** Told of everything in every home, as soon as it is durable. Must not throw. */
export type Listener = (news: News) => void;

export class Live {
  readonly #watchers = new Set<Watcher>();
  readonly #listeners = new Set<Listener>();

  hear(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
    for (const watcher of this.#watchers) if (watcher.home === news.home) watcher.tell(news);
  }

  /** Resolves when whoever may not look on any more does not. */
  async changed(home: string): Promise<void> {
    const all = [...this.#watchers].filter((watcher) => watcher.home === home);
    await Promise.all(
      all.map(async (watcher) => {
        if (await watcher.renewed().catch(() => false)) return;
        this.#watchers.delete(watcher);
        watcher.end();
      }),
    );
  }
}
