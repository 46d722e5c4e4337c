/**
 * From suspicion to closure: what happened to data that should not have.
 *
 * - **Incident**: certain uses of data within a time, that the controller became aware of. **Drill**: nobody is told.
 * - **Trace**: whom it reached and what of theirs, read off the ledger.
 * - **Clock**: a report that an authority is owed, by law. **Notice**: what each whom it reached is told, in the parts
 *   that the policy promises; **announcement**: the same for everybody, where somebody cannot be reached.
 */
import { columns } from './columns.ts';

export { type AuthorityClock, authorityClocks, peopleDueAt } from './clocks.ts';
export type { IncidentsContext } from './context.ts';
export type { HandedIn, Incident, IncidentState, NewIncident, Parts, TracedRegion } from './incident.ts';
export { type IncidentsOptions, openIncidents } from './open.ts';
export { incidentRoutes } from './routes.ts';

/** Of the data database of each region: `migrate(pool, incidentsMigrations)`. */
export const incidentsMigrations = {
  owner: 'incidents',
  files: new URL('../migrations/', import.meta.url),
  columns,
} as const;
