import * as api from '@kept/api';
import { type Answering, answering, Wrong } from './answers.ts';
import { myData } from './fixtures/my-data.ts';
import { preview, rights, running } from './fixtures/requests.ts';
import { entries, recipients } from './fixtures/use.ts';
import { myChanges } from './fixtures/versions.ts';
import { ago, policy, purposes } from './fixtures/words.ts';
import { type Fixture, inLanguage, say } from './say.ts';
import { checkpoint, proofOf, signCertificate, verifierText } from './tree.ts';
import type { World } from './world.ts';

const nothing = { held: 0, sensitive: 0, categories: [] };

const explanation = (call: { body: { purpose: string } }) => ({
  policy,
  outcome: call.body.purpose === 'promotion' ? ('refuse' as const) : ('permit' as const),
  purpose: Object.values(purposes).find(({ id }) => id === call.body.purpose) ?? purposes.account,
  clause: '2.1',
  checks: [
    {
      label: say('政策里有这个目的', '政策裡有這個目的', 'The policy has this purpose'),
      result: 'passed' as const,
      text: say('写在用途里。', '寫在用途裡。', 'It is among the purposes.'),
      clause: '3',
    },
    {
      label: say('有合法性基础', '有合法依據', 'There is a legal basis'),
      result: 'passed' as const,
      text: say('履行和你的合同。', '履行和你的契約。', 'The contract with you.'),
      clause: '2.1',
    },
    {
      label: say('没有出境', '沒有跨境', 'Nothing leaves the country'),
      result: 'passed' as const,
      text: say('在上海用，在上海存。', '在上海用，在上海存。', 'Used and kept in Shanghai.'),
      clause: '6.2',
    },
    {
      label: say('你要求过停用吗', '你要求過停用嗎', 'Have you restricted it?'),
      result: 'not-asked' as const,
      text: say('没有。', '沒有。', 'No.'),
      clause: '7.7',
    },
  ],
  fields: [],
  change: [
    say('如果你要求限制处理，就会拒绝。', '如果你要求限制處理，就會拒絕。', 'If you restrict it, it would be refused.'),
  ],
});

const certificate = async (language: api.Language): Promise<api.Certificate> => {
  const content: Fixture<Omit<api.Certificate, 'hash' | 'signature'>> = {
    code: 'K7QF-20LM-9XWD',
    number: 'R-2026-1120-0042',
    title: say('删除证明', '刪除證明', 'Certificate of erasure'),
    right: { id: 'erasure', label: say('删除', '刪除', 'Delete') },
    issuedAt: running.madeAt + 3_600_000,
    controller: say('檐下智家（示例）有限公司', '檐下智家（示例）有限公司', 'Eaves Smart Home (Example) Ltd'),
    statement: say(
      '檐下智家（示例）有限公司证明：下列个人信息已经**销毁**。',
      '檐下智家（示例）有限公司證明：下列個人資料已經**銷毀**。',
      'Eaves Smart Home (Example) Ltd certifies that the personal data below is **destroyed**.',
    ),
    unreadableAt: running.madeAt + 120_000,
    facts: [
      {
        label: say('已删除', '已刪除', 'Erased'),
        lines: [
          {
            text: say(
              '客服记录98,310行，通话录音1段',
              '客服紀錄98,310列，通話錄音1段',
              '98,310 rows of support records, 1 call recording',
            ),
          },
          { text: say('个人资料3项', '個人檔案3項', '3 items of the profile') },
        ],
      },
      {
        label: say('怎么删的', '怎麼刪的', 'How'),
        lines: [
          {
            text: say(
              '销毁密钥并更换密钥树的根，再逐行清除，最后用旧值复查：**0处残留**',
              '銷毀金鑰並更換金鑰樹的根，再逐列清除，最後用舊值複查：**0處殘留**',
              'The key destroyed and the root of the key tree replaced; rows cleared; old values searched for: **none left**',
            ),
          },
        ],
      },
      {
        label: say('仍保留', '仍保留', 'Kept'),
        lines: [
          {
            text: say(
              '订单发票3张，保存到2036年12月31日',
              '訂單發票3張，保存到2036年12月31日',
              '3 invoices, until 31 December 2036',
            ),
            clause: '6.4',
          },
          {
            text: say(
              '本申请的办理记录，保存3年',
              '本申請的辦理紀錄，保存3年',
              'That this request was made, for 3 years',
            ),
            clause: '7.9',
          },
        ],
      },
    ],
    policy,
    ledger: { origin: 'kept/cn', first: 40, last: 60, checkpoint: await checkpoint(), publicKey: verifierText },
  };
  return signCertificate(inLanguage<Omit<api.Certificate, 'hash' | 'signature'>>(content, language));
};

