/** What a connector is told about data that is kept elsewhere, and what it answers. */

/**
 * What a system can be asked by: the kinds of Fides' `identity` that Kept can answer. `user_id` is the person's id here.
 */
export const IDENTITIES = ['email', 'phone_number', 'user_id'] as const;
export type Identity = (typeof IDENTITIES)[number];

/** What is known of the person; a kind may have several values, or be absent. */
export type Identities = Readonly<Partial<Record<Identity, readonly string[]>>>;

/**
 * What stands in a masked field afterwards. `random` is never the same twice, for columns that have to be unique;
 * `suffix` ends what is written.
 */
export type Mask =
  | { readonly with: 'null' }
  | { readonly with: 'text'; readonly text: string }
  | { readonly with: 'random'; readonly length: number; readonly suffix: string };

/** Rows go whole, or lose the masked fields, or stay as they are since nothing in them is personal. */
export type Treatment = 'delete' | 'mask' | 'keep';

/** Another collection's field that holds the same value. */
export interface Reference {
  /** `dataset.collection`. */
  readonly collection: string;
  /** Parts of its path. */
  readonly field: string;
  /** `from`: its values find rows here. `to`: ours find rows there. Absent: whichever is found first. */
  readonly direction?: 'from' | 'to';
}

/** One declared field. */
export interface Field {
  /** `address.city`: within a column that holds an object, or a list of them. */
  readonly path: string;
  /** Value of this kind of identity. A name that is none of `IDENTITIES` cannot be asked by. */
  readonly identity?: string;
  readonly references: readonly Reference[];
  readonly mask?: Mask;
}

/** A table, a folder of files, a pattern of keys: rows of one shape. */
export interface Collection {
  /** `dataset.name`. */
  readonly id: string;
  readonly dataset: string;
  /** As the store calls it: `orders`, `public.orders`. */
  readonly name: string;
  readonly fields: readonly Field[];
  /** Columns that name a row; empty where nothing does. */
  readonly primaryKey: readonly string[];
  readonly erase: Treatment;
  readonly held: Held;
  /** Collections that are read first, whatever the references say. */
  readonly after: readonly string[];
}

/** Collection and purpose of the policy: under which clause, and for what, rows are held. */
export interface Held {
  readonly collection: string;
  readonly purpose: string;
}

/** One row by its columns, every value as the text that the store writes for it. */
export type Row = Readonly<Record<string, string | null>>;

/** Rows in which the field has one of the values. */
export interface Match {
  readonly field: string;
  readonly values: readonly string[];
  /** Addresses of mail are the same in large and small letters. */
  readonly folded?: true;
}

/** What is really there, beside what was declared. */
export interface Survey {
  /** By collection id; null where the store has none of that name. */
  readonly rows: ReadonlyMap<string, number | null>;
  /** What is declared and not there, or there and not declared, so that it would stop an erasure. */
  readonly drift: readonly Drift[];
  /** Rows of `child` name rows of `parent`, and must go before them. */
  readonly foreignKeys: readonly { readonly child: string; readonly parent: string }[];
}

/** One thing in which a store is not as declared. */
export interface Drift {
  readonly code:
    | 'no-collection'
    | 'no-column'
    | 'no-key'
    | 'not-null'
    | 'undeclared-child'
    | 'kept-child'
    /** A key of which nobody can say whose it is. */
    | 'ambiguous'
    /** To be masked, where this kind of system cannot. */
    | 'not-masked';
  /** `dataset.collection`, or with its column. */
  readonly at: string;
  /** The other collection or column, by name. */
  readonly by?: string;
}

/**
 * A system that keeps data beside Kept. Errors are `Unavailable` (down) or `Misuse` (refuses us, or is not as declared) and
 * carry no value.
 */
export interface Store {
  /** Counts rows and compares with the declaration. Changes nothing. */
  survey(collections: readonly Collection[]): Promise<Survey>;
  /** Rows in which any match holds, in pages of at most 500; `columns` of each. In no order; each row once. */
  rows(collection: Collection, matches: readonly Match[], columns: readonly string[]): AsyncIterable<readonly Row[]>;
  /** How many rows these keys name. At most 500 keys. */
  count(collection: Collection, keys: readonly Row[]): Promise<number>;
  /** Deletes the rows of these keys, in one transaction where the store has any; answers how many were there. */
  remove(collection: Collection, keys: readonly Row[]): Promise<number>;
  /** Masks the rows of these keys; answers how many were there. */
  mask(collection: Collection, keys: readonly Row[]): Promise<number>;
  /** How many rows of these keys are not as `mask` leaves them; what is random counts as masked. */
  unmasked(collection: Collection, keys: readonly Row[]): Promise<number>;
  close(): Promise<void>;
}

/** Keys and values at once, in every store. */
export const PAGE = 500;

/** Why there is no plan. `at` is a collection, or a field of one. */
export interface Problem {
  readonly code:
    | 'twice'
    | 'no-such-field'
    | 'unreachable'
    | 'no-key'
    | 'ring'
    | 'nothing-masked'
    | 'no-such-collection';
  readonly at: string;
  readonly message: string;
}

/** `a.b.c` begins with its column. */
export const columnOf = (path: string): string => path.split('.', 1)[0]!;
