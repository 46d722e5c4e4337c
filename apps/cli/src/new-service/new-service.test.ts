import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Service } from '@kept/kit';
import { faultsOf, openStage, RULES, type Trial } from '@kept/kit/testing';
import { POLICIES } from '@kept/server';
import { afterAll, expect, test } from 'vitest';
import { type NewService, resourcesOf, serviceFiles } from './files.ts';

/** Within the repository, where packages are found, and outside whatever is checked. */
const FOLDER = fileURLToPath(new URL('../../../../test-results/new-service/', import.meta.url));
afterAll(() => rm(FOLDER, { recursive: true, force: true }));

async function written(service: NewService): Promise<Service> {
  for (const [path, text] of Object.entries(serviceFiles(service))) {
    await mkdir(dirname(join(FOLDER, service.name, path)), { recursive: true });
    await writeFile(join(FOLDER, service.name, path), text);
  }
  return ((await import(join(FOLDER, service.name, 'src/index.ts'))) as { default: Service }).default;
}

const [manifest] = POLICIES.filter(({ id }) => id === 'aqara-account');
const rows = Object.entries(manifest!.collections).map(
  ([collection, row]): NewService => ({
    name: `new-${collection}`,
    ...{ policy: manifest!.id, collection, row, manifest: manifest! },
  }),
);
const SAID = RULES.slice(0, 2);

test('a new service for any row of the policy lacks nothing but words', async () => {
  for (const each of rows.filter((row) => resourcesOf(row).length > 0)) {
    const service = await written(each);
    const trial = { service, unbounded: {} } as unknown as Trial;
    const faults = await faultsOf(trial, SAID);
    expect(faults.filter((fault) => !fault.includes('has no words in'))).toEqual([]);
    expect(faults).toHaveLength(3 * (2 + resourcesOf(each).length));
  }
});

// One with a code of an hour, with a consent, and with a purpose that ends; one that a device tells, for six months.
test.each(['booking', 'security'])(
  'a new service for the row `%s` holds every other rule as it is',
  { timeout: 240_000 },
  async (row) => {
    const service = await written(rows.find(({ collection }) => collection === row)!);
    const stage = await openStage(service);
    expect(await faultsOf({ stage, service, unbounded: {} }, RULES.slice(2))).toEqual([]);
  },
);
