/** A fee as it is told. */
import type { RightRequest } from '@kept/api';
import type { Lang } from '@kept/policy';
import type { RightsRegion } from './context.ts';
import { clauseOf, rightOf } from './granted.ts';
import type { Fee, KeptRequest } from './kept-request.ts';

/** `CN¥20.00` as it is written in that language. */
export const sumOf = ({ amount, currency }: Pick<Fee, 'amount' | 'currency'>, lang: Lang): string =>
  new Intl.NumberFormat(lang, { style: 'currency', currency }).format(amount / 100);

export function feeView(region: RightsRegion, request: KeptRequest, lang: Lang): RightRequest['fee'] {
  const { fee } = request;
  if (!fee) return undefined;
  const right = rightOf(region, request);
  return {
    ...{ label: sumOf(fee, lang), state: fee.answer ?? 'due', clause: clauseOf(region, request) },
    rule: right?.fee?.[lang] ?? '',
  };
}
