/** Messages of the account desk to a person, through the recipients. */
import { Hours } from '@kept/base';
import type { Lang } from '@kept/policy';
import {
  alreadyRegistered,
  type CodeUse,
  type Composed,
  codeMessage,
  type Offer,
  type Recipients,
  type SecurityChange,
  securityMessage,
} from '@kept/recipients';
import { CODE_LIFE } from './codes.ts';
import type { Contact } from './contact.ts';
import { tooMany } from './errors.ts';
import type { Limits } from './limits.ts';
import type { Naming } from './naming.ts';

/** Messages with a code to one recipient within an hour, from wherever they are asked for. */
const SENDS_AN_HOUR = 5;
const MINUTE = 60_000;

export interface Post {
  /** Throws `RECIPIENTS_NOT_REACHABLE` if a newcomer like this could not be sent a code here. Nothing is recorded. */
  refuseUnreachable(to: Contact, somebody: Offer['somebody']): void;
  /** Throws `IDENTITY_TOO_MANY` once a recipient was sent enough; counted before it is known whether they have an account. */
  reserve(to: Contact): Promise<void>;
  code(to: Contact, about: { person: string; lang: Lang; use: CodeUse; code: string }): Promise<void>;
  alreadyRegistered(to: Contact, about: { person: string; lang: Lang }): Promise<void>;
  /** Does not wait, and a failure is not the caller's: a security notice must not undo what it tells of. */
  notice(to: Contact, about: { person: string; lang: Lang; change: SecurityChange }): void;
  /** Tells a person something, once for each `id`; resolves when it is on its way. Throws what the recipients throw. */
  write(to: Contact, about: { person: string; id: string; message: Composed }): Promise<void>;
  /** Sends without making the caller wait, so that whether somebody was written to cannot be measured. */
  later(work: () => Promise<unknown>): void;
  /** Resolves when nothing is on its way. */
  idle(): Promise<void>;
}

export interface PostOptions {
  readonly recipients: Pick<Recipients, 'reach' | 'refuseUnreachable'>;
  readonly limits: Limits;
  readonly naming: Naming;
  /** A message that nobody waited for could not be sent. */
  readonly onLost: (error: unknown) => void;
}

const channelOf = (kind: Contact['kind']) => (kind === 'phone' ? 'sms' : 'email');

export function openPost({ recipients, limits, naming, onLost }: PostOptions): Post {
  const { account, messages, service } = naming;
  const running = new Set<Promise<unknown>>();

  async function send(
    to: Contact,
    person: string,
    purpose: string,
    message: Composed,
    { code, id }: { code?: string; id?: string } = {},
  ): Promise<void> {
    const field = account[to.kind];
    await recipients.reach(channelOf(to.kind), {
      actor: { role: 'service' },
      service,
      subject: person,
      purpose,
      ...(id !== undefined && { id }),
      fields: code === undefined ? [field] : [field, account.code],
      values: { [field]: to.value, ...(code !== undefined && { [account.code]: code }) },
      compose: (values) => ({ to: values[field]!, ...message }),
    });
  }

  function later(work: () => Promise<unknown>): void {
    const task: Promise<unknown> = work()
      .catch(onLost)
      .finally(() => running.delete(task));
    running.add(task);
  }

  return {
    later,
    refuseUnreachable: ({ kind }, somebody) =>
      recipients.refuseUnreachable(channelOf(kind), {
        ...{ actor: { role: 'service' }, service, somebody, path: '/contact/value' },
        ...{ purpose: messages[kind].proof, fields: [account[kind], account.code] },
      }),
    async reserve({ kind, value }) {
      const whose = `${kind}:${value}`;
      if (!(await limits.take('code', whose, SENDS_AN_HOUR, Hours(1))))
        throw tooMany(await limits.freeAt('code', whose));
    },
    code: (to, { person, lang, use, code }) =>
      send(to, person, messages[to.kind].proof, codeMessage(lang, use, code, CODE_LIFE / MINUTE), { code }),
    alreadyRegistered: (to, { person, lang }) => send(to, person, messages[to.kind].proof, alreadyRegistered(lang)),
    notice: (to, { person, lang, change }) =>
      later(() => send(to, person, messages[to.kind].notice, securityMessage(lang, change))),
    write: (to, { person, id, message }) => send(to, person, messages[to.kind].notice, message, { id }),
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
