import { messagePurposes } from './messages.ts';
import { outsidePurposes } from './outside.ts';
import { servicePurposes } from './service.ts';

/** Everything data may be processed for: chapter 4, what chapter 5 lets out, and what the duties of 6, 8 and 10 take. */
export const purposes = { ...servicePurposes, ...messagePurposes, ...outsidePurposes } as const;
