import { type FieldRow, fieldTable, type Lang, type Manifest, say } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import type { Reading } from '../reading.ts';

/** A small policy of our own, published in three languages, with its text and its reading. */
export interface Home {
  readonly manifest: Manifest;
  readonly reading: Reading;
  readonly text: string;
}

const rows: Readonly<Record<string, FieldRow>> = {
  phone: ['手机号', '手機號碼', 'phone number', 'pd:TelephoneNumber'],
  nickname: ['昵称', '暱稱', 'nickname', 'pd:Name'],
  'owner-name': ['户主姓名', '戶主姓名', 'owner name', 'pd:Name', '户主（姓名）', '戶主（姓名）', 'owner (name)'],
  'owner-street': [
    '户主地址',
    '戶主地址',
    'owner address',
    'pd:PhysicalAddress',
    '户主（地址）',
    '戶主（地址）',
    'owner (address)',
  ],
  'guest-name': ['客人姓名', '客人姓名', 'guest name', 'pd:Name', '客人（姓名）', 'guest (name)'],
};
const about = fieldTable({ clause: '2.1', subject: 'person' }, rows);
const recording = fieldTable(
  { clause: '2.2', subject: 'person', sensitive: true },
  { recording: ['通话录音', '通話錄音', 'call recording', 'pd:VoiceCommunicationRecording'] },
);

const TEXTS: Readonly<Record<Lang, string>> = {
  'zh-Hans': `# 一、总则
示例之家有限公司（2026年1月2日发布）。清单以外的信息不收集。
## 二、收集
注册时，我们收集您的手机号、昵称、户主（姓名、地址）以及客人（姓名）。
| 客服 |	<u>通话录音</u>
## 三、接收方
信使有限公司（https://sms.example/）用您的手机号发送验证短信。
## 四、存放
在中国和德国的服务器上。
## 五、期限
存到注销为止。
## 六、儿童
不满十四周岁的，要监护人同意。
## 七、权利
来信：privacy@home.example，十五个工作日内答复；核实身份后15天内办完。【】
`,
  'zh-Hant': `一、總則
示例之家有限公司（2026年1月2日發布）。清單以外的資料不蒐集。
二、蒐集
註冊時，我們蒐集您的手機號碼、暱稱、戶主（姓名、地址）以及客人（姓名）。
客服：通話錄音。
三、接收方
信使有限公司（https://sms.example/）用您的手機號碼傳送驗證簡訊。
四、存放
在中國和德國的伺服器上。
五、期限
存到註銷為止。
六、兒童
未滿14歲的，要監護人同意。
七、權利
來信：privacy@home.example，15個工作天內答覆；核實身分後十五天內辦完。【】
`,
  en: `1. General
Example Home Co., Ltd (published January 2, 2026). No information beyond this list is collected.
2. Collecting
When you register we collect your phone number, nickname, owner (name, address) and guest (name).
Support: your call recording.
3. Recipients
Example Messenger Co., Ltd (https://sms.example/) uses your phone number to send a code.
4. Places
On servers in China and Germany.
5. Periods
Until you close the account.
6. Children
Those under 14 need a guardian.
7. Rights
Write to privacy@home.example; we answer within 15 working days, and act within fifteen days of knowing it is you. []
`,
};

const MARKS: Readonly<Record<Lang, readonly string[]>> = {
  'zh-Hans': ['一、总则', '二、收集', '客服', '三、接收方', '四、存放', '五、期限', '六、儿童', '七、权利'],
  'zh-Hant': ['一、總則', '二、蒐集', '客服', '三、接收方', '四、存放', '五、期限', '六、兒童', '七、權利'],
  en: [
    '1. General',
    '2. Collecting',
    'Support',
    '3. Recipients',
    '4. Places',
    '5. Periods',
    '6. Children',
    '7. Rights',
  ],
};
const CLAUSES = ['1', '2.1', '2.2', '3', '4', '5', '6', '7'];
const GROUP: Readonly<Record<Lang, string>> = { 'zh-Hans': '户主', 'zh-Hant': '戶主', en: 'owner' };

export function home(lang: Lang): Home {
  const company = lang === 'en' ? 'Example Home Co., Ltd' : '示例之家有限公司';
  const messenger = lang === 'en' ? 'Example Messenger Co., Ltd' : '信使有限公司';
  const manifest: Manifest = {
    ...(tiny as Manifest),
    language: lang,
    published: '2026-01-02',
    effective: null,
    controller: { ...tiny.controller, name: company, address: company },
    fields: { ...about, ...recording },
    collections: {
      registration: { ...tiny.collections.registration, required: Object.keys(about), optional: [] },
      call: tiny.collections.call,
    },
    purposes: { ...tiny.purposes, account: { ...tiny.purposes.account, fields: Object.keys(about) } },
    recipients: { sms: { ...tiny.recipients.sms, name: messenger, url: 'https://sms.example' } },
    notes: [{ kind: 'blank', text: say('空', '空', 'blank'), clause: '7' }],
  };
  const reading: Reading = {
    outline: MARKS[lang].map((mark, i) => [CLAUSES[i]!, mark]),
    notData: [{ why: 'names a group', words: [GROUP[lang]], clauses: ['2.1'] }],
    notPromised: [],
    ours: [],
    ...(lang === 'zh-Hans' && { sensitive: ['<u>', '</u>'] as const }),
  };
  return { manifest, reading, text: TEXTS[lang] };
}
