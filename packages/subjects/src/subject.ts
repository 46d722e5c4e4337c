import type { Instant } from '@kept/base';
import type { Standing } from '@kept/decide';

/** Not yet confirmed; in use; asked to be closed; closed. */
export type Status = 'prospective' | 'active' | 'closing' | 'closed';

/** What the kernel knows of a person. Opaque id and what decisions depend on; no name, no contact. */
export interface Subject {
  readonly id: string;
  readonly region: string;
  readonly ageBand: string;
  readonly jurisdiction: string;
  readonly status: Status;
  /** Consents in force. */
  readonly consents: readonly string[];
  /** Purposes that are restricted; every purpose if it holds `*`. */
  readonly restricted: readonly string[];
  readonly objected: readonly string[];
  /** What they were told and agreed to, by version. */
  readonly standing: Standing;
  readonly createdAt: Instant;
}
