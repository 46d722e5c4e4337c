import type { Region } from '@kept/kit';
import type { ReachedStore } from './reached.ts';
import type { IncidentStore } from './store.ts';
import type { IncidentWork } from './work.ts';

/** What the routes of the incidents work on. */
export interface IncidentsContext {
  readonly store: IncidentStore;
  readonly regions: ReadonlyMap<string, Region>;
  readonly reached: (region: string) => ReachedStore;
  readonly work: IncidentWork;
}
