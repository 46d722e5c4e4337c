/** The library's conditions as SQL. A sealed field answers to equality alone, by its keyed hash. */
import { SealedField } from './errors.ts';
import { blindOf, column, type Model } from './schema.ts';
import { type Sealing, textOf } from './sealing.ts';

export interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly value: unknown;
  readonly connector?: string;
  readonly mode?: string;
}

const COMPARE: Readonly<Record<string, string>> = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' };
const LIKE: Readonly<Record<string, (text: string) => string>> = {
  contains: (text) => `%${text}%`,
  starts_with: (text) => `${text}%`,
  ends_with: (text) => `%${text}`,
};
const BY_HASH = new Set(['eq', 'ne', 'in']);

/**
 * ` where …` with `$n` for the values, which are appended to `args`; empty for no condition. All `AND` conditions hold,
 * and at least one of the `OR` conditions. Throws `IDENTITY_SEALED_FIELD`.
 */
export function whereClause(sealing: Sealing, model: Model, where: readonly Condition[], args: unknown[]): string {
  const all: string[] = [];
  const any: string[] = [];
  for (const each of where) (each.connector === 'OR' ? any : all).push(condition(sealing, model, each, args));
  if (any.length > 0) all.push(`(${any.join(' or ')})`);
  return all.length === 0 ? '' : ` where ${all.join(' and ')}`;
}

function condition(
  sealing: Sealing,
  model: Model,
  { field, operator, value, mode }: Condition,
  args: unknown[],
): string {
  const place = (arg: unknown): string => `$${args.push(arg)}`;
  if (model.sealed.has(field)) {
    if (model.blinds[field] === undefined || !BY_HASH.has(operator)) throw new SealedField(model.name, field, operator);
    const hash = (one: unknown) => sealing.blind(model, field, one);
    return compare(column(blindOf(field)), operator, Array.isArray(value) ? value.map(hash) : hash(value), place);
  }
  if (model.kept.has(field)) {
    if (operator !== 'eq') throw new SealedField(model.name, field, operator);
    return compare(column(field), operator, sealing.digest(model, field, value), place);
  }
  if (mode === 'insensitive' && typeof value === 'string')
    return compare(`lower(${column(field)})`, operator, value.toLowerCase(), place);
  return compare(column(field), operator, value, place);
}

function compare(left: string, operator: string, value: unknown, place: (arg: unknown) => string): string {
  if (value === null) return `${left} is ${operator === 'ne' ? 'not ' : ''}null`;
  if (operator === 'in') return `${left} = any(${place(value)})`;
  if (operator === 'not_in') return `${left} <> all(${place(value)})`;
  const like = LIKE[operator];
  if (like) return `${left} like ${place(like(textOf(value).replace(/[\\%_]/g, '\\$&')))}`;
  return `${left} ${COMPARE[operator] ?? '='} ${place(value)}`;
}
