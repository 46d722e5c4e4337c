import { createHash } from 'node:crypto';
import { canonicalJson } from '@kept/base';
import { checkManifest } from './check.ts';
import { ageTables } from './compile/ages.ts';
import { fieldTables } from './compile/fields.ts';
import { deepFreeze, refusals as newRefusals } from './compile/intern.ts';
import { type Source, source as sourceOf } from './compile/names.ts';
import { placeTables } from './compile/places.ts';
import { purposeTables } from './compile/purposes.ts';
import { PolicyInvalid } from './errors.ts';
import type { Manifest } from './manifest.ts';
import { ageBands } from './meaning/ages.ts';
import type { Duty, Program, Sizes, Tables, Unknown } from './program.ts';

const UNKNOWN: readonly Unknown[] = [
  'unknown-purpose',
  'unknown-field',
  'unknown-recipient',
  'unknown-region',
  'unknown-collection',
  'unknown-actor',
  'unknown-action',
  'unknown-jurisdiction',
  'unknown-status',
  'unknown-age',
  'no-recipient',
  'no-collection',
  'stale-state',
];

/**
 * The program of a manifest: what `@kept/decide` decides by. Pure; the same manifest gives the same hash and the same
 * tables. Throws `POLICY_INVALID` (`PolicyInvalid`) with every problem that `checkManifest` finds.
 */
export function compile(manifest: Manifest): Program {
  const problems = checkManifest(manifest);
  if (problems.length > 0) throw new PolicyInvalid(problems);
  // A copy in the manifest's own order: notices tell the clauses in it.
  const own = deepFreeze(structuredClone(manifest));
  const refusals = newRefusals();
  const source = sourceOf(own, refusals);
  const purposes = Object.values(own.purposes);
  const recipients = Object.values(own.recipients);
  return Object.freeze({
    id: own.id,
    version: own.version,
    hash: createHash('sha256').update(canonicalJson(own)).digest('hex'),
    manifest: own,
    ...source.names,
    bands: deepFreeze(ageBands(own)),
    tables: tablesOf(source),
    refusals: Object.freeze([...refusals.all]),
    purposeClauses: Object.freeze([
      ...purposes.map((purpose) => purpose.clause),
      source.clauseOfRight('access', own.otherwise),
    ]),
    purposeBases: Object.freeze([...purposes.map((purpose) => purpose.basis), 'legal-obligation' as const]),
    recipientClauses: Object.freeze(recipients.map((recipient) => recipient.clause)),
    recipientDuties: deepFreeze(recipients.map(({ clause, exception }) => dutiesOf(own, clause, exception))),
    disclosureDuties: deepFreeze(purposes.map(({ clause, disclosure }) => dutiesOf(own, clause, disclosure))),
  });
}

function tablesOf(source: Source): Tables {
  const { manifest, names, refusals } = source;
  const sizes: Sizes = {
    purposes: names.purposes.ids.length,
    fields: names.fields.ids.length,
    recipients: names.recipients.ids.length,
    regions: names.regions.ids.length,
    collections: names.collections.ids.length,
    consents: names.consents.ids.length,
    jurisdictions: names.jurisdictions.ids.length,
    ageBands: names.ageBands.ids.length,
    consentWords: Math.ceil(names.consents.ids.length / 32),
    purposeWords: Math.ceil(names.purposes.ids.length / 32),
  };
  const unknown = UNKNOWN.map((reason) => [reason, refusals.ruling(reason, manifest.otherwise, 'cannot-tell')]);
  return {
    sizes,
    ...purposeTables(source),
    ...ageTables(source),
    ...placeTables(source),
    ...fieldTables(source),
    unknown: Object.freeze(Object.fromEntries(unknown) as Record<Unknown, number>),
  };
}

/** What is due when something leaves or is published: a receipt, and what the exception asks for. */
function dutiesOf(manifest: Manifest, clause: string, exception: string | undefined): Duty[] {
  const rests = exception === undefined ? undefined : manifest.exceptions[exception]!;
  const more = (rests?.duties ?? []).map((kind) => ({ kind, clause: rests!.clause }));
  return [{ kind: 'record', clause }, ...more];
}
