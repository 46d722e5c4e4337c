import type { Service } from './service.ts';

/**
 * What can be told of a service from its declaration alone, a sentence for each fault: every field of the rows it serves
 * has a holder or a note in the declaration, no two resources hold one field unless each keeps many rows of it, and every
 * route says who may call it.
 */
export function declarationProblems({ declaration, tables, routes }: Service): string[] {
  const { policy, serves, elsewhere = {} } = declaration;
  const held = new Map<string, string>();
  const problems: string[] = [];
  for (const [name, table] of Object.entries(tables)) {
    for (const field of Object.values(table.sealed).flatMap((column) => column.fields)) {
      const other = held.get(field);
      const [one, two] = [other, name].map((id) => declaration.resources[id ?? '']?.rows);
      if (other && (one !== 'many' || two !== 'many'))
        problems.push(`\`${field}\` is held by \`${other}\` and \`${name}\``);
      held.set(field, name);
    }
  }
  for (const id of serves) {
    const row = policy.collections[id]!;
    for (const field of [...row.required, ...row.optional]) {
      if (!held.has(field) && !(field in elsewhere)) problems.push(`\`${field}\` of \`${id}\` has no place`);
    }
  }
  for (const field of Object.keys(elsewhere)) {
    if (held.has(field)) problems.push(`\`${field}\` is said to be elsewhere, and is held by \`${held.get(field)}\``);
  }
  const seen = new Set<string>();
  for (const { endpoint } of routes) {
    const place = `${endpoint.method} ${endpoint.path}`;
    if (seen.has(place)) problems.push(`${place} is declared twice`);
    seen.add(place);
  }
  return problems;
}
