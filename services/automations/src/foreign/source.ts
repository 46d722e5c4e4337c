/** A file of another platform as it is read: values, the line of each, and what cannot be said here. */
import { type Document, isNode, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import type { Problem } from '../api/foreign.ts';

export type Path = readonly (string | number)[];
export type Fields = Readonly<Record<string, unknown>>;

/** An input of a blueprint. */
export interface Input {
  readonly name: string;
  readonly label: string;
  readonly line: number;
  readonly default: unknown;
}

export class Source {
  readonly problems: Problem[] = [];
  readonly value: unknown;
  /** What a blueprint asks for. */
  readonly inputs: readonly Input[];
  /** Inputs of a blueprint that nothing stands for yet. */
  readonly missing = new Set<string>();
  readonly #document: Document;
  readonly #lines = new LineCounter();

  /** YAML, or JSON, which is YAML. `given` stands for the inputs of a blueprint. */
  constructor(text: string, given: Fields = {}) {
    const options = { lineCounter: this.#lines, customTags: [INPUT], uniqueKeys: true };
    this.#document = parseDocument(text, { ...options, prettyErrors: false, logLevel: 'silent' });
    for (const { pos } of this.#document.errors) this.#say(this.#lines.linePos(pos[0]).line, 'syntax', '');
    const named = this.#document.errors.length > 0 ? [] : this.#named();
    this.inputs = named;
    const values = new Map(named.flatMap((each) => filled(each, given)));
    visit(this.#document, {
      Scalar: (_, node) => {
        if (!isInput(node)) return;
        const name = String(node.value);
        if (values.has(name)) return this.#document.createNode(values.get(name));
        this.missing.add(name);
        this.#say(this.#lineOf(node), 'input', name);
        return undefined;
      },
      // One that refers to another would let a short text become a long one.
      Alias: (_, node) => {
        this.#say(this.#lineOf(node), 'alias', node.source);
        return visit.REMOVE;
      },
    });
    this.value = this.problems.some(({ code }) => code === 'syntax') ? null : this.#document.toJS();
  }

  #named(): Input[] {
    const inputs = record(this.#document.getIn(['blueprint', 'input'], false) && this.#plain(['blueprint', 'input']));
    return Object.entries(inputs ?? {}).flatMap(([name, told]): Input[] => {
      const input = record(told) ?? {};
      // A section of inputs.
      const below = record(input['input']);
      if (below)
        return Object.entries(below).map(([own, each]) =>
          this.#input(own, each, ['blueprint', 'input', name, 'input']),
        );
      return [this.#input(name, told, ['blueprint', 'input'])];
    });
  }

  #input(name: string, told: unknown, above: Path): Input {
    const fields = record(told) ?? {};
    const label = typeof fields['name'] === 'string' ? fields['name'] : name;
    return { name, label: label.slice(0, 100), line: this.lineOf([...above, name]), default: fields['default'] };
  }

  #plain(path: Path): unknown {
    const node = this.#document.getIn(path, true);
    return isNode(node) ? node.toJS(this.#document) : undefined;
  }

  #lineOf(node: { range?: readonly number[] | null | undefined }): number {
    return node.range ? this.#lines.linePos(node.range[0]!).line : 1;
  }

  /** Of what stands there, or of what it stands in. */
  lineOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#lineOf(node);
    }
    return 1;
  }

  #say(line: number, code: Problem['code'], what: string): void {
    if (this.problems.length < 500) this.problems.push({ line, code, what: what.slice(0, 120) });
  }

  /** Cannot be said here; answers nothing, which stands for it. */
  cannot(path: Path, code: Problem['code'], what: unknown = ''): never[] {
    this.#say(this.lineOf(path), code, typeof what === 'string' ? what : (JSON.stringify(what) ?? ''));
    return [];
  }

  /** What has no meaning here is no reason to leave it out unsaid. */
  only(fields: Fields, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(fields)) if (!known.includes(key)) this.cannot([...path, key], 'key', key);
  }
}

const INPUT = { tag: '!input', resolve: (text: string) => text } as const;
const isInput = ({ tag }: Scalar): boolean => tag === '!input';

const filled = ({ name, default: fallback }: Input, given: Fields): [string, unknown][] => {
  const value = given[name] ?? fallback;
  return value === undefined ? [] : [[name, value]];
};

export const record = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** Each with its place: a lone one stands where the list would. */
export const placed = (value: unknown, path: Path): [unknown, Path][] =>
  Array.isArray(value)
    ? value.map((each, i) => [each, [...path, i]])
    : value === undefined || value === null
      ? []
      : [[value, path]];
