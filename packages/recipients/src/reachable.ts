/** Through whom a person is written to, and whether they can be: told before anything is collected. */
import { decide, type SubjectFacts, subjectState } from '@kept/decide';
import type { Program } from '@kept/policy';
import type { Channel } from './adapter.ts';
import { NotReachable, Undeclared } from './errors.ts';
import type { Asker } from './ports.ts';

/** What somebody of whom nothing is held yet would be written for. */
export interface Offer extends Asker {
  readonly purpose: string;
  readonly fields: readonly string[];
  /** As far as it is known before anything is collected. */
  readonly somebody: Pick<SubjectFacts, 'ageBand' | 'jurisdiction'>;
  /** Where the caller's input names the way, as a JSON pointer. */
  readonly path?: string;
}

/**
 * The recipient for a channel and purpose: the one in the region's own country, if the policy names several. Null where
 * it names none, and mail goes out from the controller's own server. Throws `RECIPIENTS_UNDECLARED` for text messages,
 * which always have a carrier: one that the policy does not name must not get them.
 */
export function recipientFor({ manifest }: Program, region: string, channel: Channel, purpose: string): string | null {
  const country = manifest.regions[region]?.country;
  const named = Object.entries(manifest.recipients).filter(
    ([, each]) => each.channel === channel && each.purposes.includes(purpose),
  );
  const found = named.find(([, each]) => each.country === country) ?? named[0];
  if (!found && channel === 'sms') throw new Undeclared(channel);
  return found?.[0] ?? null;
}

/** Throws `RECIPIENTS_NOT_REACHABLE`, with the clause, if the policy would not let such a person be written to. */
export function refuseUnreachable(program: Program, region: string, channel: Channel, offer: Offer): void {
  const recipient = recipientFor(program, region, channel, offer.purpose);
  const nobody = { status: 'prospective', consents: [], restricted: [], objected: [] } as const;
  const { outcome, clause, reason, obligations } = decide(program, {
    actor: offer.actor.role,
    ...(recipient === null ? { action: 'use' } : { action: 'share', recipient }),
    purpose: offer.purpose,
    fields: offer.fields,
    subject: subjectState(program, { ...nobody, ...offer.somebody, region }),
  });
  // An address in another form is no address.
  const hidden = obligations.find(({ kind }) => kind === 'redact' || kind === 'desensitise');
  if (outcome !== 'permit' || hidden)
    throw new NotReachable(hidden?.clause ?? clause, reason ?? 'transfer', offer.path);
}
