import { FIRST_REFUSAL, type Program, type Refusal } from '@kept/policy';
import { type Alternative, alternativeOf } from './alternative.ts';
import { type Box, boxesOf, merged } from './boxes.ts';
import { askedAt, type Example, exampleOf, type Said } from './example.ts';
import { type Names, namesOf, sideOf } from './names.ts';
import { EXTRA, plainest, type Spot } from './plainest.ts';
import { domainOf, type Question } from './question.ts';
import { conditionOf, sided } from './sided.ts';
import { type Condition, nameOf } from './situation.ts';
import { type Block, blocks, type Domain, situationsOf } from './space.ts';

/** What a policy says to a question, whoever the person is. */
export interface Answer {
  /** `always`: in all of the situations, whatever the person said. `sometimes`: exactly in the alternatives. */
  readonly answer: 'never' | 'always' | 'sometimes';
  /** Together all that is permitted, and nothing else; no two of them overlap. */
  readonly alternatives: readonly Alternative[];
  /** How many situations the question is about, and in how many somebody can be permitted. */
  readonly situations: number;
  readonly permissible: number;
  /** What refuses where nobody can be permitted, whatever they say; the most frequent first. */
  readonly refusals: readonly (Refusal & { readonly situations: number })[];
  /** The plainest request that is permitted, and the plainest that is refused; null where there is none. */
  readonly permitted: Example | null;
  readonly refused: Example | null;
  /** By which it was answered: of the purposes and consents where something is permitted, of all that refuses. */
  readonly clauses: readonly string[];
}

/**
 * Whether, and under exactly which conditions, `program` permits what is asked. Goes through every situation that the
 * question leaves open. Pure. Throws `ANALYSE_UNKNOWN_NAME` for a name that the policy does not have, and
 * `POLICY_NO_SUCH_AGE` for an age that nobody has.
 */
export function can(program: Program, question: Question): Answer {
  const names = namesOf(program);
  const domain = domainOf(program, names, question);
  const found = new Found(program, names);
  for (const purpose of domain.purposes) {
    for (const block of blocks([sided(sideOf(program, names))], { ...domain, purposes: [purpose] })) found.add(block);
    found.settle();
  }
  return found.answer(domain);
}

/** What has been found so far. */
class Found {
  readonly #program: Program;
  readonly #names: Names;
  readonly #plainest: (block: Block) => Spot;
  readonly #refusals = new Map<number, number>();
  readonly #conditions = new Map<string, Condition>();
  #boxes: Box[] = [];
  #settled: Box[] = [];
  #situations = 0;
  #permissible = 0;
  #always = true;
  #permitted: { spot: Spot; cost: number; said: Said } | undefined;
  #refused: { spot: Spot; cost: number; said: Said } | undefined;

  constructor(program: Program, names: Names) {
    this.#program = program;
    this.#names = names;
    this.#plainest = plainest(names);
  }

  add(block: Block): void {
    const count = situationsOf(block);
    const spot = this.#plainest(block);
    const [part, stops] = [block.parts[0]!, block.stops[0]!];
    this.#situations += count;
    if (part.ruling !== 0) {
      this.#refusals.set(part.ruling, (this.#refusals.get(part.ruling) ?? 0) + count);
      this.#refuse(spot, spot.cost, { consents: [] });
      return;
    }
    this.#permissible += count;
    const condition = this.#conditionOf(part.consents, stops);
    const { consents, unrestricted, unopposed } = condition;
    this.#permit(spot, spot.cost + consents.length * EXTRA, { consents });
    if (consents.length > 0) this.#refuse(spot, spot.cost, { consents: [] });
    else if (unrestricted) this.#refuse(spot, spot.cost + EXTRA, { consents, restricted: true });
    else if (unopposed) this.#refuse(spot, spot.cost + EXTRA, { consents, objected: true });
    const dues = new Map(part.duties.map((due) => [`${due.kind} ${due.clause}`, { ...due, always: true }]));
    this.#boxes.push(...boxesOf(block, nameOf(condition), dues));
    if (consents.length > 0 || stops !== 0) this.#always = false;
  }

  /** Puts together what was added since, so that there is less to put together at the end. */
  settle(): void {
    this.#settled.push(...merged(this.#boxes));
    this.#boxes = [];
  }

  answer(domain: Domain): Answer {
    const { refusals, purposeClauses, manifest } = this.#program;
    const alternatives = merged(this.#settled).map((box) =>
      alternativeOf(this.#names, domain, box, this.#conditions.get(box.condition)!),
    );
    const counted = [...this.#refusals].toSorted(([, a], [, b]) => b - a);
    const example = (each: { spot: Spot; said: Said } | undefined): Example | null =>
      each === undefined ? null : exampleOf(this.#program, askedAt(this.#names, each.spot, each.said));
    const nothing = this.#permissible === 0;
    const never = counted.map(([ruling, situations]) => ({ ...refusals[ruling - FIRST_REFUSAL]!, situations }));
    return {
      answer: nothing ? 'never' : this.#always && never.length === 0 ? 'always' : 'sometimes',
      alternatives,
      situations: this.#situations,
      permissible: this.#permissible,
      refusals: never,
      permitted: example(this.#permitted),
      refused: example(this.#refused),
      clauses: [
        ...new Set([
          ...this.#settled.flatMap(({ sets }) => sets.purpose.map((purpose) => purposeClauses[purpose]!)),
          ...alternatives.flatMap(({ when }) => when.consents.map((id) => manifest.consents[id]!.clause)),
          ...never.map(({ clause }) => clause),
        ]),
      ],
    };
  }

  #conditionOf(asked: readonly number[], stops: number): Condition {
    const condition = conditionOf(this.#program, asked, stops);
    this.#conditions.set(nameOf(condition), condition);
    return condition;
  }

  #permit(spot: Spot, cost: number, said: Said): void {
    if (this.#permitted === undefined || cost < this.#permitted.cost) this.#permitted = { spot, cost, said };
  }

  #refuse(spot: Spot, cost: number, said: Said): void {
    if (this.#refused === undefined || cost < this.#refused.cost) this.#refused = { spot, cost, said };
  }
}
