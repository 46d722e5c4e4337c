import type { Program } from '@kept/policy';
import { matterOf } from './matter.ts';
import { released } from './released.ts';
import type { Decision, Obligation, RefusedField, Request } from './request.ts';
import type { Line } from './state.ts';

type Decide = (program: Program, request: Request) => Decision;

/**
 * Holds what the present version permits against every version since the person joined, or since the one that they agreed
 * to in this matter. What one of these refuses stays refused (reason `change`, with that version's clause), but for
 *
 * - what the law demands or a life depends on under the present version, and
 * - what needs no consent by the change duties of all versions concerned (`released`), for data that was collected later.
 *
 * What is permitted carries the obligations of all that permitted it.
 */
export function together(line: Line, request: Request, decision: Decision, decide: Decide): Decision {
  if (decision.permitted.length === 0) return decision;
  const { succession, joined, agreed, states } = line;
  const { versions, present } = succession;
  const last = versions.length - 1;
  const from = Math.max(joined, agreed.get(matterOf(request.purpose, request.recipient)) ?? 0);
  const collected = collectedAt(line, request);
  const demanded = decision.basis === 'legal-obligation' || decision.basis === 'vital-interest';
  const barred = new Map<string, RefusedField & { readonly by: Program }>();
  const obligations = [...decision.obligations];
  for (let i = from; i <= last; i++) {
    const by = versions[i]!;
    for (const subject of states[i - joined]!) {
      const earlier = decide(by, { ...request, fields: decision.permitted, subject });
      for (const each of earlier.refused) {
        if (barred.has(each.field)) continue;
        const excused = i < last && (demanded || (collected > i && released(line, i, request, each)));
        if (!excused) barred.set(each.field, { ...each, by });
      }
      for (const each of earlier.obligations) obligations.push(i === last ? each : { ...each, policy: by.hash });
    }
  }
  const permitted = decision.permitted.filter((field) => !barred.has(field));
  const due = permitted.length === 0 ? [] : distinct(obligations, permitted);
  if (barred.size === 0) return { ...decision, obligations: due };
  // In the order in which they were asked for, as the present version alone would tell them.
  const own = new Map(decision.refused.map((each) => [each.field, each]));
  const refused = request.fields.flatMap((field): (RefusedField & { readonly by?: Program })[] => {
    const bar = barred.get(field);
    if (bar === undefined) return own.has(field) ? [own.get(field)!] : [];
    return [{ field, clause: bar.clause, reason: bar.by === present ? bar.reason : 'change', by: bar.by }];
  });
  const [first] = refused;
  const { version, hash } = first!.by ?? present;
  return {
    ...decision,
    outcome: decision.outcome === 'permit' ? 'refuse' : decision.outcome,
    partial: permitted.length > 0,
    permitted,
    refused: refused.map(({ field, clause, reason }) => ({ field, clause, reason })),
    obligations: due,
    ...{ version, hash, clause: first!.clause, reason: first!.reason },
  };
}

/** Position of the version under which the data was collected: never before the person joined. */
function collectedAt({ succession, joined }: Line, { action, collected }: Request): number {
  if (action === 'collect') return succession.versions.length - 1;
  return Math.max(joined, collected === undefined ? joined : succession.of(collected));
}

/** Each once, and of fields that are still permitted. */
function distinct(all: readonly Obligation[], permitted: readonly string[]): Obligation[] {
  const found = new Map<string, Obligation>();
  for (const each of all) {
    const fields = each.fields?.filter((field) => permitted.includes(field));
    if (fields?.length === 0) continue;
    const key = `${each.kind} ${each.policy ?? ''} ${each.clause} ${fields?.join() ?? '*'}`;
    if (!found.has(key)) found.set(key, fields === undefined ? each : { ...each, fields });
  }
  return [...found.values()];
}
