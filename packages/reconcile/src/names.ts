import type { Manifest } from '@kept/policy';

/** Something that the manifest says a clause takes or gives away: a fact that the clause has to name. */
export interface Claim {
  readonly path: string;
  readonly clause: string;
  readonly field: string;
}

/** What the text may call a field, in its own language. */
export function wordsOf(manifest: Manifest, field: string): readonly string[] {
  const { label, named } = manifest.fields[field]!;
  return [label[manifest.language], ...(named ?? [])];
}

/** A word in brackets after a group: `customer (telephone)` is the telephone that stands among others in these brackets. */
const MEMBER = /^(.+?) ?\((.+)\)$/;

/** The group and the member of a plain word of that form. */
export function memberOf(word: string): { readonly group: string; readonly word: string } | undefined {
  const [, group, member] = MEMBER.exec(word) ?? [];
  return group === undefined ? undefined : { group, word: member! };
}

/** Every claim that a clause names a field: where it is declared, where a row takes it, where a recipient gets it. */
export function claimsOf(manifest: Manifest): Claim[] {
  const rows = Object.entries(manifest.collections).flatMap(([id, { required, optional, clause }]) =>
    [...required, ...optional].map((field) => ({ path: `/collections/${id}/${field}`, clause, field })),
  );
  const given = Object.entries(manifest.recipients).flatMap(([id, { fields, clause }]) =>
    fields.map((field) => ({ path: `/recipients/${id}/${field}`, clause, field })),
  );
  const declared = Object.entries(manifest.fields).map(([field, { clause }]) => ({
    path: `/fields/${field}`,
    clause,
    field,
  }));
  return [...declared, ...rows, ...given];
}

/**
 * The fields that a phrase of a clause may mean: those that something of this clause touches. A clause that nothing
 * touches (a promise, a definition) may speak of any.
 */
export function fieldsByClause(manifest: Manifest): (clause: string) => readonly string[] {
  const all = new Map<string, Set<string>>();
  const add = (clause: string, fields: readonly string[]): void => {
    const known = all.get(clause) ?? new Set();
    all.set(clause, known);
    for (const field of fields) known.add(field);
  };
  for (const { clause, field } of claimsOf(manifest)) add(clause, [field]);
  for (const { clause, fields } of Object.values(manifest.purposes)) add(clause, fields);
  const every = Object.keys(manifest.fields);
  return (clause) => (all.has(clause) ? [...all.get(clause)!] : every);
}

/** Clauses that take data or give it away: in these every item of a list is accounted for. */
export const dataClauses = (manifest: Manifest): ReadonlySet<string> =>
  new Set(claimsOf(manifest).map(({ clause }) => clause));

/** Whether a path is one of a pattern's. A `*` stands for any one step. */
export function fits(pattern: string, path: string): boolean {
  const steps = path.split('/');
  const wanted = pattern.split('/');
  return wanted.length === steps.length && wanted.every((step, i) => step === '*' || step === steps[i]);
}
