import { createRequire } from 'node:module';
import type { Engine } from '../engine.ts';
import {
  answer,
  banned,
  CLAUSES,
  type Clause,
  fields,
  goesOn,
  mayUseSpecial,
  type Purpose,
  personOf,
  purposes,
  recipientOf,
} from '../world.ts';

/** As much of the binding as is used. */
interface Cedar {
  preparsePolicySet(id: string, set: object): { type: string; errors?: unknown };
  statefulIsAuthorized(call: object): {
    type: string;
    errors?: unknown;
    response: { decision: string; diagnostics: { reason: string[]; errors: unknown[] } };
  };
  getCedarVersion(): string;
}

const list = (items: readonly string[]): string => `[${items.map((item) => `"${item}"`).join(',')}]`;

/** Cedar has no third effect: redaction is one more permit among those that determine the answer. */
function policiesOf(purpose: Purpose): Record<string, string> {
  const { id } = purpose;
  const permit = `permit(principal, action == Action::"${id}", resource in Group::"${id}_fields")`;
  const forbid = `forbid(principal, action == Action::"${id}", resource)`;
  return {
    allow: `${permit};`,
    redact: `${permit} when { resource in Group::"${id}_redact" || (resource.identifier && context.thirdParty) };`,
    ...(purpose.minAge > 0 && { age: `${forbid} when { context.age < ${purpose.minAge} };` }),
    ...(purpose.basis === 'consent' && { consent: `${forbid} unless { principal.consents.contains("${id}") };` }),
    recipient: `${forbid} unless { ${list(purpose.recipients)}.contains(context.recipient) };`,
    region: `${forbid} unless { ${list(purpose.regions)}.contains(context.region) };`,
    ...(!goesOn(purpose.basis) && { restriction: `${forbid} when { principal.restricted };` }),
    ...(purpose.basis === 'legitimate-interest' && { objection: `${forbid} when { principal.objected };` }),
    ...(!mayUseSpecial(purpose.basis) && {
      special: `forbid(principal, action == Action::"${id}", resource in Group::"${id}_fields") when { resource.special };`,
    }),
    transfer: `${forbid} when { ${list([...banned])}.contains(context.route) };`,
  };
}

/** A field as an entity of the groups of one purpose. */
function entitiesOf(purpose: Purpose): Map<string, { uid: object; attrs: object; parents: object[] }> {
  const group = (name: string) => ({ type: 'Group', id: `${purpose.id}_${name}` });
  return new Map(
    fields.map(({ id, special, identifier }) => {
      const parents = [
        ...(purpose.fields.includes(id) ? [group('fields')] : []),
        ...(purpose.redact.includes(id) ? [group('redact')] : []),
      ];
      return [id, { uid: { type: 'Field', id }, attrs: { special, identifier }, parents }];
    }),
  );
}

/** Cedar tells all that determined the answer, in no order: the host picks the first clause. */
function clauseOf(decision: string, reasons: readonly string[]): Clause {
  if (decision === 'allow') return reasons.includes('redact') ? 'redact' : 'allow';
  return CLAUSES.find((clause) => reasons.includes(clause)) ?? 'minimisation';
}

/** Policies parsed once, sliced by purpose, and of the person's consents only the one that matters: the best form found. */
export async function load(): Promise<Engine<Clause[]>> {
  const cedar: Cedar = createRequire(import.meta.url)('@cedar-policy/cedar-wasm/nodejs');
  let count = 0;
  for (const purpose of purposes) {
    const staticPolicies = policiesOf(purpose);
    count += Object.keys(staticPolicies).length;
    const parsed = cedar.preparsePolicySet(purpose.id, { staticPolicies, templates: {}, templateLinks: [] });
    if (parsed.type !== 'success') throw new TypeError(JSON.stringify(parsed.errors));
  }
  const entities = new Map(purposes.map((purpose) => [purpose.id, entitiesOf(purpose)]));
  return {
    form: `Cedar ${cedar.getCedarVersion()} in WebAssembly, ${count} policies, parsed before, sliced by purpose`,
    ask: (q) => {
      const person = personOf.get(q.person)!;
      const principal = { type: 'Person', id: person.id };
      const consents = person.consents.includes(q.purpose) ? [q.purpose] : [];
      const attrs = { consents, restricted: person.restricted, objected: person.objected };
      const context = {
        recipient: q.recipient,
        region: q.region,
        age: q.age,
        thirdParty: recipientOf.get(q.recipient)!.thirdParty,
        route: `${q.recipient}>${q.region}`,
      };
      return q.fields.map((id) => {
        const field = entities.get(q.purpose)!.get(id)!;
        const told = cedar.statefulIsAuthorized({
          principal,
          action: { type: 'Action', id: q.purpose },
          resource: field.uid,
          context,
          entities: [{ uid: principal, attrs, parents: [] }, field],
          preparsedPolicySetId: q.purpose,
        });
        if (told.type !== 'success') throw new TypeError(JSON.stringify(told.errors));
        return clauseOf(told.response.decision, told.response.diagnostics.reason);
      });
    },
    read: (clauses) => clauses.map(answer),
  };
}
