import type { Permit } from '@kept/gate';

/** One declared field of one record that is held about a person. Says nothing of its value. */
export interface HeldItem {
  /** `service.resource.row.field`: names the item in every right. */
  readonly id: string;
  readonly service: string;
  readonly resource: string;
  readonly row: string;
  /** Collection row of the policy under which it came. */
  readonly collection: string;
  readonly field: string;
  readonly collectedAt: Date;
}

/** Leave for the person to see what is theirs. */
export type OwnPermit = Permit<string, string, 'use'>;

/** A file of a row. */
export interface HeldFile {
  readonly type: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * What a service holds about people, as every right walks it: found without being read, opened under a permit only,
 * corrected, removed. A resource declared with `resource()` is one by itself.
 */
export interface Holding {
  readonly service: string;
  readonly resource: string;
  readonly collection: string;
  /** Declared fields that it can hold. */
  readonly fields: readonly string[];
  /** Fields that the person may correct here. */
  readonly correctable: readonly string[];
  /** Those of them that are typed in, and of which a person has one at the most. Default: none. */
  readonly single?: readonly string[];
  items(owner: string): Promise<HeldItem[]>;
  /** The same, whole rows and some at a time, for who may hold many; absent where there are few. */
  pages?(owner: string): AsyncIterable<readonly HeldItem[]>;
  /** Whether a field can be read back at all; a password cannot. Default: yes. */
  readable?(field: string): boolean;
  /** Values of the permitted fields of one row. */
  open(permit: OwnPermit | Promise<OwnPermit>, row: string): Promise<Readonly<Record<string, unknown>>>;
  /** The same of many rows by one decision; those that are gone are not in the answer. Absent where `pages` is. */
  openMany?(
    permit: OwnPermit | Promise<OwnPermit>,
    rows: readonly string[],
  ): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  /** Throws where the field is not correctable, or the value not acceptable (`KIT_VALUE_INVALID`). */
  correct(permit: Permit<string, string, 'use'>, row: string, values: Readonly<Record<string, unknown>>): Promise<void>;
  /** Throws as `correct` does for values that are not acceptable, and changes nothing. Absent where nothing is corrected. */
  check?(values: Readonly<Record<string, unknown>>): void;
  /**
   * Takes values in as if the person had typed them: one row, under the resource's collection. Absent where something
   * else keeps it. Throws what `collect` of a repository throws.
   */
  take?(owner: string, values: Readonly<Record<string, string>>): Promise<void>;
  /** Ends what is kept until this consent is withdrawn, for good, backups included; returns how many rows. */
  withdrawn?(owner: string, consent: string): Promise<number>;
  /** The file that a row tells of, and its name in a package; null where it has none. Absent where no row tells of any. */
  file?(permit: OwnPermit | Promise<OwnPermit>, row: string): Promise<HeldFile | null>;
  /** Removes files whose rows are gone. */
  sweep?(): Promise<void>;
  /** Takes down all that others see of this person, as rows and files; returns how many. Absent where nobody sees any. */
  takeDown?(owner: string): Promise<number>;
  /** Removes the rows of a person; returns how many. Their key is gone before. */
  remove(owner: string): Promise<number>;
}

/** The id of one held item: `service.resource.row.field`, as every right and every page names it. */
export const itemId = (service: string, resource: string, row: string, field: string): string =>
  `${service}.${resource}.${row}.${field}`;
