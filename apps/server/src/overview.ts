/** What the console shows first: counts, and what needs a person. Pseudonyms nowhere, values nowhere. */
import type { ConsoleOverview } from '@kept/api';
import type { Duration } from '@kept/base';
import type { Lang } from '@kept/policy';
import { policyVersion } from '@kept/rights';
import type { House } from './house.ts';

const WORDS = {
  overdue: { 'zh-Hans': '有申请过了期限', 'zh-Hant': '有申請過了期限', en: 'Requests past their deadline' },
  outbox: {
    'zh-Hans': '还没接上短信或邮件服务，消息留在发件箱里',
    'zh-Hant': '還沒接上簡訊或郵件服務，訊息留在寄件匣裡',
    en: 'No SMS or mail provider is set: messages wait in the outbox',
  },
} as const;

interface People {
  active: number;
  prospective: number;
  closing: number;
}

export async function overview(house: House, lang: Lang, soon: Duration): Promise<ConsoleOverview> {
  const now = house.clock.now();
  const pools = [...house.quarters.values()].map(({ pool }) => pool);
  const people = await Promise.all(
    pools.map(async (pool) => {
      const { rows } = await pool.query<People>(
        `select count(*) filter (where status = 'active')::int as active, count(*) filter (where status = 'prospective')::int as prospective,
           count(*) filter (where status = 'closing')::int as closing from subject`,
      );
      return rows[0]!;
    }),
  );
  const requests = await Promise.all(
    [...house.regions.keys()].map((id) => house.rights.requests(id).counts(now + soon)),
  );
  const waiting = await Promise.all(
    pools.map(async (pool) => (await pool.query<{ n: number }>('select count(*)::int as n from outbox')).rows[0]!.n),
  );
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
  const overdue = sum(requests.map((each) => each.overdue));
  const kept = sum(waiting);
  return {
    policy: policyVersion(house.program, lang),
    at: now,
    people: {
      active: sum(people.map((p) => p.active)),
      prospective: sum(people.map((p) => p.prospective)),
      closing: sum(people.map((p) => p.closing)),
    },
    decisions: { permitted: 0, refused: 0, undecided: 0 },
    requests: { open: sum(requests.map((each) => each.open)), due: sum(requests.map((each) => each.due)), overdue },
    outbox: { waiting: kept, failed: 0 },
    attention: [
      ...(overdue > 0
        ? [
            {
              id: 'overdue',
              standing: 'broken' as const,
              title: WORDS.overdue[lang],
              figure: `${overdue}`,
              text: WORDS.overdue[lang],
            },
          ]
        : []),
      ...(kept > 0
        ? [
            {
              id: 'outbox',
              standing: 'due' as const,
              title: WORDS.outbox[lang],
              figure: `${kept}`,
              text: WORDS.outbox[lang],
              page: 'outbox' as const,
            },
          ]
        : []),
    ],
    promises: [],
  };
}
