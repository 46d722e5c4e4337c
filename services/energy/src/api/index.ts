/**
 * Energy in the HTTP API.
 *
 * - **Column**: an hour of a day, a day of a month, a month of a year, by the clock of a place. Energy is in kilowatt hours.
 * - **How**: by the device’s own counter, or, where it has none, by its power.
 */
import { Day, endpoint, Instant, Uuid } from '@kept/api';
import { z } from 'zod';

/** Also by a name that it had before: browsers differ in which one they tell. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const Zone = z
  .string()
  .regex(/^[A-Za-z][\w/+-]{0,59}$/)
  .refine(isZone);
const RealDay = Day.refine((day) => {
  const at = new Date(`${day}T00:00:00Z`);
  return day >= '2000' && day < '2100' && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
});
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Price = z.number().min(-10_000).max(1_000_000);
const Energy = z.number();
const Cost = z.number().nullable();

export const Tariff = z.strictObject({
  /** ISO 4217; prices are in it, for a kilowatt hour. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  zone: Zone,
  periods: z
    .array(
      z.strictObject({
        /** The first day on which it holds. */
        from: RealDay,
        price: Price,
        /** Hours with another price; the first that is so counts. `to` may be after midnight. */
        hours: z
          .array(
            z.strictObject({
              days: z.array(z.int().min(1).max(7)).min(1).max(7),
              from: Clock,
              to: Clock,
              price: Price,
            }),
          )
          .max(12),
      }),
    )
    .min(1)
    .max(24),
});
export type Tariff = z.infer<typeof Tariff>;

export const Energies = z.object({
  /** Where each column begins, and where the last ends. */
  edges: z.array(Instant).min(2).max(34),
  /** Null where no tariff held for all that was used. */
  currency: z.string().nullable(),
  kwh: Energy,
  cost: Cost,
  columns: z.array(z.object({ kwh: Energy, cost: Cost })).max(33),
  devices: z
    .array(
      z.object({
        device: Uuid,
        name: z.string().max(200),
        space: z.string().max(20).nullable(),
        how: z.enum(['counter', 'power']),
        /** How often its counter began anew. */
        resets: z.int().min(0),
        kwh: Energy,
        cost: Cost,
        columns: z.array(Energy).max(33),
      }),
    )
    .max(500),
});
export type Energies = z.infer<typeof Energies>;

const Home = z.strictObject({ id: Uuid });
const Query = z.strictObject({ span: z.enum(['day', 'month', 'year']), date: RealDay, zone: Zone });

export const readEnergy = endpoint({
  method: 'GET',
  path: '/api/homes/:id/energy',
  who: 'person',
  summary: 'What devices used in the day, month or year in which a date lies, by hour, day or month, and what it cost.',
  params: Home,
  query: Query,
  answers: { 200: Energies },
});

export const downloadEnergy = endpoint({
  method: 'GET',
  path: '/api/homes/:id/energy/table',
  who: 'person',
  summary: 'The same as CSV (RFC 4180): a line for each column and device.',
  params: Home,
  query: Query,
  answers: { 200: null },
  produces: 'text/csv; charset=utf-8',
});

export const readTariff = endpoint({
  method: 'GET',
  path: '/api/homes/:id/energy/tariff',
  who: 'person',
  summary: 'What a kilowatt hour costs in a home; null where nobody has said.',
  params: Home,
  answers: { 200: z.object({ tariff: Tariff.nullable() }) },
});

export const setTariff = endpoint({
  method: 'PUT',
  path: '/api/homes/:id/energy/tariff',
  who: 'person',
  summary: 'Says what a kilowatt hour costs, for everybody who lives there.',
  params: Home,
  body: Tariff,
  answers: { 204: null },
});

export const clearTariff = endpoint({
  method: 'DELETE',
  path: '/api/homes/:id/energy/tariff',
  who: 'person',
  summary: 'Takes the tariff back, for everybody who lives there.',
  params: Home,
  answers: { 204: null },
});
