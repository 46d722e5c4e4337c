import type { RightKind } from '../manifest/rights.ts';
import type { Manifest } from '../manifest.ts';
import { ageBands } from '../meaning/ages.ts';
import { RIGHTS_PURPOSE } from '../meaning/purposes.ts';
import type { Program } from '../program.ts';
import { indexOf, type Refusals } from './intern.ts';

/** The names of a program. */
export type NumberedNames = Pick<
  Program,
  | 'fields'
  | 'purposes'
  | 'recipients'
  | 'regions'
  | 'consents'
  | 'collections'
  | 'jurisdictions'
  | 'groups'
  | 'ageBands'
>;

/** What every step of compiling works with. */
export interface Source {
  readonly manifest: Manifest;
  readonly names: NumberedNames;
  readonly refusals: Refusals;
  /** Where the text grants a right: the clause that decides when the person has used it. */
  clauseOfRight(kind: RightKind, otherwise: string): string;
}

const keys = (record: object): string[] => Object.keys(record);

export function source(manifest: Manifest, refusals: Refusals): Source {
  const groups = [...new Set(Object.values(manifest.purposes).map((purpose) => purpose.group))];
  const names: NumberedNames = {
    fields: indexOf(keys(manifest.fields)),
    purposes: indexOf([...keys(manifest.purposes), RIGHTS_PURPOSE]),
    recipients: indexOf(keys(manifest.recipients)),
    regions: indexOf(keys(manifest.regions)),
    consents: indexOf(keys(manifest.consents)),
    collections: indexOf(keys(manifest.collections)),
    jurisdictions: indexOf(keys(manifest.jurisdictions)),
    groups: indexOf(groups),
    ageBands: indexOf(ageBands(manifest).map((band) => band.id)),
  };
  const rights = Object.values(manifest.rights);
  const clauseOfRight = (kind: RightKind, otherwise: string) =>
    rights.find((right) => right.kind === kind)?.clause ?? otherwise;
  return { manifest, names, refusals, clauseOfRight };
}

/** The number of a consent that a manifest may leave out. */
export const consentNumber = ({ names }: Source, id: string | undefined): number =>
  id === undefined ? -1 : names.consents.of(id);
