import type { Answer, Question } from './world.ts';

/** One engine under test. `ask` is what is timed: everything that a caller needs to know decision and clause of each field. */
export interface Engine<A = unknown> {
  /** Version of the engine, and the form in which it was given the policy. */
  readonly form: string;
  ask(question: Question): A | Promise<A>;
  /** The same answer in the words of the world. Not timed. */
  read(answer: A, question: Question): readonly Answer[];
  close?(): void | Promise<void>;
}

/** Named so in the figures. `slow` ones are checked on fewer questions. */
export interface EngineEntry {
  readonly name: string;
  readonly slow: boolean;
  load(): Promise<Engine>;
}
