import { readFile } from 'node:fs/promises';
import type { BetterAuthOptions } from 'better-auth';
import { admin } from 'better-auth/plugins/admin';
import { organization } from 'better-auth/plugins/organization';
import { expect, test } from 'vitest';
import { sealedAdapter } from './adapter.ts';
import type { Desk } from './desk.ts';
import { libraryOptions } from './library.ts';
import { PERSONAL } from './personal.ts';
import type { Place } from './rows.ts';
import { ddl, kindOf, schemaOf } from './schema.ts';
import type { Sealing } from './sealing.ts';

const options = libraryOptions({ passwords: {} } as unknown as Desk, {} as Sealing, {
  baseURL: 'http://localhost',
  secret: 'not a secret that signs anything',
  siteName: 'Kept',
  rateLimit: true,
}) as unknown as BetterAuthOptions;

test('the migration makes the tables that this version of the library has', async () => {
  const file = await readFile(new URL('../migrations/0001_begin.sql', import.meta.url), 'utf8');
  expect(file).toContain(ddl(schemaOf(options)));
});

test('every table is declared, and every column of free text in it is sealed, a reference, or said to be harmless', () => {
  const harmless = ['account.providerId', 'passkey.deviceType'];
  const open = Object.values(schemaOf(options)).flatMap((model) =>
    Object.entries(model.fields)
      .filter(
        ([field, { type, refers }]) =>
          type === 'string' && !refers && !model.sealed.has(field) && !model.kept.has(field),
      )
      .map(([field]) => `${model.name}.${field}`),
  );
  expect(open.sort()).toEqual(harmless);
  expect(Object.keys(schemaOf(options)).sort()).toEqual(Object.keys(PERSONAL).sort());
  for (const model of Object.values(schemaOf(options)))
    for (const field of Object.keys(model.fields))
      if (model.blinds[field] || model.kept.has(field))
        expect(kindOf(model.name, field)).toMatch(/^[a-z][a-z0-9-]{0,31}$/);
});

test('a table that nobody declared stops the start; a column that a plugin adds is seen by the check above', () => {
  const start = (more: BetterAuthOptions['plugins']) => () =>
    sealedAdapter({} as Place)({ ...options, plugins: [...options.plugins!, ...more!] });
  expect(start([organization()])).toThrow(expect.objectContaining({ code: 'IDENTITY_MODEL_UNDECLARED' }));
  expect(start([])).not.toThrow();
  const added = schemaOf({ ...options, plugins: [...options.plugins!, admin()] })['user']!;
  expect(added.sealed.has('banReason')).toBe(false);
  expect(Object.keys(added.fields)).toContain('banReason');
});
