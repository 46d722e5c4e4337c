/** The types of the whole project, and of the browser's part with its own settings. */
import { broken, type Check, type Problem, tool } from './check.ts';
import type { Tree } from './tree.ts';

const projectsOf = (tree: Tree): string[] =>
  ['tsconfig.json', 'apps/web/tsconfig.json'].filter((path) => tree.exists(path));

export const types: Check = {
  name: 'types',
  scope: (tree) => projectsOf(tree).join(', '),
  validate: async (tree) => (await Promise.all(projectsOf(tree).map(check))).flat(),
};

async function check(project: string): Promise<Problem[]> {
  const result = await tool('tsc', ['--noEmit', '--pretty', 'false', '--project', project]);
  const problems = result.stdout.split('\n').flatMap((text): Problem[] => {
    const [, path, line, message] = /^(.+?)\((\d+),\d+\): error (.+)$/.exec(text) ?? [];
    return path && message ? [{ path, line: Number(line), message }] : [];
  });
  return problems.length === 0 && result.status !== 0 ? [broken(`tsc --project ${project}`, result)] : problems;
}
