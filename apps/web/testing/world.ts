import type { ConsentState, QueuedRequest, RightRequest } from '@kept/api';
import { profile } from './fixtures/account.ts';
import { values } from './fixtures/my-data.ts';
import { queue } from './fixtures/queue.ts';
import { done, running } from './fixtures/requests.ts';
import { consents } from './fixtures/use.ts';
import type { Fixture } from './say.ts';

/** Everything that a test may set and the harness changes as calls come in. */
export interface World {
  who: 'nobody' | 'person' | 'operator' | 'invited';
  fresh: boolean;
  password: string;
  /** The only code that any form takes. */
  code: string;
  /** Asked for after the password. */
  secondStep: boolean;
  totp: boolean;
  passkeys: { id: string; name: string; createdAt: number }[];
  endedSessions: Set<string>;
  consents: Fixture<ConsentState>[];
  requests: Fixture<RightRequest>[];
  queue: Fixture<QueuedRequest>[];
  values: Record<string, string>;
  profile: Record<string, string>;
  /** Nothing held, used or asked yet. */
  empty: boolean;
  certificateReady: boolean;
  verification: { state: 'never' | 'running' | 'verified'; at?: number; done: number };
  /** The policy names what is stored in browsers. */
  cookies: boolean;
  /** The link of a mail was used. */
  unsubscribed: boolean;
  /** The browser sends Global Privacy Control. */
  signal: boolean;
  /** Next index of the ledger. */
  index: number;
  /** Answers with this status instead, by path. */
  failing: Map<string, number>;
  /** Milliseconds before every answer. */
  delay: number;
  /** `METHOD /path`, as they came. */
  calls: string[];
}

export const freshWorld = (): World => ({
  who: 'person',
  fresh: true,
  password: 'a long enough sentence',
  code: '482913',
  secondStep: false,
  totp: false,
  passkeys: [],
  endedSessions: new Set(),
  consents: [...consents],
  requests: [running, ...done],
  queue: [...queue],
  values: { ...values },
  profile: Object.fromEntries(
    Object.entries(profile.values).map(([id, said]) => [id, typeof said === 'string' ? said : said['zh-Hans']]),
  ),
  empty: false,
  certificateReady: true,
  verification: { state: 'never', done: 0 },
  cookies: false,
  unsubscribed: false,
  signal: false,
  index: 40,
  failing: new Map(),
  delay: 0,
  calls: [],
});
