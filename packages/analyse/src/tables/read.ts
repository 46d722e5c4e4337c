import { Misuse } from '@kept/base';
import { ACTIONS, ACTORS, STATUSES } from '@kept/policy';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Question } from '../question.ts';
import type { Edge, Fact, Given, Line, Table } from './table.ts';

const OUTCOMES = ['permit', 'refuse', 'cannot-tell'] as const;
const ANSWERS = ['never', 'always', 'sometimes'] as const;
const ONE_OF: Readonly<Record<string, readonly string[]>> = { actor: ACTORS, action: ACTIONS, status: STATUSES };
const GIVEN: ReadonlySet<string> = new Set([
  ...['actor', 'action', 'purpose', 'field', 'collection', 'recipient', 'from', 'to', 'residence', 'jurisdiction'],
  ...['age', 'status', 'consents', 'restricted', 'objected'],
]);
const LISTED: ReadonlySet<string> = new Set(['consents', 'restricted', 'objected']);

/** Reads a table from YAML 1.2. Throws `ANALYSE_TABLE` with the line of what is wrong. */
export function readTable(text: string): Table {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error !== undefined) throw wrong(error.linePos?.[0].line ?? 1, 'this is no YAML', error.message.split('\n')[0]!);
  const reader = new Reader(counter);
  return reader.table(document.contents);
}

const wrong = (line: number, message: string, help: string): Misuse =>
  new Misuse('ANALYSE_TABLE', `line ${line}: ${message}`, { help, path: `/${line}` });

class Reader {
  readonly #counter: LineCounter;

  constructor(counter: LineCounter) {
    this.#counter = counter;
  }

  table(root: unknown): Table {
    const parts = this.#map(root, 'a table is a record with `policy`, and any of given, lines, plainest, edges, facts');
    const known = ['policy', 'about', 'given', 'lines', 'plainest', 'edges', 'facts'];
    this.#only(root, parts, known);
    const { policy } = parts;
    if (!isScalar(policy) || typeof policy.value !== 'string')
      throw wrong(this.#at(root), 'which policy it is about is missing', 'begin with `policy: ID`');
    return {
      policy: policy.value,
      given: parts['given'] === undefined ? {} : this.#given(parts['given']),
      lines: this.#list(parts['lines'], (line) => this.#line(line)),
      plainest: Object.fromEntries(
        Object.entries(parts['plainest'] === undefined ? {} : this.#map(parts['plainest'], 'by purpose')).map(
          ([purpose, given]) => [purpose, isScalar(given) ? null : this.#given(given)],
        ),
      ),
      edges: this.#list(parts['edges'], (edge) => this.#edge(edge)),
      facts: parts['facts'] === undefined ? [] : this.#facts(parts['facts'], []),
    };
  }

  #line(node: unknown): Line {
    const parts = this.#map(node, 'a line is a record with `given` or `can`, and `expect`');
    this.#only(node, parts, ['say', 'given', 'can', 'expect', 'due', 'when']);
    const { say, due, when } = this.#plain(node) as { say?: string; due?: string[]; when?: string[] };
    const at = this.#at(node);
    const head = { at, ...(say !== undefined && { say }) };
    const expected = this.#plain(parts['expect']);
    const [word = '', ...more] = typeof expected === 'string' ? expected.split(/\s+/) : [];
    if (parts['can'] !== undefined) {
      const answer = ANSWERS.find((each) => each === word);
      if (answer === undefined) throw wrong(at, 'what is expected of a question', `one of: ${ANSWERS.join(', ')}`);
      return { ...head, can: this.#question(parts['can']), answer, ...(when !== undefined && { when }) };
    }
    const outcome = OUTCOMES.find((each) => each === word);
    if (parts['given'] === undefined || outcome === undefined)
      throw wrong(
        at,
        '`given` and `expect` are needed',
        `expect: one of ${OUTCOMES.join(', ')}, then a reason, then §clause`,
      );
    const clause = more.find((part) => part.startsWith('§'))?.slice(1);
    const reason = more.find((part) => !part.startsWith('§'));
    return {
      ...{ ...head, given: this.#given(parts['given']), outcome },
      ...(reason !== undefined && { reason }),
      ...(clause !== undefined && { clause }),
      ...(due !== undefined && { due: due as never }),
    };
  }

  #given(node: unknown): Given {
    const parts = this.#map(node, 'a record of a request and a person');
    this.#only(node, parts, [...GIVEN]);
    for (const [name, value] of Object.entries(parts)) {
      const said = this.#plain(value);
      if (LISTED.has(name) && !Array.isArray(said)) throw wrong(this.#at(value), `${name} is a list`, `${name}: [...]`);
      if (name in ONE_OF && !ONE_OF[name]!.includes(said as string))
        throw wrong(this.#at(value), `there is no such ${name}`, `one of: ${ONE_OF[name]!.join(', ')}`);
      if (name === 'age' && said !== 'unknown' && typeof said !== 'number')
        throw wrong(this.#at(value), 'an age is a number of years, or unknown', 'age: 30');
    }
    return this.#plain(node) as Given;
  }

  #question(node: unknown): Question {
    const parts = this.#map(node, 'a record of what is asked');
    this.#only(
      node,
      parts,
      [...GIVEN].filter((name) => !LISTED.has(name) && name !== 'residence'),
    );
    return this.#plain(node) as Question;
  }

  #edge(node: unknown): Edge {
    const parts = this.#map(node, 'an edge is a record with about, of and permits');
    this.#only(node, parts, ['about', 'of', 'permits']);
    const { about, of, permits } = this.#plain(node) as Record<string, unknown>;
    if (typeof about !== 'string' || typeof of !== 'string' || typeof permits !== 'object' || permits === null)
      throw wrong(this.#at(node), 'an edge has about, of and permits', 'see what `kept policy edges ID` prints');
    const names = (text: unknown): string[] => String(text).split(/\s+/).filter(Boolean);
    return {
      ...{ at: this.#at(node), about, of: names(of) },
      permits: Object.fromEntries(Object.entries(permits).map(([condition, listed]) => [condition, names(listed)])),
    };
  }

  /** Down to lists and values: a record says nothing of what it leaves out. */
  #facts(node: unknown, path: readonly string[]): Fact[] {
    if (!isMap(node) || node.items.length === 0) return [{ at: this.#at(node), path, is: this.#plain(node) }];
    return node.items.flatMap(({ key, value }) => this.#facts(value, [...path, String(this.#plain(key))]));
  }

  #map(node: unknown, help: string): Record<string, unknown> {
    if (!isMap(node)) throw wrong(this.#at(node), 'a record is needed here', help);
    return Object.fromEntries((node as YAMLMap).items.map(({ key, value }) => [String(this.#plain(key)), value]));
  }

  #list<T>(node: unknown, read: (item: unknown) => T): T[] {
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (!isSeq(node)) throw wrong(this.#at(node), 'a list is needed here', 'each line begins with `-`');
    return node.items.map(read);
  }

  #only(node: unknown, parts: Record<string, unknown>, known: readonly string[]): void {
    const other = Object.keys(parts).find((name) => !known.includes(name));
    if (other !== undefined)
      throw wrong(this.#at(parts[other] ?? node), `\`${other}\` means nothing here`, `one of: ${known.join(', ')}`);
  }

  #plain(node: unknown): unknown {
    return (node as Node | null | undefined)?.toJSON?.() ?? null;
  }

  #at(node: unknown): number {
    const [start = 0] = (node as Node | null)?.range ?? [];
    return this.#counter.linePos(start).line;
  }
}
