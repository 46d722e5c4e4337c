import { checkManifest, compile, type FieldsOfCollection } from '@kept/policy';
import { unnamedClauses } from '@kept/policy/testing';
import { expect, expectTypeOf, test } from 'vitest';
import { aqaraAccount } from './index.ts';

const { fields, collections, purposes, recipients } = aqaraAccount;

test('it compiles', () => {
  expect(checkManifest(aqaraAccount)).toEqual([]);
  expect(compile(aqaraAccount).hash).toMatch(/^[0-9a-f]{64}$/);
});

test('every clause is named by something', () => {
  expect(unnamedClauses(aqaraAccount)).toEqual([]);
});

test('registration takes a phone number or an e-mail address, a code and a password, and a nickname if one likes', () => {
  const { required, optional, oneOf } = collections.registration;
  expect(required).toEqual(['account-code', 'account-password']);
  expect(oneOf).toEqual([['account-phone', 'account-email']]);
  expect(optional).toEqual(['account-phone', 'account-email', 'account-nickname']);
  expectTypeOf<FieldsOfCollection<typeof aqaraAccount, 'registration'>>().toEqualTypeOf<
    'account-code' | 'account-password' | 'account-phone' | 'account-email' | 'account-nickname'
  >();
});

test('the profile is all optional, in the words of the text', () => {
  expect(collections.profile.required).toEqual([]);
  const labels = collections.profile.optional.map((id) => fields[id].label['zh-Hans']);
  expect(labels).toEqual(
    (
      '姓名 昵称 手机号 邮箱地址 头像 所在地区 个人简介 所属企业 所属行业 所属企业联系地址 所属企业联系人 ' +
      '所属企业联系电话 所属企业详细地址 注册时间 行业角色 员工角色'
    ).split(' '),
  );
  expect(purposes.profile).toMatchObject({ basis: 'consent', consent: 'profile' });
});

test('the security row is the nine things that the text names', () => {
  const labels = collections.security.required.map((id) => fields[id].label['zh-Hans']);
  expect(labels).toEqual([
    '设备型号',
    '设备id',
    '设备ip',
    '固件版本',
    '设备能耗信息',
    '设备运行状态',
    '设备日志',
    '设备关联场景及自动化信息',
    '设备绑定空间信息',
  ]);
  expect(collections.security.optional).toEqual([]);
});

test('sign-ins are for the person alone, and none lasts longer than thirty days', () => {
  for (const id of collections.session.required) {
    expect(fields[id].readableBy).toBe('person');
    const until = aqaraAccount.retention.filter((rule) => 'fields' in rule && [...rule.fields].includes(id as never));
    expect(until.map((rule) => rule.until)).toEqual([
      { event: 'purpose-end' },
      { after: 'last-use', count: 30, unit: 'day' },
    ]);
  }
});

test('the twenty rows of the text are there, with those of ours beside them', () => {
  const ours = ['session', 'second-step', 'cookies', 'request'];
  expect(Object.keys(collections).filter((id) => !ours.includes(id))).toHaveLength(20);
});

test('what the text marks as sensitive is, and each such purpose asks for it separately', () => {
  const marked = [...collections.support.required, ...collections.support.optional, ...collections.community.optional];
  for (const id of marked) expect(fields[id].sensitive).toBe(true);
  for (const purpose of Object.values(purposes))
    if (purpose.fields.some((id) => fields[id].sensitive))
      expect(aqaraAccount.consents[(purpose as { consent: 'support' }).consent].kind).toBe('separate');
});

test('a text message never starts abroad, and nobody but the two companies and the mail service gets anything', () => {
  for (const purpose of Object.values(purposes))
    if ((purpose.recipients as readonly string[]).includes('yunpian')) expect(purpose.regions).toEqual(['cn']);
  expect(Object.keys(recipients)).toEqual(['yunpian', 'fadada', 'mail', 'mail-overseas']);
  expect(recipients.yunpian.name).toBe('杭州云片网络科技有限公司');
  expect(recipients.fadada.fields).toEqual(['company-name', 'company-phone']);
});

test('three exemptions are relied on, as the notes say', () => {
  const used = Object.values(purposes).flatMap((purpose) => ('exemption' in purpose ? [purpose.exemption] : []));
  expect([...new Set(used)].sort()).toEqual(['legal-duty', 'requested-contract', 'stable-operation']);
  expect(Object.keys(aqaraAccount.exemptions)).toHaveLength(11);
  expect(Object.values(aqaraAccount.exceptions).filter(({ from }) => from === 'share')).toHaveLength(8);
});

test('every request is answered within fifteen days of knowing who asks, but what is done at once', () => {
  const { withdrawal, complaint, 'content-removal': removal, ...requests } = aqaraAccount.rights;
  for (const right of Object.values(requests))
    expect(right.deadline).toEqual({ count: 15, unit: 'day', from: 'verified' });
  for (const right of [withdrawal, removal]) expect(right.deadline).toEqual({ count: 0, unit: 'day', said: 'at-once' });
  expect(complaint.deadline).toEqual({ count: 15, unit: 'working-day', from: 'received' });
});
