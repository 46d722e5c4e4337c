import type { Problem } from '@kept/api';
import type { Messages } from './catalogue.ts';

const own = <V>(texts: Readonly<Record<string, V>>, key: string | undefined): V | undefined =>
  key !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;

/**
 * What a refusal means, in the reader's language and in nobody else's: the server's own sentences are for programs. A code
 * without words of its own is told by its kind.
 */
export function problemText({ problems, common }: Messages, { code, status, clause, detail }: Problem): string {
  if (code === 'GATE_REFUSED' && clause !== undefined)
    return problems.refused(clause, own(problems.reasons, detail) ?? problems.reasons.other);
  const known = code === 'IDENTITY_PASSWORD_WEAK' ? own(problems.password, detail) : own(problems.known, code);
  if (known !== undefined) return clause === undefined ? known : problems.by(known, clause);
  if (status === 503) return problems.known.UNAVAILABLE;
  if (status >= 500) return problems.known.INTERNAL;
  return status === 403 ? common.failure.forbidden : common.failure.refused;
}
