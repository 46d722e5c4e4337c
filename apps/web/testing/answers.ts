import type { AnswerTo, Endpoint, Language, Problem } from '@kept/api';
import type { Fixture } from './say.ts';
import type { World } from './world.ts';

type Parsed = { readonly params: never; readonly query: never; readonly body: never };

type PartOut<E extends Endpoint, Part extends 'params' | 'query' | 'body'> = E extends { readonly [P in Part]: infer S }
  ? S extends { readonly _zod: { readonly output: infer Out } }
    ? Out
    : undefined
  : undefined;

export interface Call<E extends Endpoint> {
  readonly params: PartOut<E, 'params'>;
  readonly query: PartOut<E, 'query'>;
  readonly body: PartOut<E, 'body'>;
  readonly world: World;
  readonly language: Language;
}

/** What goes wrong, instead of an answer. */
export class Wrong extends Error {
  override readonly name = 'Wrong';
  readonly problem: Problem;
  constructor(status: number, code: string, title: string, more: Partial<Problem> = {}) {
    super(code);
    this.problem = { type: 'about:blank', title, status, code, ...more };
  }
}

export interface Answering {
  readonly endpoint: Endpoint;
  readonly status: number;
  answer(call: Parsed & { readonly world: World; readonly language: Language }): unknown;
}

/** An answer with its texts still in three languages; nothing, where the endpoint answers without a body. */
// biome-ignore lint/suspicious/noConfusingVoidType: an answer without a body need not say `return undefined`
type Answered<E extends Endpoint> = AnswerTo<E> extends undefined ? undefined | void : Fixture<AnswerTo<E>>;

/** Answers an endpoint of the contract with a value of its own type, texts still in three languages. */
export const answering = <E extends Endpoint>(
  endpoint: E,
  answer: (call: Call<E>) => Answered<E> | Promise<Answered<E>>,
): Answering => ({
  endpoint,
  status: Number(Object.keys(endpoint.answers)[0]),
  answer: answer as unknown as Answering['answer'],
});
