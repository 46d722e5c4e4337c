/** Whether somebody is there, as the sensors of a home or of a room see it. */
import type { World } from './world.ts';

export const PRESENCE_KEYS: ReadonlySet<string> = new Set(['occupancy', 'presence']);

export interface Presence {
  /** Null where no sensor says. */
  isThere(space: string | undefined): boolean | null;
}

/** `in` says whether a device stands in a space. */
export const presenceIn = (world: World, stands: (device: string, space: string) => boolean): Presence => ({
  isThere(space) {
    let told = false;
    for (const [entity, { value }] of world.under(PRESENCE_KEYS)) {
      if (space !== undefined && !stands(entity.slice(0, 36), space)) continue;
      if (value === 'true' || value === 'ON') return true;
      told = true;
    }
    return told ? false : null;
  },
});
