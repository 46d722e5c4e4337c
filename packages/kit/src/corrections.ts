/** Who acts on what a person has set up hears at once that the person has corrected it, or erased a part of it. */
import type { Region } from './region.ts';

/** Which row of whom was corrected, or lost a part. */
export interface Correction {
  readonly service: string;
  readonly resource: string;
  readonly owner: string;
  readonly row: string;
}

type Listener = (correction: Correction) => Promise<void>;

const listeners = new WeakMap<object, Set<Listener>>();

/** Told when it is durable, before the person is answered. Answers how to stop that. */
export function onCorrection({ vault }: Region, listener: Listener): () => void {
  const all = listeners.get(vault) ?? new Set();
  listeners.set(vault, all.add(listener));
  return () => all.delete(listener);
}

export async function tellCorrection({ vault }: Region, correction: Correction): Promise<void> {
  for (const listener of [...(listeners.get(vault) ?? [])]) await listener(correction);
}
