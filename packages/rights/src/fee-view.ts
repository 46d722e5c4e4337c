/** A fee as it is told. */
import type { RightRequest } from '@kept/api';
import type { Lang } from '@kept/policy';
import type { RightsRegion } from './context.ts';
import { clauseOf, rightOf } from './granted.ts';
import type { Fee, KeptRequest } from './kept-request.ts';

/** `CN¥20.00` as it is written in that language. */
export const sumOf = ({ amount, currency }: Pick<Fee, 'amount' | 'currency'>, lang: Lang): string =>
  new Intl.NumberFormat(lang, { style: 'currency', currency }).format(amount / 100);

export function feeView(region: RightsRegion, { kind, fee }: KeptRequest, lang: Lang): RightRequest['fee'] {
  if (!fee) return undefined;
  const right = rightOf(region, kind);
  return {
    ...{ label: sumOf(fee, lang), state: fee.answer ?? 'due', clause: clauseOf(region, kind) },
    rule: right?.fee?.[lang] ?? '',
  };
}
