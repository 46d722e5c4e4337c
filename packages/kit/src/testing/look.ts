/** What a person sees of what is held about them, through the rights. */
import { type Item, type MyData, readMyData, revealItem } from '@kept/api';
import { KeptError, Refused } from '@kept/base';
import { itemId } from '../holding.ts';
import type { SignedIn } from '../route.ts';
import type { Given } from './sample.ts';
import type { Trial } from './trial.ts';

export const idOf = ({ service }: Trial, { resource, row, field }: Given): string =>
  itemId(service.declaration.name, resource, row, field);

/** "My data", by item. */
export async function itemsOf({ stage }: Trial, person: SignedIn): Promise<ReadonlyMap<string, Item>> {
  const { body } = await stage.call(readMyData, { person });
  return new Map((body as MyData).categories.flatMap(({ items }) => items).map((item) => [item.id, item]));
}

/** One value, asked for by the person; null where it is refused or not there. */
export async function seen({ stage }: Trial, person: SignedIn, item: string): Promise<string | null> {
  const refused = await refusalOf(stage.call(revealItem, { person, body: { item } }));
  return refused.ok ? (refused.ok.body as { value: string }).value : null;
}

/** Fields of which something is still held or seen. */
export async function left(trial: Trial, person: SignedIn, given: readonly Given[]): Promise<Given[]> {
  const items = await itemsOf(trial, person);
  return given.filter((each) => items.has(idOf(trial, each)));
}

export interface Outcome<T> {
  readonly ok?: T;
  readonly error?: KeptError;
}

/** What came of it; an error that is none of ours is thrown. */
export async function refusalOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: await work };
  } catch (error) {
    if (error instanceof KeptError) return { error };
    throw error;
  }
}

/** Whether it was refused by the policy, which says by which clause. */
export const byClause = ({ error }: Outcome<unknown>): boolean =>
  error instanceof Refused && error.clause !== undefined;

/** How a fault names its field. */
export const named = ({ resource, field }: Pick<Given, 'resource' | 'field'>): string => `\`${resource}.${field}\``;
