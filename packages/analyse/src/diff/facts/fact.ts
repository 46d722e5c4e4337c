/** What a fact is part of, in the words of the manifest. */
export type FactPart =
  | 'rights'
  | 'deadlines'
  | 'recipients'
  | 'regions'
  | 'residency'
  | 'retention'
  | 'ages'
  | Declared;

/** Parts of a manifest that are compared item by item and member by member. */
export type Declared =
  | 'controller'
  | 'scope'
  | 'jurisdictions'
  | 'fields'
  | 'purposes'
  | 'collections'
  | 'consents'
  | 'exemptions'
  | 'exceptions'
  | 'optOuts'
  | 'prohibitions'
  | 'separations'
  | 'figures'
  | 'breach'
  | 'changes'
  | 'cookies'
  | 'cookieControl'
  | 'measures';

/** Whether a change does the person good: gives or keeps more, or less. `other`: neither, or nobody can tell. */
export type Effect = 'better' | 'worse' | 'other';

/** One thing that the two policies declare otherwise. */
export interface FactChange {
  readonly part: FactPart;
  /** Which: an id of the manifest, a kind of right, a field. */
  readonly id: string;
  /** Which member of it: `deadline`, `country`; `all` where one of the policies does not have it at all. */
  readonly member: string;
  /** As the manifests write it, without clauses; null where one has none. */
  readonly before: unknown;
  readonly after: unknown;
  readonly effect: Effect;
  /** It takes from what a person may ask for, or makes it slower, dearer or harder: it needs an explicit consent. */
  readonly reducesRights: boolean;
  /** Of what is kept otherwise. */
  readonly fields?: readonly string[];
  /** For whom, of `PolicyDiff.places`; absent: for all. */
  readonly places?: readonly string[];
  readonly clauses: { readonly before: string | null; readonly after: string | null };
}
