import type { Collection, Field, Retention, Role } from './manifest/data.ts';
import type {
  Breach,
  Changes,
  Clause,
  Cookie,
  CookieControl,
  Jurisdiction,
  Measure,
  Note,
  Scope,
} from './manifest/duties.ts';
import type { Controller, Exception, Figure, Recipient, Region, Residency, Transfer } from './manifest/parties.ts';
import type { Consent, Exemption, OptOut, Prohibition, Purpose, Separation } from './manifest/purposes.ts';
import type { Age, Right } from './manifest/rights.ts';
import type { Names } from './names.ts';
import type { Lang, Text } from './text.ts';

type By<Id extends string, T> = Readonly<Record<Id, T>>;

/**
 * A privacy policy that refers only to what `N` names. Ids are lower case with hyphens, but for clauses, whose ids are
 * the published text's own numbering (`2.1.3`). Days are written `2025-11-24`.
 */
export interface ManifestOf<N extends Names> {
  /** Of this language; a later format is another type. */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** The language of the published text. */
  readonly language: Lang;
  /** When the text was last changed, and from when it holds; null where it does not say. */
  readonly published: string | null;
  readonly effective: string | null;
  readonly title: Text;
  readonly controller: Controller<N>;
  readonly scope: readonly Scope<N>[];
  readonly clauses: By<N['clause'], Clause>;
  /** What says that nothing else is done: it decides whatever the manifest does not know. */
  readonly otherwise: N['clause'];
  readonly jurisdictions: By<N['jurisdiction'], Jurisdiction<N>>;
  readonly roles: By<N['role'], Role>;
  readonly fields: By<N['field'], Field<N>>;
  readonly purposes: By<N['purpose'], Purpose<N>>;
  readonly collections: By<N['collection'], Collection<N>>;
  readonly consents: By<N['consent'], Consent<N>>;
  readonly exemptions: By<N['exemption'], Exemption<N>>;
  readonly exceptions: By<N['exception'], Exception<N>>;
  readonly recipients: By<N['recipient'], Recipient<N>>;
  readonly regions: By<N['region'], Region<N>>;
  readonly residency: readonly Residency<N>[];
  readonly transfers: readonly Transfer<N>[];
  readonly retention: readonly Retention<N>[];
  readonly rights: By<string, Right<N>>;
  readonly ages: readonly Age<N>[];
  readonly optOuts: By<string, OptOut<N>>;
  readonly prohibitions: readonly Prohibition<N>[];
  readonly separations: readonly Separation<N>[];
  readonly figures: By<string, Figure<N>>;
  readonly breach: Breach<N> | null;
  readonly changes: Changes<N>;
  readonly cookies: By<string, Cookie<N>>;
  readonly cookieControl: CookieControl<N> | null;
  readonly measures: By<string, Measure<N>>;
  readonly notes: readonly Note<N>[];
}

/** A privacy policy. Whether its names are declared is not in this type: see `definePolicy` and `checkManifest`. */
export type Manifest = ManifestOf<Names>;

type Key<T> = keyof T & string;

/** The names that `M` declares. */
export interface NamesOf<M extends Manifest> extends Names {
  readonly clause: Key<M['clauses']>;
  readonly jurisdiction: Key<M['jurisdictions']>;
  readonly role: Key<M['roles']>;
  readonly field: Key<M['fields']>;
  readonly purpose: Key<M['purposes']>;
  readonly collection: Key<M['collections']>;
  readonly consent: Key<M['consents']>;
  readonly exemption: Key<M['exemptions']>;
  readonly exception: Key<M['exceptions']>;
  readonly recipient: Key<M['recipients']>;
  readonly region: Key<M['regions']>;
}

/** The fields of `M`. */
export type FieldOf<M extends Manifest> = NamesOf<M>['field'];
/** The purposes of `M`, with the one that every policy has: a person's own rights. */
export type PurposeOf<M extends Manifest> = NamesOf<M>['purpose'] | 'rights';
/** The collections of `M`. */
export type CollectionOf<M extends Manifest> = NamesOf<M>['collection'];
/** The recipients of `M`. */
export type RecipientOf<M extends Manifest> = NamesOf<M>['recipient'];
/** The regions of `M`. */
export type RegionOf<M extends Manifest> = NamesOf<M>['region'];
/** The consents of `M`. */
export type ConsentOf<M extends Manifest> = NamesOf<M>['consent'];
/** The clauses of `M`. */
export type ClauseOf<M extends Manifest> = NamesOf<M>['clause'];
/** The rights of `M`. */
export type RightOf<M extends Manifest> = Key<M['rights']>;
/** The key groups of `M`. */
export type GroupOf<M extends Manifest> = M['purposes'][NamesOf<M>['purpose']]['group'];
/** What the collection `C` of `M` may take, required or optional. */
export type FieldsOfCollection<M extends Manifest, C extends CollectionOf<M>> = M['collections'][C] extends infer R
  ? R extends { readonly required: readonly (infer A)[]; readonly optional: readonly (infer B)[] }
    ? Extract<A | B, string>
    : never
  : never;
/** What the purpose `P` of `M` may touch; of `rights`, everything. */
export type FieldsOfPurpose<M extends Manifest, P extends PurposeOf<M>> = P extends NamesOf<M>['purpose']
  ? M['purposes'][P]['fields'][number]
  : FieldOf<M>;
