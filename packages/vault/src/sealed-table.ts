import type { Json } from '@kept/base';
import type { Permit } from '@kept/gate';
import type { Action } from '@kept/policy';
import type { Values } from './pack.ts';
import type { FieldsFor, PlainValues, PurposeGroups, PurposesFor, TableDef } from './table-def.ts';

/** Actions whose permits open what is sealed. What the person asks for themselves comes under `use`. */
export type OpeningAction = Extract<Action, 'use' | 'share' | 'transfer' | 'disclose'>;
/** Actions whose permits change a row that is there: new values collected, or corrected. */
export type ChangingAction = Extract<Action, 'collect' | 'use'>;

/** A permit, or one that is being recorded: what it will need is fetched meanwhile. */
export type Asked<P extends string, F extends string, A extends Action> = Permit<P, F, A> | Promise<Permit<P, F, A>>;

/** What was opened, by field. A field that is not held is not there. */
export type OpenedValues<F extends string> = { readonly [K in F]?: Json };

/** A row as it can be listed without opening it. */
export interface ListedRow<D extends TableDef = TableDef> {
  readonly id: string;
  readonly plain: PlainValues<D>;
  readonly bucket: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Fields that have a value, as the row says of itself. */
  readonly present: readonly string[];
}

/** A row that was found among everybody's, with whose it is. */
export interface OwnedRow<D extends TableDef = TableDef> extends ListedRow<D> {
  readonly owner: string;
}

/** A row to be inserted, its personal values not yet sealed. */
export interface NewRow<D extends TableDef, F extends string> {
  readonly id: string;
  readonly plain: PlainValues<D>;
  /** Personal values of the permitted fields; null and absent mean: not held. */
  readonly values: Values<F>;
  /** Retention bucket whose key, when it is destroyed, takes this row with it. */
  readonly bucket: string;
}

/**
 * Rows about people, their personal fields sealed.
 *
 * Whatever opens or writes personal values takes a permit, and is refused (VAULT_NOT_PERMITTED, with the clause)
 * unless it is genuine, fresh, of this region, for this person, of the column's purpose group, and names the fields.
 * With types of the policy (`openVault<GroupsOf<typeof manifest>>`) a wrong permit does not compile.
 *
 * Throws VAULT_KEY_ERASED once the key of the person, the purpose group or the bucket is gone; VAULT_ALTERED for a
 * value that was changed or moved in the database.
 */
export interface SealedTable<D extends TableDef = TableDef, G extends PurposeGroups = PurposeGroups> {
  readonly def: D;
  /** Durable when it resolves; grouped. Throws VAULT_ROW_CONFLICT for this caller alone, VAULT_BAD_VALUE. */
  insert<P extends PurposesFor<D, G>, F extends string>(
    permit: Asked<P, F, 'collect'>,
    row: NewRow<D, F & FieldsFor<D, G, P>>,
  ): Promise<void>;
  /** Permitted fields of one row; coalesced with other callers'. Throws VAULT_ROW_NOT_FOUND. */
  open<P extends PurposesFor<D, G>, F extends string, A extends OpeningAction>(
    permit: Asked<P, F, A>,
    id: string,
  ): Promise<OpenedValues<F & FieldsFor<D, G, P>>>;
  /** Permitted fields of many rows of the person; rows that are not there are not in the answer. */
  openMany<P extends PurposesFor<D, G>, F extends string, A extends OpeningAction>(
    permit: Asked<P, F, A>,
    ids: readonly string[],
  ): Promise<Map<string, OpenedValues<F & FieldsFor<D, G, P>>>>;
  /** Sets values of a row, null to remove one; others stay. Reads and writes under a lock. Throws VAULT_ROW_NOT_FOUND. */
  update<P extends PurposesFor<D, G>, F extends string, A extends ChangingAction>(
    permit: Asked<P, F, A>,
    id: string,
    values: Values<F & FieldsFor<D, G, P>>,
  ): Promise<void>;
  /**
   * Makes one row of several of one bucket, in one transaction: `join` is given the values of each by age and answers those
   * of the oldest, which stays. The permit names every field. False, and nothing changed, where a hold is on the person or
   * fewer than two rows are there.
   */
  fold<P extends PurposesFor<D, G>, F extends string>(
    permit: Asked<P, F, 'use'>,
    ids: readonly string[],
    join: (rows: readonly OpenedValues<F & FieldsFor<D, G, P>>[]) => Values<F & FieldsFor<D, G, P>>,
  ): Promise<boolean>;
  /**
   * The key of a file that belongs to a row of the permit's person, there or to come: it ends with the row's own keys. The
   * permit is one to collect or to open the field that tells of the file. To be wiped after. Throws VAULT_KEY_ERASED.
   */
  fileKey(
    permit: Asked<string, string, 'collect' | OpeningAction>,
    row: { readonly id: string; readonly bucket: string },
    field: string,
  ): Promise<Buffer>;
  /**
   * The newest `limit` of everybody's rows with this value in an indexed plain column, before the row `before` where it is
   * not null; by id, which for UUIDv7 is by age. Throws VAULT_NOT_DECLARED.
   */
  newest(
    column: keyof D['plain'] & string,
    value: string,
    before: string | null,
    limit: number,
  ): Promise<OwnedRow<D>[]>;
  /** The same of all that have one of these values, each named once. Throws VAULT_NOT_DECLARED. */
  newestOf(
    column: keyof D['plain'] & string,
    values: readonly string[],
    before: string | null,
    limit: number,
  ): Promise<OwnedRow<D>[]>;
  /** How many of everybody's rows have each of these values in an indexed plain column; none where it is not in the answer. */
  counts(column: keyof D['plain'] & string, values: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Sets plain columns, which are not personal. Throws VAULT_ROW_NOT_FOUND. */
  updatePlain(owner: string, id: string, plain: Partial<PlainValues<D>>): Promise<void>;
  /** The person's rows, without opening anything; by id, which for UUIDv7 is by age. */
  rows(owner: string): Promise<ListedRow<D>[]>;
  /** The first `limit` of them behind the row `after`, which need not be there; from the first on where it is null. */
  rowsAfter(owner: string, after: string | null, limit: number): Promise<ListedRow<D>[]>;
  /** Rows of whomever with this value in an indexed plain column, without opening anything. Throws VAULT_NOT_DECLARED. */
  having(column: keyof D['plain'] & string, value: string): Promise<OwnedRow<D>[]>;
  /** Rows of whomever whose time in an indexed plain column is `moment` or before. Throws VAULT_NOT_DECLARED. */
  until(column: keyof D['plain'] & string, moment: Date): Promise<OwnedRow<D>[]>;
  /** Answers how many were there. */
  remove(owner: string, ids: readonly string[]): Promise<number>;
  /** All rows of a person, a piece at a time; answers how many there were. */
  removeOwner(owner: string): Promise<number>;
}
