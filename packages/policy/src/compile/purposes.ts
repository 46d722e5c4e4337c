import type { Purpose } from '../manifest/purposes.ts';
import { ACTIONS, ACTORS, actionsOf, actorsOf, RIGHTS_PURPOSE, sensitiveNeed, stoppable } from '../meaning/purposes.ts';
import { CHECK, CHECKS, PURPOSE, type Tables } from '../program.ts';
import { consentNumber, type Source } from './names.ts';

type PurposeTables = Pick<
  Tables,
  'actions' | 'actors' | 'traits' | 'consent' | 'sensitiveConsent' | 'disclosureConsent' | 'rulings'
>;

const bits = <T>(all: readonly T[], some: readonly T[]): number =>
  some.reduce((sum, item) => sum | (1 << all.indexOf(item)), 0);

/** What a purpose may do, who may ask for it, which consents it needs, and by which clause each of its checks refuses. */
export function purposeTables(source: Source): PurposeTables {
  const { manifest, names } = source;
  const count = names.purposes.ids.length;
  const tables = {
    actions: new Uint8Array(count),
    actors: new Uint8Array(count),
    traits: new Uint8Array(count),
    consent: new Int16Array(count).fill(-1),
    sensitiveConsent: new Int16Array(count).fill(-1),
    disclosureConsent: new Int16Array(count).fill(-1),
    rulings: new Uint16Array(count * CHECKS),
  };
  for (const [i, purpose] of Object.values(manifest.purposes).entries()) {
    tables.actions[i] = bits(ACTIONS, actionsOf(purpose));
    tables.actors[i] = bits(ACTORS, actorsOf(purpose));
    tables.traits[i] = traitsOf(purpose);
    tables.consent[i] = consentNumber(source, purpose.consent);
    const need = sensitiveNeed(manifest, purpose);
    if (need.kind === 'consent') tables.sensitiveConsent[i] = consentNumber(source, need.consent);
    const exception = purpose.disclosure === undefined ? undefined : manifest.exceptions[purpose.disclosure];
    tables.disclosureConsent[i] = consentNumber(source, exception?.consent);
    tables.rulings.set(rulingsOf(source, purpose), i * CHECKS);
  }
  const rights = names.purposes.of(RIGHTS_PURPOSE);
  tables.actions[rights] = bits(ACTIONS, ['use']);
  // Kept's own machinery gathers a copy after the person has asked for one and gone away.
  tables.actors[rights] = bits(ACTORS, ['person', 'system']);
  tables.traits[rights] = PURPOSE.rights | PURPOSE.beforeAccount | PURPOSE.whileClosing;
  tables.rulings.set(rightsRulings(source), rights * CHECKS);
  return tables;
}

function traitsOf(purpose: Purpose): number {
  const { basis } = purpose;
  let traits = 0;
  if (purpose.beforeAccount === true) traits |= PURPOSE.beforeAccount;
  if (basis !== 'consent' && basis !== 'legitimate-interest') traits |= PURPOSE.whileClosing;
  if (basis === 'legal-obligation') traits |= PURPOSE.afterClosure;
  if (stoppable(purpose)) traits |= PURPOSE.stoppable;
  return traits;
}

function rulingsOf(source: Source, purpose: Purpose): Uint16Array {
  const { manifest, refusals, clauseOfRight } = source;
  const { clause } = purpose;
  const clauseOf = (consent: string | undefined) =>
    consent === undefined ? clause : manifest.consents[consent]!.clause;
  const disclosure = purpose.disclosure === undefined ? clause : manifest.exceptions[purpose.disclosure]!.clause;
  const closure = clauseOfRight('closure', clause);
  const rulings = new Uint16Array(CHECKS);
  rulings[CHECK.actor] = refusals.ruling('actor', clause);
  rulings[CHECK.action] = refusals.ruling('action', clause);
  rulings[CHECK.prospective] = refusals.ruling('status', clause);
  rulings[CHECK.closing] = refusals.ruling('status', closure);
  rulings[CHECK.closed] = refusals.ruling('status', closure);
  rulings[CHECK.restriction] = refusals.ruling('restriction', clauseOfRight('restriction', clause));
  rulings[CHECK.consent] = refusals.ruling('consent', clauseOf(purpose.consent));
  rulings[CHECK.objection] = refusals.ruling('objection', clauseOfRight('objection', clause));
  rulings[CHECK.disclosure] = refusals.ruling('disclosure-consent', disclosure);
  rulings[CHECK.minimisation] = refusals.ruling('minimisation', clause);
  rulings[CHECK.sensitive] = refusals.ruling('sensitive-consent', clauseOf(purpose.sensitiveConsent));
  return rulings;
}

/** `rights` is always granted, so few of its checks can fail; those that can name the right to see one's data. */
function rightsRulings({ manifest, refusals, clauseOfRight }: Source): Uint16Array {
  const clause = clauseOfRight('access', manifest.otherwise);
  const rulings = new Uint16Array(CHECKS).fill(refusals.ruling('minimisation', clause));
  rulings[CHECK.actor] = refusals.ruling('actor', clause);
  rulings[CHECK.action] = refusals.ruling('action', clause);
  rulings[CHECK.closed] = refusals.ruling('status', clauseOfRight('closure', clause));
  return rulings;
}
