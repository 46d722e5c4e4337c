import type { Action, ActorRole, Purpose } from '../manifest/purposes.ts';
import type { Manifest } from '../manifest.ts';

/** Every action, in the order of its bit. */
export const ACTIONS = [
  'collect',
  'use',
  'share',
  'transfer',
  'disclose',
  'retain',
] as const satisfies readonly Action[];

/** Every actor's role, in the order of its bit. */
export const ACTORS = ['person', 'service', 'operator', 'system'] as const satisfies readonly ActorRole[];

/** The purpose that every policy has: a person sees, copies and corrects their own data. */
export const RIGHTS_PURPOSE = 'rights';

/** What a purpose may do. Publishing is never meant unless it is said. */
export const actionsOf = (purpose: Purpose): readonly Action[] =>
  purpose.actions ?? ACTIONS.filter((action) => action !== 'disclose');

/** Who may ask for a purpose. */
export const actorsOf = (purpose: Purpose): readonly ActorRole[] => purpose.actors ?? ACTORS;

/** Whether a restriction or an objection of the person stops the purpose (GDPR 18, 21; PIPL 44). */
export const stoppable = ({ basis }: Purpose): boolean => basis !== 'legal-obligation' && basis !== 'vital-interest';

/** What sensitive fields of a purpose need: nothing more, one more consent, or what nobody can give. */
export type SensitiveNeed =
  | { readonly kind: 'none' }
  | { readonly kind: 'consent'; readonly consent: string }
  | { readonly kind: 'never' };

export function sensitiveNeed(manifest: Manifest, purpose: Purpose): SensitiveNeed {
  if (!stoppable(purpose)) return { kind: 'none' };
  if (purpose.sensitiveConsent !== undefined) return { kind: 'consent', consent: purpose.sensitiveConsent };
  const own = purpose.consent === undefined ? undefined : manifest.consents[purpose.consent];
  return own !== undefined && own.kind !== 'consent' ? { kind: 'none' } : { kind: 'never' };
}
