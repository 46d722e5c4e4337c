import type { Keys } from '@kept/keys';
import type { Holding, Region, Service } from '@kept/kit';
import type { Requests } from './requests.ts';

/** A region with everything that is held in it about people. */
export interface RightsRegion extends Region {
  readonly holdings: readonly Holding[];
}

/** Begins the closure of an account; repeated for one request it does nothing. */
export interface Closure {
  begin(region: string, owner: string, request: string): Promise<void>;
}

/** Who can say what a service is called. */
export interface Named {
  readonly services: readonly Service[];
}

/** Whom a restored backup or an import must not bring back. */
export type Suppression = Pick<Keys, 'suppressOwner' | 'suppressedOwners' | 'suppressions'>;

/** What the routes of the rights are given. */
export interface RightsContext extends Named {
  readonly regions: readonly string[];
  readonly closure: Closure;
  /** Address of the person's pages: records say where a consent is taken back. */
  readonly origin: string;
  readonly suppression: Suppression;
  requests(region: string): Requests;
  at(region: string): RightsRegion;
}
