/** Where a period is counted: by which clock a day ends, and which days are worked. */
import { CALENDARS, type CalendarId } from './calendar.ts';

/** A time zone by its IANA name and a calendar of working days. */
export interface Place {
  readonly zone: string;
  readonly calendar: CalendarId;
}

/** Of a country, or of a part of one: the zone in which its days end first. */
const ZONES: Readonly<Record<string, string>> = {
  ...{ AT: 'Europe/Vienna', BE: 'Europe/Brussels', BG: 'Europe/Sofia', HR: 'Europe/Zagreb', CY: 'Asia/Nicosia' },
  ...{ CZ: 'Europe/Prague', DK: 'Europe/Copenhagen', EE: 'Europe/Tallinn', FI: 'Europe/Helsinki' },
  ...{ FR: 'Europe/Paris', DE: 'Europe/Berlin', GR: 'Europe/Athens', HU: 'Europe/Budapest', IS: 'Atlantic/Reykjavik' },
  ...{ IE: 'Europe/Dublin', IT: 'Europe/Rome', LV: 'Europe/Riga', LI: 'Europe/Vaduz', LT: 'Europe/Vilnius' },
  ...{ LU: 'Europe/Luxembourg', MT: 'Europe/Malta', NL: 'Europe/Amsterdam', NO: 'Europe/Oslo', PL: 'Europe/Warsaw' },
  ...{ PT: 'Europe/Lisbon', RO: 'Europe/Bucharest', SK: 'Europe/Bratislava', SI: 'Europe/Ljubljana' },
  ...{ ES: 'Europe/Madrid', SE: 'Europe/Stockholm' },
  ...{ CN: 'Asia/Shanghai', RU: 'Asia/Kamchatka', US: 'America/New_York', 'US-CA': 'America/Los_Angeles' },
};

/** In which a day ends before it does anywhere else. */
const FIRST_ZONE = 'Pacific/Kiritimati';

/**
 * Of people who live in one of these (ISO 3166; `*` is anywhere). Of several countries, or of one that is not known here,
 * whichever zone and calendar end a period first.
 */
export function placeOf(residences: readonly string[]): Place {
  const [only] = residences;
  if (residences.length === 1 && only! in ZONES) return { zone: ZONES[only!]!, calendar: only as CalendarId };
  const european = residences.length > 0 && residences.every((each) => CALENDARS.EEA!.countries?.includes(each));
  return european ? { zone: 'Europe/Athens', calendar: 'EEA' } : { zone: FIRST_ZONE, calendar: '*' };
}
