import type { SignedIn } from '../route.ts';
import type { Service } from '../service.ts';
import type { Stage } from './stage.ts';

/** What the libraries of a service hold about somebody, asked for in the way that people ask for it. */
export interface Sample {
  readonly person: SignedIn;
  /** By field, as the person sees it; null where nobody can read it back. */
  readonly held: Readonly<Record<string, string | null>>;
  /** What else must not be readable on a disk, by name: passwords, tokens. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Ends the purpose of all that ends with one, as the person would. */
  readonly over?: () => Promise<void>;
}

/** A service on a stage. */
export interface Trial {
  readonly stage: Stage;
  readonly service: Service;
  /** Somebody new of whom its libraries hold all that they can hold; absent where it has none. */
  readonly sample?: () => Promise<Sample>;
  /** Parts of requests that are bounded by nothing but the size of a body, and why. */
  readonly unbounded: Readonly<Record<string, string>>;
}

/** One thing that must hold. */
export interface Rule {
  readonly name: string;
  /** A sentence for each fault; none for a service that conforms. Never a value. */
  readonly faults: (trial: Trial) => Promise<readonly string[]> | readonly string[];
}
