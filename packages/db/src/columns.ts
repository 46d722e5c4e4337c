/**
 * What a column holds. `id`: names a row, and nothing outside. `operational`: says nothing of a person. `hash`: keyed, for
 * equality only. `sealed`: ciphertext under a key of the key store. `pseudonymous`: says something of a person whom
 * nothing but an id names, in the clear since the kernel must read it before it may open anything.
 */
export type Holds = 'id' | 'operational' | 'hash' | 'sealed' | 'pseudonymous';

/**
 * What every column of an owner's tables holds and why it may, by table and column. `npm run check` holds it against the
 * database that the migrations make.
 */
export type Columns = Readonly<Record<string, Readonly<Record<string, readonly [holds: Holds, why: string]>>>>;

/** The table that `migrate` keeps for itself. */
export const migrationColumns: Columns = {
  kept_migration: {
    owner: ['operational', 'package whose migration it is'],
    number: ['operational', 'place among the migrations of its owner'],
    name: ['operational', 'file'],
    sha256: ['operational', 'hash of the file, by which a change is noticed'],
    applied_at: ['operational', 'when it was run'],
  },
};
