import { checkManifest, compile, type Program } from '@kept/policy';
import { diff } from '../diff/diff.ts';
import { failing } from '../tables/run.ts';
import type { Failure, Table } from '../tables/table.ts';
import type { Mutant } from './operators.ts';

/** What came of a mutant. `refused`: it does not compile. `equivalent`: it decides and declares the same. */
export type Fate = 'caught' | 'survived' | 'refused' | 'equivalent';

/** How well tables tell a policy from others. */
export interface Score {
  readonly mutants: number;
  /** By what caught them first: a line, an edge, a fact. */
  readonly caught: Readonly<Record<Failure['kind'], number>>;
  readonly refused: number;
  readonly equivalent: number;
  readonly survivors: readonly Mutant[];
  /** Caught, of all that could be: 0 to 1. */
  readonly score: number;
}

/** Tries the tables of a policy on mutants of it. `after` is told of each. Pure but for that; takes some 20 ms a mutant. */
export function mutationScore(
  program: Program,
  tables: readonly Table[],
  mutants: readonly Mutant[],
  after: (mutant: Mutant, fate: Fate) => void = () => {},
): Score {
  const caught = { line: 0, edge: 0, fact: 0 };
  let [refused, equivalent] = [0, 0];
  const survivors: Mutant[] = [];
  for (const mutant of mutants) {
    const manifest = mutant.make();
    const found = checkManifest(manifest).length > 0 ? 'refused' : firstFailure(compile(manifest), tables);
    const fate = found !== null ? (found === 'refused' ? found : 'caught') : isSame(program, compile(manifest));
    if (found !== null && found !== 'refused') caught[found]++;
    if (fate === 'refused') refused++;
    if (fate === 'equivalent') equivalent++;
    if (fate === 'survived') survivors.push(mutant);
    after(mutant, fate);
  }
  const all = caught.line + caught.edge + caught.fact;
  const score = all + survivors.length === 0 ? 1 : all / (all + survivors.length);
  return { mutants: mutants.length, caught, refused, equivalent, survivors, score };
}

function firstFailure(program: Program, tables: readonly Table[]): Failure['kind'] | null {
  for (const table of tables) for (const { kind } of failing(program, table)) return kind;
  return null;
}

const isSame = (program: Program, mutant: Program): Fate => (diff(program, mutant).same ? 'equivalent' : 'survived');
