import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVICES } from './generated/services.ts';
import { settingsOf } from './settings.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-settings-'));
});
afterAll(() => rm(folder, { recursive: true }));

const service = SERVICES.find(({ declaration }) => declaration.settings)!;
const { name, settings } = service.declaration;

test('a service is given what its file says, and keeps its own where there is none', async () => {
  expect(await settingsOf(null, SERVICES)).toEqual(new Map());
  expect(await settingsOf(folder, SERVICES)).toEqual(new Map());
  await writeFile(join(folder, `${name}.json`), JSON.stringify(settings!.otherwise));
  expect(await settingsOf(folder, SERVICES)).toEqual(new Map([[name, settings!.otherwise]]));
});

test.each([
  ['no JSON', () => `${name}.json`, '{'],
  ['of another form', () => `${name}.json`, '{"no-such-key":1}'],
  ['of no service', () => 'nobody.json', '{}'],
])('a file that is %s stops the start', async (_, file, text) => {
  await writeFile(join(folder, file()), text);
  await expect(settingsOf(folder, SERVICES)).rejects.toMatchObject({ code: 'SERVER_SERVICE_SETTINGS' });
  await rm(join(folder, file()));
});
