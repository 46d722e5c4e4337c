/** The first files of a service. What they leave open fails in its test, not in production. */
import type { Collection } from '@kept/policy';

export interface NewService {
  readonly name: string;
  readonly policy: string;
  readonly collection: string;
  readonly row: Collection;
}

const camel = (name: string): string => name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Text by path below the service's folder. */
export function serviceFiles(service: NewService): Record<string, string> {
  return {
    'package.json': `${JSON.stringify(manifest(service), null, 2)}\n`,
    'README.md': readme(service),
    'src/index.ts': index(service),
    'src/service.ts': declaration(service),
    'src/routes.ts': routes(service),
    'src/service.test.ts': test(service),
  };
}

const manifest = ({ name, policy }: NewService): unknown => ({
  name: `@kept/service-${name}`,
  version: '0.1.0',
  private: true,
  license: 'Apache-2.0',
  type: 'module',
  exports: { '.': './src/index.ts' },
  dependencies: { '@kept/api': '0.1.0', '@kept/kit': '0.1.0', [`@kept/policy-${policy}`]: '0.1.0', zod: '4.6.7' },
});

const readme = ({ name, policy, collection, row }: NewService): string =>
  `# ${name}\n\nServes the row “${row.label.en}” (\`${collection}\`, §${row.clause}) of \`${policy}\`.\n\nRead \`src/service.ts\` first.\n`;

const index = ({ name }: NewService): string => `/** ${name}: see service.ts. */
import { serve } from '@kept/kit';
import { ${camel(name)}Routes } from './routes.ts';
import { ${camel(name)} } from './service.ts';

export default serve(${camel(name)}, ${camel(name)}Routes);
`;

const declaration = ({ name, policy, collection, row }: NewService): string => {
  const fields = [...row.required, ...row.optional].map(
    (field) => `        '${field}': { kind: 'text', longest: 200 },`,
  );
  return `import { type ContextOf, defineService } from '@kept/kit';
import { ${camel(policy)} } from '@kept/policy-${policy}';

export const ${camel(name)} = defineService({
  name: '${name}',
  label: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  about: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  policy: ${camel(policy)},
  uses: [],
  serves: ['${collection}'],
  resources: {
    records: {
      collection: '${collection}',
      label: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
      rows: 'many',
      form: {
${fields.join('\n')}
      },
    },
  },
});

export type Context = ContextOf<typeof ${camel(name)}>;
`;
};

const routes = ({ name }: NewService): string => `import { endpoint } from '@kept/api';
import { type Route, routesOf } from '@kept/kit';
import { z } from 'zod';
import type { Context } from './service.ts';

const route = routesOf<Context>();

const list = endpoint({
  method: 'GET',
  path: '/api/${name}',
  who: 'person',
  summary: 'The person’s own records, without opening them.',
  answers: { 200: z.object({ rows: z.array(z.object({ id: z.uuid() })).max(1_000) }) },
});

export const ${camel(name)}Routes: readonly Route<Context>[] = [
  route(list, async ({ person }, context) => {
    const rows = await context.at(person.region).resources.records.rows(person.id);
    return { status: 200, body: { rows: rows.map(({ id }) => ({ id })) } };
  }),
];
`;

const test = ({ name }: NewService): string => `import { conformance } from '@kept/kit/testing';
import { expect, test } from 'vitest';
import service from './index.ts';

conformance(service);

test('${name} says in three languages what it is', () => {
  for (const text of [service.declaration.label, service.declaration.about]) {
    for (const words of Object.values(text)) expect(words).not.toBe('');
  }
});
`;
