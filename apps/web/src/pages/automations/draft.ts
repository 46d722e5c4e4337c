/** An automation while it is being written: each line may still lack something. */
import { AutomationConfig } from '@kept/service-automations/api';

export type Line = Readonly<Record<string, unknown>>;

export interface Draft {
  readonly alias: string;
  readonly mode: AutomationConfig['mode'];
  readonly latitude: string;
  readonly longitude: string;
  readonly triggers: readonly Line[];
  readonly conditions: readonly Line[];
  readonly actions: readonly Line[];
}

export const EMPTY: Draft = {
  ...{ alias: '', mode: 'single', latitude: '', longitude: '' },
  ...{ triggers: [{ trigger: 'state' }], conditions: [], actions: [{ action: 'command' }] },
};

export const draftOf = ({ alias, mode, place, triggers, conditions, actions }: AutomationConfig): Draft => ({
  ...{ alias, mode, triggers, conditions: conditions as readonly Line[], actions: actions as readonly Line[] },
  latitude: place === undefined ? '' : String(place.latitude),
  longitude: place === undefined ? '' : String(place.longitude),
});

export const usesSun = ({ triggers, conditions }: Draft): boolean =>
  triggers.some(({ trigger }) => trigger === 'sun') || JSON.stringify(conditions).includes('"condition":"sun"');

/** Null while it is not complete. Times are by the clock of this browser, or of the one where it was made. */
export function configOf(draft: Draft, zone: string): AutomationConfig | null {
  const { latitude, longitude, alias, mode, triggers, conditions, actions } = draft;
  const place = { latitude: Number(latitude || 'none'), longitude: Number(longitude || 'none') };
  const parsed = AutomationConfig.safeParse({
    ...{ alias, mode, triggers, conditions, actions, time_zone: zone },
    ...(usesSun(draft) && { place }),
  });
  return parsed.success ? (parsed.data as AutomationConfig) : null;
}

export const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A line with this set, or without it where there is nothing. */
export function having(line: Line, key: string, value: unknown): Line {
  const { [key]: _before, ...rest } = line;
  return value === undefined || value === '' || Number.isNaN(value) ? rest : { ...rest, [key]: value };
}

export const numberIn = (typed: string): number | undefined =>
  typed.trim() === '' || !Number.isFinite(Number(typed)) ? undefined : Number(typed);
