/** Promises that nobody waits for, `any`, console output and the like, with types, by .oxlintrc.json. */
import { broken, type Check, type Problem, tool } from './check.ts';

interface Report {
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly code?: string;
    readonly message: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

export const lint: Check = {
  name: 'lint',
  scope: (tree) => `${tree.sources.length} sources`,
  validate: async () => {
    const result = await tool('oxlint', ['--type-aware', '--format=json', '.']);
    if (!result.stdout.startsWith('{')) return [broken('oxlint', result)];
    const { diagnostics } = JSON.parse(result.stdout) as Report;
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (result.status !== 0 && errors.length === 0) return [broken('oxlint', result)];
    return errors.map(({ filename, labels, code, message }): Problem => {
      const line = labels[0]?.span.line;
      return { path: filename, ...(line ? { line } : {}), message: `${code ?? 'oxlint'}: ${message}` };
    });
  },
  fix: async () => void (await tool('oxlint', ['--fix', '.'])),
};
