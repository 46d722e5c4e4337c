import { businessPurposes } from './business.ts';
import { messagePurposes } from './messages.ts';
import { personPurposes } from './person.ts';

/** Everything data may be processed for. None of it is marketing. */
export const purposes = { ...personPurposes, ...messagePurposes, ...businessPurposes } as const;
