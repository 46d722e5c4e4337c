/** The notice as something to keep: plain text, in each language, with every clause of it. */
import type { Notice } from '@kept/api';
import { compile, successionOf } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { testHouse } from '@kept/server/testing';
import { expect, test } from 'vitest';
import { noticeBody } from '../../apps/server/src/notice.ts';

const LANGS = ['zh-Hans', 'zh-Hant', 'en'] as const;
const { visitor } = await testHouse();

test.each(LANGS)('in %s as a file of plain text, whole', async (lang) => {
  const stranger = visitor();
  const answer = await stranger.call('GET', `/api/notice/text?lang=${lang}`);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(answer.headers['content-disposition']).toMatch(
    new RegExp(`^attachment; filename="[\\w.-]+\\.${lang}\\.txt"$`),
  );
  const notice = await stranger.must<Notice>(200, 'GET', `/api/notice?lang=${lang}`);
  for (const { id, title } of notice.clauses) expect(answer.text).toContain(`### ${id} ${title}`);
  for (const { label } of notice.collections) expect(answer.text).toContain(label);
  for (const { name } of notice.recipients) expect(answer.text).toContain(name);
  expect(answer.text.trimEnd()).toMatch(new RegExp(`sha256:${notice.policy.hash}.$`));
});

test('a first version has changed nothing; what the policy stores in browsers is told with its consent', () => {
  const { versions, cookies } = noticeBody(successionOf([compile(aqaraAccount)]), 'en');
  expect(versions).toMatchObject([{ version: aqaraAccount.version, changes: [] }]);
  expect(cookies.map(({ id, consent }) => [id, consent])).toEqual(
    Object.entries(aqaraAccount.cookies).map(([id, cookie]) => [id, 'consent' in cookie ? cookie.consent : undefined]),
  );
});

test.each(LANGS)('each version after it says in %s what it changed, line by line', (lang) => {
  const { statistics, ...purposes } = smartmiGlobal.purposes;
  const before = compile({
    ...smartmiGlobal,
    version: '1',
    purposes: { ...purposes, statistics: { ...statistics, regions: ['sg'] } },
  } as never);
  const { versions } = noticeBody(successionOf([before, compile(smartmiGlobal)]), lang);
  expect(versions.map(({ version }) => version)).toEqual(['1', smartmiGlobal.version]);
  const [, after] = versions;
  expect(after!.changes.length).toBeGreaterThan(0);
  expect(after!.changes.join()).toContain(statistics.label[lang]);
});
