import { KeptError } from '@kept/base';
import { type Explanation, explain, subjectState } from '@kept/decide';
import { ageBandOf, jurisdictionOf, type Program, regionOf } from '@kept/policy';
import { can } from '../can.ts';
import { ABOUT, around } from './axes.ts';
import { factsOf, holds } from './facts.ts';
import type { Edge, Failure, Given, Line, Table } from './table.ts';

const OTHERWISE: Given = { actor: 'service', action: 'use', residence: '*', age: 30, status: 'active' };

/** Everything in which a policy is not as a table says. Pure. Goes through lines, facts and edges as `failing` asks. */
export function* failing(program: Program, table: Table): Generator<Failure> {
  const facts = factsOf(program.manifest);
  for (const fact of table.facts) {
    const wrong = holds(facts, fact);
    if (wrong === null) continue;
    yield {
      ...{ at: fact.at, kind: 'fact', about: fact.path.join('.') },
      ...{ expected: JSON.stringify(fact.is), got: wrong.got },
    };
  }
  for (const line of table.lines) {
    const wrong = tried(() => ('can' in line ? wrongAnswer(program, line) : wrongDecision(program, table.given, line)));
    if (wrong !== null) yield { at: line.at, kind: 'line', about: line.say ?? aboutOf(line), ...wrong };
  }
  yield* failingEdges(program, table);
  yield* unlisted(program, table);
}

/** Along every axis of every purpose: where the table has nothing, nothing may be permitted. */
function* failingEdges(program: Program, table: Table): Generator<Failure> {
  const listed = new Map(
    table.edges.flatMap((edge) => edge.of.map((purpose) => [`${edge.about} of ${purpose}`, edge])),
  );
  for (const [purpose, given] of Object.entries(table.plainest))
    for (const about of given === null ? [] : ABOUT) {
      const edge = listed.get(`${about} of ${purpose}`);
      const wrong = tried(() => wrongEdge(program, about, edge?.permits ?? {}, { purpose, ...table.given, ...given }));
      if (wrong !== null) yield { at: edge?.at ?? 1, kind: 'edge', about: `${about} of ${purpose}`, ...wrong };
    }
}

/** All of them. */
export const testTable = (program: Program, table: Table): Failure[] => [...failing(program, table)];

type Wrong = Pick<Failure, 'expected' | 'got' | 'because'>;

/** A name that the policy has no longer is a failure of the line, not of the run. */
function tried(run: () => Wrong | null): Wrong | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof KeptError)) throw error;
    return { expected: 'names of the policy', got: error.message };
  }
}

function aboutOf(line: Line): string {
  const { field, ...rest } = 'can' in line ? line.can : line.given;
  return Object.values({ ...rest, field })
    .filter(Boolean)
    .join(' ');
}

function wrongDecision(program: Program, common: Given, line: Extract<Line, { outcome: unknown }>): Wrong | null {
  const explained = explain(program, requestOf(program, { ...OTHERWISE, ...common, ...line.given }));
  const { outcome, reason, clause, obligations } = explained.decision;
  const due = [...new Set(obligations.map(({ kind }) => kind))].toSorted();
  const right =
    outcome === line.outcome &&
    (line.reason === undefined || line.reason === reason) &&
    (line.clause === undefined || line.clause === clause) &&
    (line.due === undefined || line.due.toSorted().join() === due.join());
  if (right) return null;
  return {
    expected: said(line.outcome, line.reason, line.clause, line.due),
    got: said(outcome, reason ?? undefined, clause, line.due && due),
    because: becauseOf(explained),
  };
}

function requestOf(program: Program, given: Given) {
  const { field = [], age = 'unknown', residence = '*' } = given;
  const lives = regionOf(program, residence === 'US-CA' ? 'US' : residence);
  const from = given.from ?? lives;
  return {
    ...{ actor: given.actor!, action: given.action!, purpose: given.purpose ?? '', from, to: given.to ?? from },
    fields: typeof field === 'string' ? [field] : field,
    ...(given.collection !== undefined && { collection: given.collection }),
    ...(given.recipient !== undefined && { recipient: given.recipient }),
    subject: subjectState(program, {
      region: given.from === undefined ? lives : from,
      jurisdiction: given.jurisdiction ?? jurisdictionOf(program, residence),
      ageBand: age === 'unknown' ? age : ageBandOf(program, age),
      status: given.status!,
      ...{ consents: given.consents ?? [], restricted: given.restricted ?? [], objected: given.objected ?? [] },
    }),
  };
}

const said = (outcome: string, reason?: string, clause?: string, due?: readonly string[]): string =>
  [outcome, reason, clause && `§${clause}`, due && `due ${due.join(', ') || 'nothing'}`].filter(Boolean).join(' ');

function becauseOf({ steps, changes, enough }: Explanation): string {
  const failed = steps.flatMap(({ check, result, clause, reason }) =>
    result === 'fail' ? [`${check}: ${reason}, §${clause}`] : [],
  );
  const would = changes.map(({ kind, ...rest }) => [kind, ...Object.values(rest)].join(' '));
  return [
    ...(failed.length > 0 ? [failed.join('; ')] : ['nothing stands in the way']),
    ...(would.length > 0 ? [`${enough ? 'would change it' : 'would not be enough'}: ${would.join(', ')}`] : []),
  ].join('; ');
}

function wrongAnswer(program: Program, line: Extract<Line, { can: unknown }>): Wrong | null {
  const { answer, alternatives, permitted, refused } = can(program, line.can);
  const asked = alternatives.map(({ when }) => when.consents.toSorted().join(' + '));
  const when = line.when?.toSorted().join(' + ');
  if (answer === line.answer && (when === undefined || asked.every((each) => each === when))) return null;
  const example = line.answer === 'never' ? permitted : refused;
  return {
    expected: [line.answer, ...(when === undefined ? [] : [`when ${when}`])].join(' '),
    got: [answer, ...(when === undefined ? [] : [`when ${[...new Set(asked)].join(', or ')}`])].join(' '),
    ...(example !== null && {
      because: `for example ${JSON.stringify(example.asked)}: ${example.outcome} §${example.clause}`,
    }),
  };
}

function wrongEdge(program: Program, about: string, permits: Edge['permits'], given: Given): Wrong | null {
  const found = around(program, about, given);
  const mine = new Map(Object.entries(found).flatMap(([condition, names]) => names.map((name) => [name, condition])));
  const listed = new Map(
    Object.entries(permits).flatMap(([condition, names]) => names.map((name) => [name, condition])),
  );
  for (const name of new Set([...listed.keys(), ...mine.keys()]))
    if (listed.get(name) !== mine.get(name))
      return { expected: `${name}: ${listed.get(name) ?? 'never'}`, got: `${name}: ${mine.get(name) ?? 'never'}` };
  return null;
}

/** Purposes, and requests around them, that the table should have and has not. */
function* unlisted(program: Program, table: Table): Generator<Failure> {
  if (Object.keys(table.plainest).length === 0) return;
  const missing = program.purposes.ids.filter((purpose) => !(purpose in table.plainest));
  if (missing.length > 0)
    yield {
      ...{ at: 1, kind: 'edge', about: 'plainest', expected: 'every purpose' },
      got: `nothing about ${missing.join(', ')}`,
    };
}
