/** An age that was found later, as people read it: why, by which clause, what comes next. */
import type { RightRequest } from '@kept/api';
import type { Lang, Text } from '@kept/policy';
import type { RightsRegion } from '../context.ts';
import type { KeptRequest, Young } from '../kept-request.ts';

const text = (zhHans: string, zhHant: string, en: string): Text => ({ 'zh-Hans': zhHans, 'zh-Hant': zhHant, en });

const WHY: Readonly<Record<Young['why'], Text>> = {
  guardian: text('监护人说的', '監護人說的', 'a guardian said so'),
  person: text('本人说的', '本人說的', 'the person said so'),
  papers: text('证件上写的', '證件上寫的', 'papers show it'),
  seen: text('工作人员看出来的', '工作人員看出來的', 'somebody here saw it'),
};

const NEXT = {
  looked: text(
    '要等第二个人看过；看过之前什么都不删，也没有人用得到。',
    '要等第二個人看過；看過之前什麼都不刪，也沒有人用得到。',
    'A second person has to look first; until then nothing is deleted, and nobody uses any of it.',
  ),
  guardian: text(
    '监护人可以在期限之前答应：用下面的联系方式申请，附上证明。到期没有人答应，就全部删除。',
    '監護人可以在期限之前答應：用下面的聯絡方式申請，附上證明。到期沒有人答應，就全部刪除。',
    'A guardian can say yes until the deadline: ask from outside, with papers. If nobody has by then, all of it is deleted.',
  ),
  erased: text(
    '账号和里面的信息会被删除，监护人答应也不能留下。',
    '帳戶和裡面的資料會被刪除，監護人答應也不能留下。',
    'The account and what is in it are deleted; a guardian’s yes does not keep it.',
  ),
  stays: text(
    '封存已经取消，账号又能用了。',
    '封存已經取消，帳戶又能用了。',
    'It is withheld no longer: the account can be used again.',
  ),
  gone: text('账号和里面的信息已经删除。', '帳戶和裡面的資料已經刪除。', 'The account and what was in it are deleted.'),
} as const;

const title = (below: number): Text =>
  text(`年龄不到：不满${below}周岁`, `年齡不到：未滿${below}歲`, `Younger than allowed: under ${below}`);

export const youngTitle = ({ below }: Young, lang: Lang): string => title(below)[lang];

export const youngWhy = ({ why }: Young, lang: Lang): string => WHY[why][lang];

/** Absent of every other request. */
export function youngView({ program }: RightsRegion, request: KeptRequest, lang: Lang): RightRequest['young'] {
  const { young } = request.about;
  if (!young) return undefined;
  const { sentence, title: clause } = program.manifest.clauses[young.clause]!;
  return {
    ...{ below: young.below, why: youngWhy(young, lang), guardian: young.consent !== undefined },
    rule: sentence?.[lang] ?? clause[lang],
    next: NEXT[nextOf(request, young)][lang],
  };
}

function nextOf({ state, decision, carries }: KeptRequest, { consent }: Young): keyof typeof NEXT {
  if (state !== 'running') return carries ? 'gone' : 'stays';
  if (consent !== undefined) return 'guardian';
  return decision?.second === undefined ? 'looked' : 'erased';
}