/** A person's own data, rights and requests. */
export const personAnswers: readonly Answering[] = [
  answering(api.readMyData, ({ world }) => (world.empty ? { policy, ...nothing } : myData)),
  answering(api.listLateParts, ({ world }) => ({
    late: world.empty
      ? []
      : [
          { system: { id: 'crm', label: '客户系统' }, by: ago(-12) },
          { system: { id: 'depot', label: '仓库' }, by: ago(-12), back: ago(0, 2) },
        ],
  })),
  answering(api.revealItem, ({ body, world }) => {
    const value = world.values[body.item];
    if (value === undefined) throw new Wrong(403, 'GATE_REFUSED', '隐私政策不允许', { clause: '2.1' });
    return { value, index: world.index++ };
  }),
  answering(api.correctItem, ({ body, world }) => {
    world.values[body.item] = body.value;
    return { index: world.index++ };
  }),
  answering(api.listActivity, ({ query, world }) => {
    const before = query?.before ?? 1_000;
    const all = world.empty ? [] : entries.filter(({ index }) => index < before);
    const own =
      query?.field === undefined ? all : all.filter(({ fields }) => fields.some(({ id }) => id === query.field));
    const page = own.slice(0, query?.limit ?? 50);
    return { entries: page, next: own.length > page.length ? page.at(-1)!.index : null };
  }),
  answering(api.readEntryProof, ({ params }) => proofOf(params.index)),
  answering(api.readMyChanges, ({ world }) =>
    world.empty ? { ...myChanges, versions: [], asked: [], rights: [] } : myChanges,
  ),
  answering(api.answerChange, () => myChanges),
  answering(api.listConsents, ({ world }) => ({
    consents: world.empty ? [] : world.consents,
    signal: world.signal
      ? {
          stopped: [
            { id: 'cookie-statistics', label: say('统计用的Cookie', '統計用的Cookie', 'Cookies for statistics') },
          ],
        }
      : null,
    later: [{ id: 'support', label: say('客服记录', '客服紀錄', 'Support records') }],
  })),
  answering(api.setConsent, ({ params, body, world }) => {
    const at = world.consents.findIndex(({ id }) => id === params.id);
    if (at < 0) throw new Wrong(404, 'KIT_NOT_FOUND', 'there is no such consent');
    const consent = {
      ...world.consents[at]!,
      given: body.given,
      erases: [],
      state: body.given
        ? ('given' as const)
        : world.consents[at]!.state === 'never'
          ? ('refused' as const)
          : ('withdrawn' as const),
      since: Date.now(),
    };
    world.consents[at] = consent;
    return { consent, index: world.index++ };
  }),
  answering(api.explainDecision, (call) => explanation(call)),
  answering(api.listMyRecipients, ({ world }) =>
    world.empty
      ? {
          ...recipients,
          receipts: [],
          flows: [],
          recipients: recipients.recipients.map((one) => ({ ...one, count: 0 })),
        }
      : recipients,
  ),
  answering(api.listReceivers, ({ world }) => ({ receivers: world.empty ? [] : [{ id: 'acme', label: 'Acme Home' }] })),
  answering(api.sendPackageOn, () => ({ receiver: 'Acme Home', bytes: 48_213, sha256: 'a'.repeat(64), index: 412 })),
  answering(api.openArrival, () => ({ path: `/api/arrivals/${'x'.repeat(43)}`, expiresAt: Date.now() + 3_600_000 })),
  answering(api.readArrival, () => ({ bytes: 0, whole: false })),
  answering(api.dropArrival, () => undefined),
  answering(api.makePackage, () => ({ path: '/api/my/packages/x', expiresAt: Date.now() + 900_000 })),
  answering(api.importRows, ({ body }) => ({
    taken: body.rows.length - 1,
    left: [{ row: 0, code: 'GATE_REFUSED', clause: '2.2' }],
  })),
  answering(api.listRequests, ({ world }) => ({ requests: world.empty ? [] : world.requests, rights })),
  answering(api.previewRequest, ({ query }) => preview(query!.right)),
  answering(api.readRequest, ({ params, world }) => {
    const request = world.requests.find(({ id }) => id === params.id);
    if (request === undefined) throw new Wrong(404, 'REQUEST_UNKNOWN', '没有这件申请');
    return { request };
  }),
  answering(api.makeRequest, ({ body, world }) => {
    const request = {
      ...running,
      id: '0193a1f2-7c00-7000-8000-000000000099',
      right: { id: body.right, label: body.right },
    };
    world.requests.unshift(request);
    world.certificateReady = false;
    return { request };
  }),
  answering(api.cancelRequest, ({ world }) => ({ request: { ...world.requests[0]!, state: 'cancelled' as const } })),
  answering(api.liftRequest, ({ world }) => ({ request: { ...world.requests[0]!, liftedAt: Date.now() } })),
  answering(api.readCertificate, async ({ params, world, language }) => {
    if (params.code !== 'K7QF-20LM-9XWD') throw new Wrong(404, 'CERTIFICATE_UNKNOWN', '没有这份证明');
    return world.certificateReady
      ? { ready: true as const, certificate: await certificate(language) }
      : { ready: false as const, request: running };
  }),
  answering(api.readUnsubscription, ({ params, world }) => unsubscription(params.token, world)),
  answering(api.unsubscribe, ({ params, world }) => {
    const known = unsubscription(params.token, world);
    world.unsubscribed = true;
    return { ...known, stopped: true };
  }),
];

/** The only link that any mail has. */
function unsubscription(token: string, { unsubscribed }: World) {
  if (token !== 'A'.repeat(64)) throw new Wrong(404, 'KIT_NOT_FOUND', 'nothing is held under this id');
  return { purpose: purposes.promotion, clause: '3', stopped: unsubscribed };
}
