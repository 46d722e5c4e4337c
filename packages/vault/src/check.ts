import { isUuid } from '@kept/base';
import { EVERY_GROUP, isPermit, PERMIT_LIFE, type Permit } from '@kept/gate';
import type { Context } from './context.ts';
import { NotDeclared, NotPermitted } from './errors.ts';

/** What may be done under which permits. What the person asks for themselves comes under `use`. */
export const OPENING: ReadonlySet<string> = new Set(['use', 'share', 'transfer', 'disclose']);
export const COLLECTING: ReadonlySet<string> = new Set(['collect']);
/** Files are sealed with what was collected, and opened with what is opened. */
export const FILING: ReadonlySet<string> = new Set([...OPENING, ...COLLECTING]);
export const CHANGING: ReadonlySet<string> = new Set(['collect', 'use']);

/**
 * Refuses, with the clause, whatever is not a genuine, fresh permit of this region for one of these actions.
 * That it is for this person, these columns and fields is checked where they are known.
 */
export function checkPermit({ region, clock }: Context, permit: Permit, actions: ReadonlySet<string>): void {
  if (!isPermit(permit)) throw new NotPermitted('it was not made by the gate');
  const { clause } = permit;
  if (permit.region !== region) throw new NotPermitted('it is of another region', clause);
  const age = clock.now() - permit.at;
  if (!(age >= 0 && age <= PERMIT_LIFE)) throw new NotPermitted('it has run out', clause);
  if (!actions.has(permit.action)) throw new NotPermitted('it is for another action', clause);
}

export const opens = (permit: Permit, group: string): boolean => permit.group === group || permit.group === EVERY_GROUP;

export function checkId(table: string, id: string): void {
  if (!isUuid(id)) throw new NotDeclared(table, 'an id that is no UUID in lower case');
}

/** For a permit that may be refused while nobody waits for it, because something else failed first. */
export function watched(asked: Permit | Promise<Permit>): void {
  if (asked instanceof Promise) asked.catch(() => {});
}
