/**
 * Words of the W3C Data Privacy Vocabulary (DPV 2.3), and ours where it has none.
 *
 * - **Term**: a compact IRI (`pd:TelephoneNumber`), its English label and its broader terms.
 * - **Prefix**: what the part before the colon stands for. `kept`, `pipl` and `ccpa` are ours; the others are DPV's.
 *
 * An IRI that is not pinned here does not compile. This package contains material copied from or derived from DPV 2.3;
 * see `LICENSE-W3C.md`.
 */
import * as dpv from './dpv.ts';
import * as data from './local/data.ts';
import * as law from './local/law.ts';
import * as parties from './local/parties.ts';
import * as purposes from './local/purposes.ts';
import * as recipients from './local/recipients.ts';
import type { Table } from './term.ts';

export { DPV_RELEASE } from './dpv.ts';

/** A category of personal data: `pd:TelephoneNumber`, `kept:OneTimeCode`. */
export type PersonalDataIri = keyof typeof dpv.PERSONAL_DATA | keyof typeof data.LOCAL_DATA;
/** What data is processed for: `dpv:IdentityAuthentication`, `kept:Booking`. */
export type PurposeIri = keyof typeof dpv.PURPOSES | keyof typeof purposes.LOCAL_PURPOSES;
/** A ground of processing in one law: `eu-gdpr:A6-1-a`, `pipl:A13-1-2`. */
export type LegalBasisIri = keyof typeof dpv.LEGAL_BASES | keyof typeof law.LOCAL_LEGAL_BASES;
/** A right of the person in one law: `eu-gdpr:A15`, `pipl:A45-1`, `ccpa:RightToKnow`. */
export type RightIri = keyof typeof dpv.RIGHTS | keyof typeof law.LOCAL_RIGHTS;
/** An operation on data: `dpv:Collect`, `dpv:Share`. */
export type ProcessingIri = keyof typeof dpv.PROCESSING | keyof typeof recipients.LOCAL_PROCESSING;
/** A measure that protects: `dpv:EncryptionInTransfer`. */
export type MeasureIri = keyof typeof dpv.MEASURES | keyof typeof parties.LOCAL_MEASURES;
/** Why a request is made, refused or delayed: `justifications:ProcessExcessive`. */
export type JustificationIri = keyof typeof dpv.JUSTIFICATIONS | keyof typeof law.LOCAL_JUSTIFICATIONS;
/** Who data is about: `dpv:Customer`, `kept:Installer`. */
export type SubjectIri = keyof typeof dpv.SUBJECTS | keyof typeof parties.LOCAL_SUBJECTS;
/** A country, a union, a kind of place: `loc:CN`. */
export type PlaceIri = keyof typeof dpv.PLACES | keyof typeof parties.LOCAL_PLACES;
/** A law or an authority: `legal-eu:law-GDPR`, `pipl:PIPL`. */
export type LawIri = keyof typeof dpv.LAWS | keyof typeof law.LOCAL_LAWS;
/** A kind of recipient: `kept:SmsProvider`; also DPV's remaining concepts (parties, statuses, notices, incidents). */
export type ConceptIri =
  | keyof typeof dpv.CONCEPTS
  | keyof typeof recipients.LOCAL_RECIPIENTS
  | keyof typeof law.LOCAL_CONCEPTS;
/** Any term that is pinned here. */
export type Iri =
  | PersonalDataIri
  | PurposeIri
  | LegalBasisIri
  | RightIri
  | ProcessingIri
  | MeasureIri
  | JustificationIri
  | SubjectIri
  | PlaceIri
  | LawIri
  | ConceptIri
  | keyof typeof dpv.PROPERTIES;

/** What a prefix stands for: the namespace that a compact IRI's name is appended to. Ours are reserved names. */
export const PREFIXES: Readonly<Record<string, string>> = Object.freeze({
  ...dpv.DPV_PREFIXES,
  kept: 'https://kept.example/vocab/1#',
  pipl: 'https://kept.example/vocab/pipl/1#',
  ccpa: 'https://kept.example/vocab/ccpa/1#',
});

const tables: readonly Table[] = [dpv, data, law, parties, purposes, recipients].flatMap((file) =>
  Object.entries(file).flatMap(([name, table]) =>
    /^[A-Z_]+$/.test(name) && typeof table === 'object' && name !== 'DPV_PREFIXES' ? [table as Table] : [],
  ),
);
const terms = new Map<string, readonly [string, ...string[]]>(tables.flatMap((table) => Object.entries(table)));

/** Whether `iri` is a compact IRI that is pinned here. Constant time. */
export const isTerm = (iri: string): iri is Iri => terms.has(iri);

/** The English label of a term, as its vocabulary gives it. */
export const label = (iri: Iri): string => terms.get(iri)![0];

/** The terms one step broader, none for a top term. A parent may be of another kind: do not walk far. */
export const broader = (iri: Iri): readonly Iri[] => terms.get(iri)!.slice(1) as unknown as readonly Iri[];

/** Whether `iri` is `ancestor` or lies under it, through any parent. */
export function isWithin(iri: Iri, ancestor: Iri): boolean {
  const seen = new Set<Iri>();
  const open: Iri[] = [iri];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === ancestor) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...broader(next));
  }
  return false;
}

/** The full IRI of a compact one: `pd:Name` gives `https://w3id.org/dpv/pd#Name`. */
export function expand(iri: Iri): string {
  const colon = iri.indexOf(':');
  return `${PREFIXES[iri.slice(0, colon)]!}${iri.slice(colon + 1)}`;
}
