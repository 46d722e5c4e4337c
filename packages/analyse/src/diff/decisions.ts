import { FIRST_REFUSAL, type Reason } from '@kept/policy';
import { withinOf } from '../alternative.ts';
import { type Box, boxesOf, merged } from '../boxes.ts';
import { askedAt, type Example, exampleOf, type Said } from '../example.ts';
import type { Side } from '../names.ts';
import { plainest, type Spot } from '../plainest.ts';
import { conditionOf, sided } from '../sided.ts';
import { type Condition, type Due, nameOf } from '../situation.ts';
import { type Block, blocks, situationsOf } from '../space.ts';
import type { Between } from './between.ts';
import { type Needs, type News, needsOf, newsOf, TOPIC_OF, type Topic } from './needs.ts';
import type { AllowedChange, DecisionChange, DutyChange } from './policy-diff.ts';

/** What one side says about a block: null where nobody is permitted, whatever they say. */
interface Ruled {
  readonly when: Condition | null;
  readonly reason: Reason | null;
  readonly duties: readonly Due['kind'][];
  readonly clauses: readonly string[];
}

/** What all situations of a box have in common. */
interface Common {
  readonly kind: 'allowed' | 'refused' | 'duties';
  readonly topic: Topic;
  readonly before: Ruled;
  readonly after: Ruled;
  readonly news: readonly News[];
  readonly needs: Needs;
}

const NOTHING: Needs = Object.freeze({ kind: 'nothing' });

type Mark = { readonly side: 'before' | 'after'; readonly clause: string };

export interface Decisions {
  readonly situations: number;
  readonly allowed: readonly AllowedChange[];
  readonly refused: readonly DecisionChange[];
  readonly duties: readonly DutyChange[];
}

/** Goes through every situation of both programs, and puts together those in which the answers differ alike. */
export function decisionChanges(both: Between): Decisions {
  const found = new Found(both);
  const sides = [sided(both.before), sided(both.after)];
  for (const purpose of both.domain.purposes) {
    for (const block of blocks(sides, { ...both.domain, purposes: [purpose] })) found.add(block);
    found.settle();
  }
  return found.changes();
}

class Found {
  readonly #both: Between;
  readonly #common = new Map<string, Common>();
  #boxes: Box<Mark>[] = [];
  #settled: Box<Mark>[] = [];
  #situations = 0;

  constructor(both: Between) {
    this.#both = both;
  }

