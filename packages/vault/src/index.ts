/**
 * Personal data at rest: sealed under the person's own key, opened under a permit.
 *
 * - **Sealed table**: rows of one person each; what is personal in them is one sealed value for each purpose group.
 * - **Plain column**: says nothing of a person, and says why.
 * - **Purpose group**: purposes whose data is kept, and can be destroyed, together.
 * - **Retention bucket**: rows that expire together, by the loss of one key.
 * - **Hold**: rows of a person are read one after the other, and none is folded meanwhile.
 * - **Blob**: one sealed value; it names its suite and version and opens in its own place only.
 */
export { type KeyLender, openBlob, sealBlob } from './blob.ts';
export {
  Altered,
  BadBucket,
  BadTable,
  BadValue,
  KeyErased,
  LayoutChanged,
  NoRow,
  NotDeclared,
  NotPermitted,
  RowExists,
  UnknownSuite,
} from './errors.ts';
export type { Hold } from './holds.ts';
export type { Values } from './pack.ts';
export type {
  Asked,
  ChangingAction,
  ListedRow,
  NewRow,
  OpenedValues,
  OpeningAction,
  OwnedRow,
  SealedTable,
} from './sealed-table.ts';
export type { SuiteName } from './suite.ts';
export {
  columnsOf,
  ddl,
  type FieldsFor,
  type GroupsOf,
  type PlainColumn,
  type PlainType,
  type PlainValues,
  type PurposeGroups,
  type PurposesFor,
  type SealedColumn,
  type TableDef,
} from './table-def.ts';
export { openVault, type Vault, type VaultOptions } from './vault.ts';
