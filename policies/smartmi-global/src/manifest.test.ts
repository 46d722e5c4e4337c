import { checkManifest, compile, EEA } from '@kept/policy';
import { unnamedClauses } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import { smartmiGlobal } from './index.ts';

const { fields, collections, purposes, consents, recipients, rights, exceptions, separations } = smartmiGlobal;

const words = (ids: readonly (keyof typeof fields)[]): string[] => ids.map((id) => fields[id].label['zh-Hant']);
const taken = ({ required, optional }: { required: readonly string[]; optional: readonly string[] }): string[] =>
  words([...required, ...optional] as (keyof typeof fields)[]);

test('it compiles', () => {
  expect(checkManifest(smartmiGlobal)).toEqual([]);
  expect(compile(smartmiGlobal).hash).toMatch(/^[0-9a-f]{64}$/);
});

test('every clause is named by something, and the ten uses have one each', () => {
  expect(unnamedClauses(smartmiGlobal)).toEqual([]);
  const used = new Set<string>(Object.values(purposes).map((purpose) => purpose.clause));
  for (let use = 1; use <= 10; use++) expect(used, `3.2.${use}`).toContain(`3.2.${use}`);
});

test('registration takes a number or an e-mail address, and a password; a name, a nickname and a picture if one likes', () => {
  const { required, optional, oneOf } = collections.registration;
  expect(required).toEqual(['account-password']);
  expect(oneOf).toEqual([['account-phone', 'account-email']]);
  expect(words(optional)).toEqual(['行動電話號碼', '電子郵箱地址', '姓名', '暱稱', '頭像']);
});

test('support takes four things', () => {
  expect(taken(collections.support)).toEqual(['連絡方式', '回饋意見', '地址', '錯誤代碼']);
});

test('a device tells thirteen things, in the words of the text', () => {
  expect(taken(collections.devices)).toEqual(
    (
      '裝置名稱 裝置ID 型號名稱 固件版本 序列號 硬體版本 裝置MAC地址 裝置錯誤類型和提醒 網路資料 裝置時區 裝置服務時長 ' +
      '軟體系統版本 已分配的裝置的IP地址'
    ).split(' '),
  );
});

test('the network tells eleven, what use gives rise to is eight', () => {
  expect(taken(collections.network)).toEqual(
    (
      'IP地址 Wi-Fi名稱 Wi-Fi密碼 Wi-Fi信號強度 裝置IP MAC地址 網路請求資料 登入伺服器時的所在地區 臨時消息歷史記錄 ' +
      '標準系統日誌 故障資料'
    ).split(' '),
  );
  expect(taken(collections.generated)).toEqual(
    '系統更新設定 地區 語言 時區 字體 登入資料 應用程式狀態記錄 造訪記錄'.split(' '),
  );
});

test('a handset tells ten, its numbers only if one likes; an automation has six', () => {
  expect(taken(collections.handset)).toEqual(
    '作業系統版本 系統語言 應用程式版本號 裝置的製造資料 型號名稱 網路營運商 IMEI號碼 裝置ID OAID ANDROID_ID'.split(
      ' ',
    ),
  );
  expect(collections.handset.optional).toEqual(['imei', 'handset-id', 'oaid', 'android-id']);
  expect(taken(collections.automations)).toEqual(
    '自動化名稱 條件及行動清單 有效時段設定 執行結果通知設定 啟用或禁用自動化的設定 自動化執行日誌'.split(' '),
  );
});

test('four things come from elsewhere', () => {
  const rows = ['verification', 'network-sign-in', 'orders', 'gifts'] as const;
  expect(rows.map((id) => collections[id].clause)).toEqual(['3.1.3.1', '3.1.3.2', '3.1.3.3', '3.1.3.4']);
  for (const id of rows) expect(collections[id].origin.en).not.toBe('');
  expect(rows.flatMap((id) => taken(collections[id]))).toEqual(
    '行動電話號碼 帳戶ID 暱稱 訂單 連絡方式 送貨地址 連絡資料 送貨地址'.split(' '),
  );
});

test('the site writes down seven things, and the analytics five', () => {
  expect(taken(collections['web-log'])).toEqual(
    '網際網路協議(IP)地址 瀏覽器類型 網路服務提供商 引用/退出頁面 作業系統 日期/時間戳 點擊量'.split(' '),
  );
  expect(taken(collections['app-analytics'])).toEqual(
    '使用應用程式的頻率 應用程式內發生的事件 匯總使用情況 效能資料 發生故障的位置'.split(' '),
  );
});

