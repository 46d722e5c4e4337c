/** What was left on the way: notes to oneself, tests that do not run, words that the house does not use. */
import type { Check, Problem } from './check.ts';
import { isNode, type Node, nodes, programOf, type Source } from './tree.ts';

const NOTES = /\b(TODO|FIXME|XXX|HACK)\b/;
/** Left on purpose, and named so: a test that runs where its condition holds is `runIf`. */
const IDLE = new Set(['only', 'skip', 'todo', 'fails']);
const RUNNERS = new Set(['test', 'it', 'describe', 'suite', 'bench']);
/** The law's and DPV's words instead: personal data, request of a person, erasure. */
const WORDS = /\bPII\b|\bGDPR requests?\b|\bdelete[sd]? users?\b/i;

export const leftovers: Check = {
  name: 'leftovers',
  scope: (tree) => `${tree.sources.length} sources`,
  validate: (tree) => [
    ...tree.sources.filter(({ path }) => path !== 'scripts/check/leftovers.ts').flatMap(inSource),
    ...tree.files
      .filter((path) => /\.(sql|css|html|ya?ml|sh)$/.test(path))
      .flatMap((path) => inText(path, tree.text(path))),
  ],
};

function inSource(source: Source): Problem[] {
  const problems: Problem[] = [];
  const add = (offset: number, message: string): void =>
    void problems.push({ path: source.path, line: source.line(offset), message });
  for (const { value, start } of source.ast.comments) {
    const note = NOTES.exec(value);
    if (note) add(start + note.index, `a note to oneself: ${note[0]}`);
  }
  const word = WORDS.exec(source.text);
  if (word) add(word.index, `\`${word[0]}\` is not a word of the house`);
  if (source.test || source.text.includes('debugger')) {
    for (const [node] of nodes(programOf(source))) {
      const idle = node.type === 'MemberExpression' ? idleOf(node) : null;
      if (idle) add(node.start, `${idle}: a test that does not run, or keeps others from running`);
      if (node.type === 'DebuggerStatement') add(node.start, '`debugger`');
    }
  }
  return problems;
}

function idleOf({ object, property }: Node): string | null {
  if (!isNode(object) || !isNode(property) || typeof property['name'] !== 'string' || !IDLE.has(property['name']))
    return null;
  // `test.only`, `test.concurrent.skip`.
  const runner = object.type === 'MemberExpression' ? object['object'] : object;
  return isNode(runner) && RUNNERS.has(String(runner['name'])) ? `${String(runner['name'])}.${property['name']}` : null;
}

function inText(path: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, i) => {
    const note = NOTES.exec(line);
    return note ? [{ path, line: i + 1, message: `a note to oneself: ${note[0]}` }] : [];
  });
}
