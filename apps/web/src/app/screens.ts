/**
 * Pages that a service brings along, in its own folder: `services/NAME/src/screens/index.ts` exports one of these.
 *
 * - **Place**: an entry of the rail. **Screen**: a page under an address, loaded when somebody goes there.
 */
import type { Language, StaffRole } from '@kept/api';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/** A few words in each language. */
export type Words = Readonly<Record<Language, string>>;

export interface ScreenPlace {
  /** `/booking`, or `/console/booking`. */
  readonly to: string;
  readonly icon: LucideIcon;
  readonly label: Words;
  /** Of the console: whom it is for; all of the staff unless said. */
  readonly staff?: readonly StaffRole[];
}

export interface Screen {
  /** `/booking/$id`: parameters by `$`. Within the console without its `/console`. */
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
}

export interface HomePlace {
  /** By the id of the home: `/devices/ID/firmware`. */
  readonly to: (home: string) => string;
  /** What somebody must be let to do in that home for it to be shown. */
  readonly act: 'see' | 'history' | 'control' | 'setup';
  readonly icon: LucideIcon;
  readonly label: Words;
}

export interface Screens {
  /** Doors that stand beside the devices of a home. */
  readonly home?: readonly HomePlace[];
  /** Of whoever is signed in. */
  readonly person?: { readonly places: readonly ScreenPlace[]; readonly screens: readonly Screen[] };
  /** Of the staff. */
  readonly console?: { readonly places: readonly ScreenPlace[]; readonly screens: readonly Screen[] };
}

/** What the refusals of a service mean, by code, in people's language: `services/NAME/src/screens/problems.ts`. */
export type ProblemWords = Readonly<Record<Language, Readonly<Record<string, string>>>>;
