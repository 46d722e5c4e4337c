import type { Instant } from '@kept/base';
import type { Sought } from '@kept/gate';
import type { BreachPart, Text } from '@kept/policy';

/**
 * How far it is. `suspected`: entered, the clocks run. `tracing`, `traced`: whom it reached is being found, is known.
 * `telling`, `told`: they are being told, all were. `dismissed`: it was none.
 */
export type IncidentState = 'suspected' | 'tracing' | 'traced' | 'telling' | 'told' | 'closed' | 'dismissed';

/** What people are told, by part; those that the policy asks for must all be there before anybody is told. */
export type Parts = Readonly<Partial<Record<BreachPart, Text>>>;

/** What is entered at first. */
export interface NewIncident {
  /** An exercise: everything is done but telling people. */
  readonly drill: boolean;
  /** The system is critical infrastructure by law: authorities are told sooner. */
  readonly critical: boolean;
  /** When the controller became aware: the clocks begin here. */
  readonly noticedAt: Instant;
  /** Which uses of data are in question. */
  readonly sought: Sought;
}

/** What is kept of one, but for whom it reached. */
export interface Incident extends NewIncident {
  readonly id: string;
  readonly state: IncidentState;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly parts: Parts;
  readonly tracedAt?: Instant;
  readonly tellingAt?: Instant;
  readonly toldAt?: Instant;
  readonly announced: boolean;
  readonly endedAt?: Instant;
  readonly lessons?: string;
}

/** How far the trace of a region is, and what it found. */
export interface TracedRegion {
  readonly region: string;
  readonly looked: number;
  readonly of: number;
  /** What follows is there once it is done. */
  readonly decisions?: number;
  readonly unreadable?: number;
  readonly people?: number;
  readonly fields?: readonly string[];
  /** People by jurisdiction of the policy. */
  readonly jurisdictions?: Readonly<Record<string, number>>;
}

/** A report that an authority has. */
export interface HandedIn {
  readonly authority: string;
  readonly at: Instant;
  readonly by: string;
  readonly reference: string;
}
