import type { Pool } from '@kept/db';
import type { Jobs } from '@kept/jobs';
import type { Region } from '@kept/kit';
import type { IncidentsContext } from './context.ts';
import { ReachedStore } from './reached.ts';
import { IncidentStore } from './store.ts';
import { openWork } from './work.ts';

export interface IncidentsOptions {
  readonly jobs: Jobs;
  readonly regions: ReadonlyMap<string, Region>;
  /** The data database of each region; incidents are entered in the first. */
  readonly pools: ReadonlyMap<string, Pool>;
  /** Address of the person's pages. */
  readonly origin: string;
}

/** Before the jobs are launched; owns nothing that needs closing. */
export function openIncidents({ jobs, regions, pools, origin }: IncidentsOptions): IncidentsContext {
  const [home] = pools.values();
  const [{ clock }] = [...regions.values()] as [Region];
  const store = new IncidentStore(home!, () => clock.now());
  const stores = new Map([...pools].map(([id, pool]) => [id, new ReachedStore(pool)]));
  const reached = (region: string): ReachedStore => stores.get(region)!;
  return { store, regions, reached, work: openWork({ jobs, store, regions, reached, origin }) };
}