test('the site’s log and the app’s analytics are kept apart from the rest', () => {
  const [log, analytics] = separations;
  expect(log.fields).toEqual(collections['web-log'].required);
  expect(log).not.toHaveProperty('from');
  expect(analytics.fields).toEqual(collections['app-analytics'].optional);
  expect(analytics.from).toContain('account-email');
  for (const { group, fields: touched } of Object.values(purposes))
    if ((touched as readonly string[]).includes('log-address')) expect(group).toBe('web-log');
});

test('cookies: only the log of the site is not asked for; adverts take an express yes', () => {
  const asked = Object.entries(smartmiGlobal.cookies).filter(([, cookie]) => 'consent' in cookie);
  expect(Object.keys(smartmiGlobal.cookies)).toHaveLength(7);
  expect(asked).toHaveLength(6);
  expect(consents['interest-ads'].kind).toBe('explicit');
  expect(smartmiGlobal.cookieControl.url).toBe('https://www.aboutcookies.org');
});

test('five data centres; China and Russia at home, the European Economic Area in Europe', () => {
  expect(Object.keys(smartmiGlobal.regions)).toEqual(['cn', 'us', 'eu', 'ru', 'sg']);
  const home = (residence: string) => smartmiGlobal.residency.find((rule) => rule.residence === residence)?.region;
  expect([home('CN'), home('RU'), home('US'), home('*')]).toEqual(['cn', 'ru', 'us', 'sg']);
  for (const country of EEA) expect(home(country)).toBe('eu');
  const rules = smartmiGlobal.transfers.map(({ from, rule }) => `${from} ${rule}`);
  expect(rules).toEqual([
    'cn separate-consent',
    'cn safeguards',
    'ru safeguards',
    'eu standard-clauses',
    'sg safeguards',
    'us safeguards',
  ]);
});

test('six kinds of providers, two whom the person chooses, authorities; none named, none connected', () => {
  const resting = (exception: keyof typeof exceptions): string[] =>
    Object.entries(recipients).flatMap(([id, recipient]) => (recipient.exception === exception ? [id] : []));
  expect(resting('share-providers')).toEqual([
    'delivery',
    'customer-service',
    'data-centre',
    'data-storage',
    'marketing',
    'advertising',
  ]);
  expect(resting('share-chosen')).toEqual(['chosen-person', 'linked-platform']);
  expect(resting('share-compelled')).toEqual(['authorities']);
  for (const [id, { channel, country }] of Object.entries(recipients))
    expect([channel, country]).toEqual(['none', id === 'authorities' ? 'own' : '*']);
});

test('one case without consent is relied on', () => {
  const used = Object.values(purposes).flatMap((purpose) => ('exemption' in purpose ? [purpose.exemption] : []));
  expect([...new Set(used)]).toEqual(['legal-demand']);
  expect(Object.keys(smartmiGlobal.exemptions)).toHaveLength(4);
});

test('California: forty-five days and forty-five more, no sale, no discrimination, posts of the young', () => {
  const there = Object.entries(rights).filter(([, right]) =>
    ((right as { jurisdictions?: readonly string[] }).jurisdictions ?? []).includes('california'),
  );
  expect(there.map(([id]) => id)).toEqual([
    'california-access',
    'california-copy',
    'california-rectification',
    'california-erasure',
    'no-sale',
    'non-discrimination',
    'content-removal',
  ]);
  for (const id of ['california-access', 'california-erasure', 'content-removal'] as const)
    expect(rights[id].deadline).toEqual({ count: 45, unit: 'day', extension: { count: 45, unit: 'day' } });
  expect(rights['content-removal'].below).toBe(18);
});

test('four grounds on which access may be refused, and a fee only for the same copy again', () => {
  expect(rights.access.refusalGrounds).toHaveLength(4);
  const paid = Object.entries(rights).filter(([, right]) => right.fee !== null);
  expect(paid.map(([id]) => id)).toEqual(['copy', 'california-copy']);
});

test('more data and new uses ask again, from the day that the notice names', () => {
  expect(smartmiGlobal.changes).toMatchObject({
    channels: ['email', 'site', 'app'],
    effective: 'on-date',
    askAgain: ['more-data', 'new-purpose'],
  });
});
