import { object, oneOf, optional, ref, whole } from '../shape.ts';

export const clause = ref('clause');
export const unit = oneOf('hour', 'day', 'working-day', 'month', 'year');
export const period = object({ count: whole, unit });
export const deadline = object({
  count: whole,
  unit,
  from: optional(oneOf('received', 'verified')),
  extension: optional(period),
  said: optional(oneOf('law', 'reasonable', 'at-once')),
});
const lawful = ['contract', 'legal-obligation', 'legitimate-interest', 'vital-interest', 'public-task'];
export const basisWithoutConsent = oneOf(...lawful);
export const basis = oneOf('consent', ...lawful);
export const action = oneOf('collect', 'use', 'share', 'transfer', 'disclose', 'retain');
