/** The first files of a service. What they leave open fails in its test, not in production. */
import { keepingOf } from '@kept/kit';
import type { Collection, Manifest } from '@kept/policy';

export interface NewService {
  readonly name: string;
  readonly policy: string;
  readonly collection: string;
  readonly row: Collection;
  readonly manifest: Manifest;
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
    'src/conformance.test.ts': test,
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

/** Fields that the policy keeps alike go into one resource; those that go by their last use, into none. */
export function resourcesOf({ manifest, collection, row }: NewService): readonly (readonly string[])[] {
  const keeping = (field: string) => keepingOf(manifest, { field, collection });
  const fields = [...row.required, ...row.optional].filter((field) => !keeping(field).lastUse);
  return [...Map.groupBy(fields, (field) => JSON.stringify(keeping(field))).values()];
}

const resource = (
  collection: string,
  fields: readonly string[],
  i: number,
): string => `    ${i === 0 ? 'records' : `'records-${i + 1}'`}: {
      collection: '${collection}',
      label: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
      rows: 'many',
      form: {
${fields.map((field) => `        '${field}': { kind: 'text', longest: 200 },`).join('\n')}
      },
    },
`;

const declaration = (service: NewService): string => {
  const { name, policy, collection, row } = service;
  const resources = resourcesOf(service);
  const rest = [...row.required, ...row.optional].filter((field) => !resources.flat().includes(field));
  return `import { type ContextOf, defineService } from '@kept/kit';
import { ${camel(policy)} } from '@kept/policy-${policy}';

export const ${camel(name)} = defineService({
  name: '${name}',
  label: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  about: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  policy: ${camel(policy)},
  uses: [],
  serves: ['${collection}'],
${resources.length > 1 ? '  // A row ends as a whole: what the policy keeps for another time is another resource.\n' : ''}  resources: {
${resources.map((fields, i) => resource(collection, fields, i)).join('')}  },
${rest.length > 0 ? `  elsewhere: {\n${rest.map((field) => `    '${field}': 'goes some time after its last use: say what holds it',`).join('\n')}\n  },\n` : ''}});

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

const test = `import { conformance } from '@kept/kit/testing';
import service from './index.ts';

conformance(service);
`;
