/** What a home has used, added up for one person, as far as they may look. */
import {
  type Device,
  energyOf,
  type Household,
  type Runtime,
  spaceOf,
  type Told,
  type View,
} from '@kept/service-devices';
import type { Energies } from './api/index.ts';
import { columnsOf, type Span, type Stretches, stretchesOf } from './calendar.ts';
import { lineOf, ofCounter, ofPower } from './consumption.ts';
import type { Tariff } from './tariff.ts';

const KEYS = ['energy', 'power'] as const;
/** What a kilowatt hour, and a watt, is of what the device counts in; its unit is the model’s. */
const KWH: Readonly<Record<string, number>> = { Wh: 1e-3, kWh: 1, MWh: 1_000 };
const WATTS: Readonly<Record<string, number>> = { mW: 1e-3, W: 1, kW: 1_000 };

export interface Asking {
  readonly span: Span;
  readonly date: string;
  readonly zone: string;
}

/** `seen`: the devices whose past they may see. Throws GATE_REFUSED. */
export async function accountOf(
  runtime: Runtime,
  household: Household,
  view: View,
  seen: readonly Device[],
  { span, date, zone }: Asking,
  tariff: Tariff | null,
): Promise<Energies> {
  const columns = columnsOf(span, date, zone);
  const stretches = stretchesOf(columns, tariff);
  const told = await energyOf(runtime, household, view, {
    devices: new Set(seen.map(({ id }) => id)),
    ...{ keys: KEYS, from: columns[0]! },
  });
  const now = runtime.region.clock.now();
  const devices = seen
    .flatMap((device) => {
      const used = usedBy(device, told.get(device.id) ?? [], stretches.edges, now);
      if (!used) return [];
      const { id, description } = device;
      return [{ device: id, name: description.name, space: spaceOf(device) ?? null, ...used }];
    })
    .map(({ used, ...rest }) => ({ ...rest, ...addUp(used, stretches, columns.length - 1) }))
    .toSorted((a, b) => b.kwh - a.kwh);
  const sums = Array.from({ length: columns.length - 1 }, (_, i) => ({
    kwh: sum(devices.map((each) => each.columns[i]!.kwh)),
    cost: costs(devices.map((each) => each.columns[i]!.cost)),
  }));
  return {
    edges: [...columns],
    currency: tariff?.currency ?? null,
    kwh: sum(devices.map(({ kwh }) => kwh)),
    cost: tariff && costs(devices.map(({ cost }) => cost)),
    columns: sums.map(({ kwh, cost }) => ({ kwh, cost: tariff && cost })),
    devices: devices.map((each) => ({ ...each, columns: each.columns.map(({ kwh }) => kwh) })),
  };
}

/** By its counter; by its power only where it has told no counter. Null where it tells neither. */
function usedBy({ description }: Device, told: readonly Told[], edges: Float64Array, now: number) {
  const scale = (key: string, units: Readonly<Record<string, number>>): number =>
    units[description.features.find(({ name }) => name === key)?.unit ?? ''] ?? 1;
  const line = (key: string, units: Readonly<Record<string, number>>) =>
    lineOf(
      told.filter((each) => each.key === key),
      scale(key, units),
    );
  const counter = line('energy', KWH);
  if (counter.at.length > 0) return { how: 'counter' as const, ...ofCounter(counter, edges) };
  const power = line('power', WATTS);
  if (power.at.length === 0) return null;
  return { how: 'power' as const, used: ofPower(power, edges, now), resets: 0 };
}

/** A column costs nothing that can be told where there was no price for some of what was used in it. */
function addUp(used: Float64Array, { columns, prices }: Stretches, count: number) {
  const all = Array.from({ length: count }, () => ({ kwh: 0, cost: 0 as number | null }));
  for (const [i, kwh] of used.entries()) {
    const column = all[columns[i]!]!;
    const price = prices[i]!;
    column.kwh += kwh;
    if (kwh !== 0) column.cost = column.cost === null || price === null ? null : column.cost + kwh * price;
  }
  return { kwh: sum(all.map(({ kwh }) => kwh)), cost: costs(all.map(({ cost }) => cost)), columns: all };
}

/** To a thousandth of a watt hour: the rest is the arithmetic’s. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
const sum = (values: readonly number[]): number => round(values.reduce((all, each) => all + each, 0));
const costs = (values: readonly (number | null)[]): number | null =>
  values.some((each) => each === null) ? null : sum(values as readonly number[]);
