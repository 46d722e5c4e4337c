import type { Engine } from '../engine.ts';
import { type Answer, reference } from '../world.ts';

/** The readable reference itself, as what somebody would write by hand. */
export async function load(): Promise<Engine<Answer[]>> {
  return { form: 'readable JavaScript with sets, no compilation', ask: reference, read: (answers) => answers };
}
