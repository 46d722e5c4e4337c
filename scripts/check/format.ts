/** Layout and order of imports, and Biome's own lint, by biome.json. */
import { broken, type Check, type Problem, tool } from './check.ts';

interface Report {
  readonly summary: { readonly unchanged: number };
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly category: string;
    readonly message: string;
    readonly location?: { readonly path?: string; readonly start?: { readonly line: number } };
  }[];
}

export const format: Check = {
  name: 'format',
  scope: (tree) => `${tree.files.length} files`,
  validate: async () => {
    const result = await tool('biome', ['check', '--reporter=json', '--max-diagnostics=none', '.']);
    if (!result.stdout.startsWith('{')) return [broken('biome', result)];
    const { diagnostics } = JSON.parse(result.stdout) as Report;
    const errors = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'fatal');
    if (result.status !== 0 && errors.length === 0) return [broken('biome', result)];
    return errors.map(
      ({ category, message, location }): Problem => ({
        path: location?.path ?? 'biome.json',
        ...(location?.start?.line ? { line: location.start.line } : {}),
        message:
          category === 'format'
            ? 'is laid out otherwise: run `npm run check -- --fix`'
            : `${category}: ${message.split('\n')[0]}`,
      }),
    );
  },
  fix: async () => void (await tool('biome', ['check', '--write', '.'])),
};
