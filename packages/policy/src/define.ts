import type { Manifest, ManifestOf, NamesOf } from './manifest.ts';

/**
 * Returns the manifest unchanged, with its literal type. A reference to a name that the manifest does not declare does
 * not compile. What types cannot see (a field without retention, a rule that nothing reaches) `checkManifest` finds.
 *
 * A large manifest is written in several files, each `as const satisfies Clauses` (`Fields`, `Purposes`, …).
 */
export function definePolicy<const M extends Manifest>(manifest: M & ManifestOf<NamesOf<M>>): M {
  return manifest;
}

/** Parts of a manifest that is written in several files. */
export type Clauses = Manifest['clauses'];
export type Jurisdictions = Manifest['jurisdictions'];
export type Roles = Manifest['roles'];
export type Fields = Manifest['fields'];
export type Purposes = Manifest['purposes'];
export type Collections = Manifest['collections'];
export type Consents = Manifest['consents'];
export type Exemptions = Manifest['exemptions'];
export type Exceptions = Manifest['exceptions'];
export type Recipients = Manifest['recipients'];
export type Regions = Manifest['regions'];
export type Rights = Manifest['rights'];
export type OptOuts = Manifest['optOuts'];
export type Cookies = Manifest['cookies'];
export type Measures = Manifest['measures'];
export type Figures = Manifest['figures'];
