import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { testHouse } from '../testing.ts';
import { DEMO, demoIsHere, inviteDemo, isUntouched } from './demo.ts';

const { house, app, origin, visitor, failures } = await testHouse();

test('she joins as everybody does, is there once, and goes when her account is closed', async () => {
  expect([isUntouched(house), await demoIsHere(house)]).toEqual([true, false]);
  await inviteDemo(house, app, origin);
  expect([isUntouched(house), await demoIsHere(house)]).toEqual([false, true]);

  const guest = visitor();
  const { contact, password } = DEMO;
  const { person } = await guest.must<{ person: string }>(200, 'POST', '/api/session', { contact, password });
  expect(person).toBeTruthy();
  const { held } = await guest.must<{ held: number }>(200, 'GET', '/api/my/data');
  expect(held).toBeGreaterThan(8);
  const { entries } = await guest.must<{ entries: { outcome: string }[] }>(200, 'GET', '/api/my/activity?limit=100');
  expect(entries.filter(({ outcome }) => outcome === 'refuse')).toHaveLength(1);
  const { receipts } = await guest.must<{ receipts: unknown[] }>(200, 'GET', '/api/my/recipients');
  expect(receipts.length).toBeGreaterThan(1);

  const { confirm } = await guest.must<{ confirm: string }>(200, 'GET', '/api/my/requests/preview?right=closure');
  await guest.must(202, 'POST', '/api/my/requests', { right: 'closure', confirm });
  await expect.poll(() => demoIsHere(house), { timeout: 120_000 }).toBe(false);
  expect(isUntouched(house)).toBe(false);
  expect(failures).toEqual([]);
});

test.each([
  ['on databases of our own, for this machine alone', {}, true],
  ['not if she is declined', { KEPT_DEMO: '0' }, false],
  ['not where others come in', { KEPT_HOST: '0.0.0.0' }, false],
  ['not behind a proxy', { KEPT_ORIGIN: 'https://kept.example' }, false],
  ['not beside data of others', { KEPT_KEYS: 'postgres://kept@db.example/keys' }, false],
  ['not where mail goes out', { KEPT_SMTP: 'smtp://mail.example' }, false],
  ['anywhere if asked for', { KEPT_DEMO: '1', KEPT_HOST: '0.0.0.0' }, true],
])('she is invited %s', (_, env, invited) => {
  expect(readConfig(env, ['cn', 'sg']).demo).toBe(invited);
});

test('she is not invited where her codes would be mailed to nobody', () => {
  expect(() => readConfig({ KEPT_DEMO: '1', KEPT_SMTP: 'smtp://mail.example' }, ['cn'])).toThrow('KEPT_DEMO must be 0');
});
