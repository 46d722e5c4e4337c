import { readFileSync } from 'node:fs';
import type { Language } from '@kept/api';
import { expect, it } from 'vitest';
import { loadMessages } from './load.ts';
import { problemText } from './problem-text.ts';

interface Row {
  readonly code: string;
  readonly kind: string;
  readonly from: string;
  readonly says: string;
}

/** Every error that the program can throw. */
const rows: Row[] = readFileSync(new URL('../../../../generated/errors.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, code, kind, from, says] = /^\| `(\w+)` \| (\w+) \| (\S+) \| (.+) \|$/.exec(line) ?? [];
    return code && kind && from && says ? [{ code, kind, from, says }] : [];
  });

/** Where a call of a page can end: the services, and what they stand on. */
const behindTheApi =
  /^(services\/|apps\/server|packages\/(blobs|broker|gate|identity|keys|kit|ledger|recipients|rights|subjects|vault)$)/;

/** What only the start of the program, its operator, a device or a fault of ours can bring about; told by its kind. */
const notOfAPage = new Set([
  ...[
    'BROKER_UNGUARDED',
    'CONFIG_INVALID',
    'CONFIG_UNKNOWN',
    'SERVER_HOST_UNUSABLE',
    'SERVER_NOT_RUNNING',
    'SERVER_SERVICE_SETTINGS',
    'SERVER_TABLE_DIFFERS',
  ],
  ...['DEVICES_CREDENTIAL_REFUSED', 'DEVICES_NOT_KEPT', 'DEVICES_TOO_OFTEN'],
  ...['GATE_BAD_QUESTION', 'IDENTITY_MODEL_UNDECLARED', 'IDENTITY_SETTING', 'RECIPIENTS_SETTING'],
  ...['KEYS_BAD_NAME', 'KEYS_CLOSED', 'KEYS_RING_EXPOSED', 'KEYS_RING_FOREIGN', 'LEDGER_BAD_KEY_FILE'],
  ...[
    'LEDGER_CLOSED',
    'LEDGER_MALFORMED',
    'LEDGER_NOTE_REFUSED',
    'LEDGER_OTHER_LOG',
    'RECIPIENTS_NOT_A_PARTY',
    'RECIPIENTS_NO_VALUE',
  ],
  ...['RECIPIENTS_UNDECLARED', 'RECIPIENTS_UNDER_WAY', 'SUBJECT_CONFLICT', 'SUBJECT_MALFORMED'],
  ...['VAULT_BAD_BUCKET', 'VAULT_BAD_TABLE', 'VAULT_BAD_VALUE', 'VAULT_NOT_DECLARED', 'VAULT_TAKEN'],
]);

const STATUS: Readonly<Record<string, number>> = { misuse: 400, refused: 403, unavailable: 503, bug: 500 };
const languages: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en'];

it.each(languages)('whatever the server refuses is told in %s, never in the words of the server', async (language) => {
  const messages = await loadMessages(language);
  expect(rows.length).toBeGreaterThan(100);
  for (const { code, kind, says } of rows) {
    const text = problemText(messages, { type: 'urn:x', title: says, help: says, code, status: STATUS[kind]! });
    expect({ code, text: text.length > 3, own: text.includes(says) }).toEqual({ code, text: true, own: false });
    if (language !== 'en') expect({ code, text }).toEqual({ code, text: expect.stringMatching(/\p{Script=Han}/u) });
  }
});

it('each refusal that a page can meet has a sentence of its own', async () => {
  const { problems } = await loadMessages('zh-Hans');
  const met = rows.filter(({ code, kind, from }) => {
    return behindTheApi.test(from) && (kind === 'misuse' || kind === 'refused') && !notOfAPage.has(code);
  });
  const words = new Set([...Object.keys(problems.known), 'IDENTITY_PASSWORD_WEAK']);
  expect(met.filter(({ code }) => !words.has(code)).map(({ code }) => code)).toEqual([]);
  expect([...notOfAPage].filter((code) => !rows.some((row) => row.code === code))).toEqual([]);
});

it('no sentence stands for a code that nothing throws', async () => {
  const { problems } = await loadMessages('zh-Hans');
  const framework = readFileSync(new URL('../../../server/src/http/problem.ts', import.meta.url), 'utf8');
  const app = readFileSync(new URL('../../../server/src/http/app.ts', import.meta.url), 'utf8');
  const thrown = (code: string): boolean =>
    code === 'UNAVAILABLE' || rows.some((row) => row.code === code) || framework.includes(code) || app.includes(code);
  expect(Object.keys(problems.known).filter((code) => !thrown(code))).toEqual([]);
});
