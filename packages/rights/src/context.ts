import type { Elsewhere } from '@kept/connectors';
import type { Keys } from '@kept/keys';
import type { Holding, Region, Repository, Service } from '@kept/kit';
import type { Text } from '@kept/policy';
import type { Parties } from '@kept/recipients';
import type { WishStore } from './behalf/wishes.ts';
import type { KeptRequest } from './kept-request.ts';
import type { Packages } from './package/packages.ts';
import type { PartnerRequest } from './partners/asked-of-us.ts';
import type { Documents } from './proof/documents.ts';
import type { Requests } from './requests.ts';

/** A region with everything that is held in it about people. */
export interface RightsRegion extends Region {
  readonly holdings: readonly Holding[];
}

/** What makes requests go on, whatever is killed meanwhile. */
export interface Workflows {
  /** Begins what was asked for; repeated for one request it does nothing. */
  begin(region: string, request: Pick<KeptRequest, 'id' | 'kind' | 'owner'>): Promise<void>;
  /** Tells a request that waits to look again; `key` names the occasion. */
  wake(request: string, key: string): Promise<void>;
  /** Tells the recipients that were noted with a request; repeated it does nothing. */
  tell(region: string, request: Pick<KeptRequest, 'id' | 'owner'>): Promise<void>;
  /** Calls whoever asked back whenever what they asked for has gone on; `now`, a word for what has happened: at once. */
  callBack(asked: Pick<PartnerRequest, 'id' | 'callbacks'>, now?: string): Promise<void>;
  /** Asks a system that did not answer until it does; see `Late`. */
  chase(region: string, owner: string, late: string): Promise<void>;
}

/** Who can say what a service is called. */
export interface Named {
  readonly services: readonly Service[];
  /** Systems beside Kept; absent where an operator has declared none. */
  readonly beside?: Beside;
  /** Absent where nobody outside is told anything. */
  readonly outward?: Outward;
}

/** Systems beside Kept that hold data of people too. */
export interface Beside {
  /** Null where none holds data of people of this region. */
  at(region: string): Elsewhere | null;
  /** Fields of the policy by which people are found there. */
  readonly findBy: { readonly email: string; readonly phone_number: string };
  /** What they are called, by id. */
  readonly labels: ReadonlyMap<string, Text>;
}

/** How recipients are told of what persons ask for. */
export interface Outward {
  readonly parties: Parties;
  /** Fields of the policy by which they may know a person. */
  readonly findBy: Beside['findBy'];
}

/** Whom a restored backup or an import must not bring back. */
export type Suppression = Pick<Keys, 'suppressOwner' | 'suppressedOwners' | 'suppressions'>;

/** What people write along with a request, under the id of the request; gone once it is answered. */
export type Letters = Pick<Repository<typeof LETTER>, 'collect' | 'read' | 'rows' | 'remove'>;

/** The field of the policy that holds it. */
export const LETTER = 'request-text';

/** What the routes of the rights are given. */
export interface RightsContext extends Named {
  readonly packages: Packages;
  /** Null where no service that runs takes letters. */
  letters(region: string): Letters | null;
  /** Null where no service that runs takes documents. */
  documents(region: string): Documents | null;
  /** Null where no service that runs keeps what people lay down for after their death. */
  wishes(region: string): WishStore | null;
  readonly regions: readonly string[];
  readonly workflows: Workflows;
  /** Address of the person's pages: records say where a consent is taken back. */
  readonly origin: string;
  readonly suppression: Suppression;
  requests(region: string): Requests;
  at(region: string): RightsRegion;
}
