/**
 * Data of a person that is kept in systems beside Kept.
 *
 * - **Store**: such a system: a database, a folder of files, an HTTP API. **Dataset**: what of it is declared. **Collection**: rows of one shape, a table for instance.
 * - **Identity**: what a person is asked for by. **Reference**: a field that finds rows of another collection.
 * - **Plan**: the order in which collections are read; made before anything runs, or refused with every reason.
 * - **Notes**: keys of rows to erase and values that find more, for as long as the work goes on.
 */
import { columns } from './columns.ts';

export { type Connector, type Declared, readConnectors } from './declaration.ts';
export { Elsewhere, type ElsewhereOptions, type Receipt, type Surveyed, type WhenDone } from './elsewhere.ts';
export {
  Behind,
  CameBack,
  Drifted,
  NoPlan,
  NoSetting,
  NotADeclaration,
  NotAsDeclared,
  NotInPolicy,
  StillReferred,
  StoreDown,
  StoreRefuses,
  Waits,
} from './errors.ts';
export { type Besides, fromFides } from './fides.ts';
export type { Endpoints } from './http.ts';
export type { Late, LateCopy } from './late.ts';
export { textsAt } from './nested.ts';
export { memoryNotes, type Notes } from './notes.ts';
export { type Edge, erasureOrder, type Node, type Plan, planOf } from './plan.ts';
export { openPostgres } from './postgresql.ts';
export type { RunKeys } from './sealed-notes.ts';
export type { Running, StoreState } from './state.ts';
export type { SystemStanding } from './systems.ts';
export {
  type Collection,
  type Drift,
  type Field,
  type Held,
  IDENTITIES,
  type Identities,
  type Identity,
  type Mask,
  type Match,
  type Problem,
  type Reference,
  type Row,
  type Store,
  type Survey,
  type Treatment,
} from './words.ts';
export { erase, find, forget, readAll, sweep, type Work } from './work.ts';

/** Of the data database of each region. */
export const connectorsMigrations = {
  owner: 'connectors',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;
