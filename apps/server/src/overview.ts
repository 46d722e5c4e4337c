/** What the console shows first: counts, and what needs a person. Pseudonyms nowhere, values nowhere. */
import type { ConsoleOverview } from '@kept/api';
import { Days, type Duration, type Instant } from '@kept/base';
import type { Lang } from '@kept/policy';
import { policyVersion, type RightsRegion, regionNamed, waitsFor } from '@kept/rights';
import type { House } from './house.ts';

const WORDS = {
  incidents: {
    title: { 'zh-Hans': '有安全事件还没办完', 'zh-Hant': '有安全事件還沒辦完', en: 'Incidents that are not closed' },
    text: {
      'zh-Hans': '期限从察觉那一刻起算。看看下一步该告诉谁。',
      'zh-Hant': '期限從察覺那一刻起算。看看下一步該告訴誰。',
      en: 'The clocks run from when it was noticed. See who has to be told next.',
    },
  },
  overdue: {
    title: { 'zh-Hans': '有申请过了期限', 'zh-Hant': '有申請過了期限', en: 'Requests past their deadline' },
    text: {
      'zh-Hans': '先办这几件，再告诉当事人晚了多久、为什么。',
      'zh-Hant': '先辦這幾件，再告訴當事人晚了多久、為什麼。',
      en: 'Do these first, then tell those who asked how late it is, and why.',
    },
  },
  escalated: {
    title: { 'zh-Hans': '有申请快来不及了', 'zh-Hant': '有申請快來不及了', en: 'Requests that are nearly too late' },
    text: {
      'zh-Hans': '提醒过了还没有人决定，或者有一步没办成。请负责人看一下。',
      'zh-Hant': '提醒過了還沒有人決定，或者有一步沒辦成。請負責人看一下。',
      en: 'Nobody has decided after a reminder, or a step went wrong and is tried again. Whoever is in charge should look.',
    },
  },
  waiting: {
    title: { 'zh-Hans': '有申请等人决定', 'zh-Hant': '有申請等人決定', en: 'Requests wait for somebody' },
    text: {
      'zh-Hans': '政策没有说怎么办，或者要第二个人看。',
      'zh-Hant': '政策沒有說怎麼辦，或者要第二個人看。',
      en: 'The policy leaves them to staff, or a second person has to look.',
    },
  },
  untold: {
    title: { 'zh-Hans': '有接收方等着转告', 'zh-Hant': '有接收方等著轉告', en: 'Recipients that are to be told' },
    text: {
      'zh-Hans': '要写信告诉他们，或者上一次没能送到。',
      'zh-Hant': '要寫信告訴他們，或者上一次沒能送到。',
      en: 'A letter is to be written, or the last try did not reach them.',
    },
  },
  failed: {
    title: { 'zh-Hans': '有消息没能送出', 'zh-Hant': '有訊息沒能送出', en: 'Messages that no provider took' },
    text: {
      'zh-Hans': '服务商没有收下。看看是哪一家，凭据还对不对。',
      'zh-Hant': '服務商沒有收下。看看是哪一家，憑據還對不對。',
      en: 'See which provider it was, and whether its credentials still hold.',
    },
  },
  outbox: {
    title: { 'zh-Hans': '有消息留在发件箱里', 'zh-Hant': '有訊息留在寄件匣裡', en: 'Messages wait in the outbox' },
    text: {
      'zh-Hans': '还没接上短信或邮件服务。接上之前，验证码要在发件箱里看，看了会记在当事人的动态里。',
      'zh-Hant': '還沒接上簡訊或郵件服務。接上之前，驗證碼要在寄件匣裡看，看了會記在當事人的動態裡。',
      en: 'No SMS or mail provider is set. Until one is, codes are read in the outbox, and each reading is in the activity of whom it was for.',
    },
  },
} as const;

export async function overview(house: House, lang: Lang, soon: Duration): Promise<ConsoleOverview> {
  const now = house.clock.now();
  const regions = await Promise.all(
    [...house.regions.values()].map((region) => regionFigures(house, region, now, soon)),
  );
  const sum = (of: (region: (typeof regions)[number]) => number): number =>
    regions.reduce((total, region) => total + of(region), 0);
  const overdue = sum(({ requests }) => requests.overdue);
  const [escalated, undecided] = [sum((region) => region.escalated), sum((region) => region.undecided)];
  const untold = sum((region) => region.untold);
  const incidents = (await house.incidents.store.all()).filter(
    ({ endedAt, drill }) => endedAt === undefined && !drill,
  ).length;
  const outbox = { waiting: sum(({ waiting }) => waiting), failed: sum(({ failed }) => failed) };
  return {
    policy: policyVersion(house.program, lang),
    at: now,
    people: {
      active: sum(({ people }) => people.active),
      prospective: sum(({ people }) => people.prospective),
      closing: sum(({ people }) => people.closing),
    },
    decisions: regions.map(({ id, decisions }) => ({ region: regionNamed(house.program, id, lang), ...decisions })),
    requests: { open: sum(({ requests }) => requests.open), due: sum(({ requests }) => requests.due), overdue },
    outbox,
    attention: [
      ...(incidents > 0 ? [{ ...attention('incidents', 'broken', incidents, lang), page: 'incidents' as const }] : []),
      ...(overdue > 0 ? [{ ...attention('overdue', 'broken', overdue, lang), page: 'requests' as const }] : []),
      ...(escalated > 0 ? [{ ...attention('escalated', 'due', escalated, lang), page: 'requests' as const }] : []),
      ...(undecided > 0 ? [{ ...attention('waiting', 'due', undecided, lang), page: 'requests' as const }] : []),
      ...(untold > 0 ? [{ ...attention('untold', 'due', untold, lang), page: 'recipients' as const }] : []),
      ...(outbox.failed > 0
        ? [{ ...attention('failed', 'broken', outbox.failed, lang), page: 'recipients' as const }]
        : []),
      ...(outbox.waiting > 0 ? [{ ...attention('outbox', 'due', outbox.waiting, lang), page: 'outbox' as const }] : []),
    ],
  };
}

async function regionFigures(house: House, { id, subjects, recipients }: RightsRegion, now: Instant, soon: Duration) {
  const [people, requests, running, waiting, traffic, counted, untold] = await Promise.all([
    subjects.counts(),
    house.rights.requests(id).counts(now + soon),
    house.rights.requests(id).running(),
    recipients.outbox.waiting(),
    recipients.traffic(),
    house.quarters.get(id)!.tally.since(now - Days(1)),
    house.rights.requests(id).tellings.waiting(),
  ]);
  const total = (of: 'permitted' | 'refused' | 'undecided'): number => counted.reduce((n, each) => n + each[of], 0);
  return {
    ...{ id, people, requests, waiting, untold },
    escalated: running.filter(({ reminded }) => reminded === 'escalate').length,
    undecided: running.filter((each) => waitsFor(each) && each.reminded !== 'escalate').length,
    failed: traffic.filter(({ state }) => state === 'failed').reduce((n, { count }) => n + count, 0),
    decisions: { permitted: total('permitted'), refused: total('refused'), undecided: total('undecided') },
  };
}

const attention = (id: keyof typeof WORDS, standing: 'due' | 'broken', figure: number, lang: Lang) => ({
  ...{ id, standing, title: WORDS[id].title[lang], text: WORDS[id].text[lang] },
  figure: `${figure}`,
});
