/**
 * What somebody agrees to when a new version allows more: a purpose, or a purpose with one recipient. Each is an act of
 * its own: agreeing to the one does not allow the other.
 */
export const matterOf = (purpose: string, recipient?: string): string =>
  recipient === undefined ? purpose : `${purpose}.${recipient}`;

/** The right of that name, of which a new version leaves less. */
export const rightMatter = (right: string): string => `right:${right}`;