  add(block: Block): void {
    this.#situations += situationsOf(block);
    const before = ruledOf(this.#both.before, block, 0);
    const after = ruledOf(this.#both.after, block, 1);
    const rest = { before, after, news: [], needs: NOTHING };
    if (widens(before.when, after.when)) this.#put(block, { ...rest, kind: 'allowed', ...this.#newIn(block, rest) });
    if (widens(after.when, before.when)) this.#put(block, { ...rest, kind: 'refused', topic: topicOf(after) });
    if (before.when !== null && after.when !== null && before.duties.join() !== after.duties.join())
      this.#put(block, { ...rest, kind: 'duties', topic: 'condition' });
  }

  #newIn(block: Block, { before, after }: Pick<Common, 'before' | 'after'>): Pick<Common, 'topic' | 'news' | 'needs'> {
    const topic = topicOf(before);
    const news = newsOf(this.#both.before, topic, block);
    const purpose = this.#both.after.purposes[block.purpose]!;
    const [earlier, later] = [this.#both.before.program, this.#both.after.program];
    return { topic, news, needs: needsOf(earlier, later, { purpose, when: after.when!, news }) };
  }

  #put(block: Block, common: Common): void {
    const { kind, topic, before, after, news, needs } = common;
    const said = [before, after].map(({ when }) => (when === null ? 'never' : nameOf(when)));
    const due = kind === 'duties' ? [before.duties.join(), after.duties.join()] : [];
    const key = [kind, topic, news.join(), needs.kind, ...said, ...due].join('|');
    if (!this.#common.has(key)) this.#common.set(key, common);
    const marks = new Map<string, Mark & { always: boolean }>();
    for (const side of ['before', 'after'] as const)
      for (const clause of common[side].clauses) marks.set(`${side} ${clause}`, { side, clause, always: true });
    this.#boxes.push(...boxesOf(block, key, marks));
  }

  /** Puts together what was added since, so that there is less to put together at the end. */
  settle(): void {
    this.#settled.push(...merged(this.#boxes));
    this.#boxes = [];
  }

  changes(): Decisions {
    const spotOf = plainest(this.#both.names);
    const found = merged(this.#settled).map((box) => ({ box, common: this.#common.get(box.condition)! }));
    const of = <T extends DecisionChange | DutyChange>(
      kind: Common['kind'],
      say: (placed: Placed, common: Common) => T,
      said: (common: Common) => Said,
    ): T[] =>
      found
        .filter(({ common }) => common.kind === kind)
        .map(({ box, common }) => say(this.#placed(spotOf, box, said(common)), common))
        .toSorted((a, b) => b.situations - a.situations);
    const decided = (placed: Placed, { topic, before, after }: Common): DecisionChange => ({
      ...{ topic, before: before.when, after: after.when },
      ...placed,
    });
    return {
      situations: this.#situations,
      allowed: of(
        'allowed',
        (placed, common) => ({ ...decided(placed, common), news: common.news, needs: common.needs }),
        ({ before, after }) => telling(before.when, after.when!),
      ),
      refused: of('refused', decided, ({ before, after }) => telling(after.when, before.when!)),
      duties: of(
        'duties',
        (placed, { before, after }) => ({
          ...placed,
          dropped: before.duties.filter((kind) => !after.duties.includes(kind)),
          added: after.duties.filter((kind) => !before.duties.includes(kind)),
        }),
        ({ before, after }) => ({ consents: [...new Set([...before.when!.consents, ...after.when!.consents])] }),
      ),
    };
  }

  #placed(spotOf: (block: Block) => Spot, box: Box<Mark>, said: Said): Placed {
    const { names, domain, before, after, places } = this.#both;
    const { jurisdiction: place, ...within } = withinOf(names, domain, box.sets);
    const spot = plainestOf(spotOf, box);
    const example = (side: 'before' | 'after'): Example => {
      const { program, ages } = side === 'before' ? before : after;
      const person = {
        jurisdiction: places[spot.place]![side],
        ageBand: program.ageBands.ids[ages[spot.age]!]!,
      };
      return exampleOf(program, askedAt(names, spot, said, person));
    };
    const marks = [...box.dues.values()];
    const clauses = (side: Mark['side']) => marks.filter((mark) => mark.side === side).map(({ clause }) => clause);
    return {
      within: { ...within, ...(place !== undefined && { place }) },
      situations: Object.values(box.sets).reduce((product, set) => product * set.length, 1),
      clauses: { before: clauses('before'), after: clauses('after') },
      example: { before: example('before'), after: example('after') },
    };
  }
}

type Placed = Pick<DecisionChange, 'within' | 'situations' | 'clauses' | 'example'>;

const topicOf = ({ reason }: Ruled): Topic => (reason === null ? 'condition' : TOPIC_OF[reason]);

function ruledOf({ program, purposes }: Side, { parts, stops, purpose }: Block, side: number): Ruled {
  const { ruling, consents, duties } = parts[side]!;
  if (ruling !== 0) {
    const { reason, clause } = program.refusals[ruling - FIRST_REFUSAL]!;
    return { when: null, reason, duties: [], clauses: [clause] };
  }
  const when = conditionOf(program, consents, stops[side]!);
  const named = when.consents.map((id) => program.manifest.consents[id]!.clause);
  return {
    when,
    reason: null,
    duties: [...new Set(duties.map(({ kind }) => kind))].toSorted(),
    clauses: [...new Set([program.purposeClauses[purposes[purpose]!]!, ...named])],
  };
}

/** Whether there is something that somebody can have said with which `to` permits and `from` does not. */
function widens(from: Condition | null, to: Condition | null): boolean {
  if (to === null) return false;
  if (from === null) return true;
  return (
    from.consents.some((id) => !to.consents.includes(id)) ||
    (from.unrestricted && !to.unrestricted) ||
    (from.unopposed && !to.unopposed)
  );
}

/** The least that somebody must have said so that `open` permits and `strict` does not. */
function telling(strict: Condition | null, open: Condition): Said {
  const { consents } = open;
  if (strict === null || strict.consents.some((id) => !consents.includes(id))) return { consents };
  return strict.unrestricted && !open.unrestricted ? { consents, restricted: true } : { consents, objected: true };
}

/** The plainest situation of a box. */
function plainestOf(spotOf: (block: Block) => Spot, { sets }: Box<Mark>): Spot {
  const rest = {
    ...{ purpose: sets.purpose[0]!, actors: sets.actor, statuses: sets.status },
    people: [{ first: sets.jurisdiction, second: sets.age }],
    ways: [{ first: sets.from, second: sets.to }],
    data: [{ first: sets.field, second: sets.collection }],
    ...{ parts: [], stops: [] },
  };
  const spots = sets.action.flatMap((action) =>
    sets.recipient.map((recipient) => spotOf({ ...rest, action, recipient })),
  );
  return spots.reduce((best, spot) => (spot.cost < best.cost ? spot : best));
}
