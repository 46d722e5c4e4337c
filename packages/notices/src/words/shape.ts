import type {
  Age,
  Basis,
  BreachPart,
  Changes,
  Collection,
  Consent,
  Contact,
  Cookie,
  Deadline,
  Exception,
  ExceptionDuty,
  IdentityProof,
  LongerFor,
  NoteKind,
  Period,
  RecipientRole,
  RightChannel,
  RightKind,
  Transfer,
  Until,
} from '@kept/policy';
import type { Question, SectionId } from '../notice.ts';

/** What stands around the words of a policy: everything in a notice that the manifest does not say itself. */
export interface Words {
  /** Several things in a row. */
  readonly list: (items: readonly string[]) => string;
  /** One of several. */
  readonly or: (items: readonly string[]) => string;
  /** Phrases that stand side by side in one sentence. */
  readonly clauses: (items: readonly string[]) => string;
  /** What stands between two sentences. */
  readonly gap: string;
  readonly aside: (text: string) => string;
  /** A sentence, with its full stop. */
  readonly sentence: (text: string) => string;
  /** A label inside a sentence. */
  readonly inline: (label: string) => string;
  /** `label: value`. */
  readonly pair: (label: string, value: string) => string;

  readonly questions: Readonly<Record<Question, string>>;
  readonly what: (first: string, needed: string, fields: number, sensitive: number) => string;
  readonly why: (purposes: number, never: readonly string[]) => string;
  readonly who: (recipients: number, parties: string) => string;
  readonly home: (residents: string, region: string) => string;
  readonly mostly: (until: string) => string;
  readonly may: (rights: string, deadline: string, free: boolean) => string;
  readonly refusalTitle: string;
  readonly refusal: (consents: number, labels: string) => string;
  readonly takingBack: string;

  /** Everybody who lives in a country, everybody else, and everybody where no country is told apart. */
  readonly residents: (place: string) => string;
  readonly elsewhere: string;
  readonly everybody: string;
  /** As a place. */
  readonly eea: string;
  /** Where a recipient is of whom nobody says. */
  readonly anywhere: string;
  /** Where one is who is always in the country of the data. */
  readonly ownCountry: string;
  /** `place` undefined: anywhere else. */
  readonly transfer: (rule: Transfer['rule'], from: string | undefined, to: string | undefined) => string;
  readonly period: (period: Period) => string;
  /** Several: whichever comes first. */
  readonly until: (untils: readonly Until[]) => string;
  readonly rest: string;
  /** That something may keep data longer. */
  readonly longer: (reasons: string) => string;
  readonly longerFor: Readonly<Record<LongerFor, string>>;
  readonly end: Readonly<Record<'erase' | 'anonymise', string>>;
  readonly deadline: (deadline: Deadline) => string;
  readonly notGranted: string;
  readonly reply: (period: Period) => string;
  readonly free: string;

  readonly bases: Readonly<Record<Basis, string>>;
  readonly kinds: Readonly<Record<Consent['kind'], string>>;
  readonly sources: Readonly<Record<NonNullable<Collection['source']>, string>>;
  readonly roles: Readonly<Record<RecipientRole, string>>;
  readonly contacts: Readonly<Record<Contact['channel'], string>>;
  readonly how: Readonly<Record<RightKind, string>>;
  readonly rightChannels: Readonly<Record<RightChannel, string>>;
  /** Of the one who asks, or of the child whose guardian asks. */
  readonly younger: (years: number, child: boolean) => string;
  readonly proofs: Readonly<Record<IdentityProof, string>>;

  readonly sections: Readonly<Record<SectionId, string>>;
  readonly age: (rule: Age['rule'], below: number, erased?: string) => string;
  readonly risk: (sensitive: number) => string;
  readonly breachParts: Readonly<Record<BreachPart, string>>;
  readonly breachTold: (parts: string, within: string, channels: string) => string;
  readonly breachFallback: string;
  readonly breachAuthority: (within: string) => string;
  readonly channels: Readonly<Record<'email' | 'letter' | 'phone' | 'push' | 'site' | 'app', string>>;
  readonly changeTold: (channels: string) => string;
  readonly askAgain: Readonly<Record<'more-data' | 'new-purpose' | 'new-recipient' | 'fewer-rights', string>>;
  readonly changeFrom: Readonly<Record<Exclude<Changes['effective'], 'not-mentioned'>, string>>;
  readonly changeLead: (lead: string) => string;
  readonly changeAsks: (matters: string) => string;
  readonly silence: string;
  readonly cookie: (label: string, why: string, use: Cookie['use'], asked: boolean, party: Cookie['party']) => string;
  readonly exemption: (label: string, purposes: readonly string[]) => string;
  readonly exception: (from: Exception['from'], label: string, asked: boolean, duties: readonly string[]) => string;
  readonly exceptionDuties: Readonly<Record<ExceptionDuty, string>>;
  readonly runBy: (company: string) => string;
  readonly figure: (label: string, purpose: string, seenBy: string) => string;
  readonly noteKinds: Readonly<Record<Exclude<NoteKind, 'besides'>, string>>;
  readonly optOut: (label: string, how: string) => string;

  readonly headings: {
    readonly version: (version: string, published: string | null, effective: string | null) => string;
    readonly hash: string;
    readonly summary: string;
    readonly collections: string;
    readonly purposes: string;
    readonly recipients: string;
    readonly regions: string;
    readonly rights: string;
    readonly consents: string;
    readonly clauses: string;
    readonly controller: string;
    readonly moment: string;
    readonly source: string;
    readonly needed: string;
    readonly optional: string;
    readonly sensitive: string;
    readonly alone: string;
    readonly usedFor: string;
    readonly basis: string;
    readonly consent: string;
    readonly no: string;
    readonly gets: string;
    readonly where: string;
    readonly kept: string;
    readonly method: string;
    readonly scenario: string;
    readonly contract: string;
    readonly rules: string;
    readonly channels: string;
    readonly deadline: string;
    readonly fee: string;
    readonly identity: string;
    readonly conditions: string;
    readonly grounds: string;
    readonly consequence: string;
    readonly address: string;
    readonly affiliates: string;
    readonly officer: string;
    readonly mention: string;
    readonly complaints: string;
    readonly fromAge: (years: number) => string;
    readonly guardian: string;
  };
}
