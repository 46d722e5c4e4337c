/** A visit for somebody's calendar. */
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Store } from './stores.ts';
import { minutesOf } from './times.ts';

export interface Event {
  readonly id: string;
  readonly starts: number;
  readonly now: number;
  /** How often it was moved: a calendar takes the highest. */
  readonly moves: number;
  readonly lang: keyof Store['name'];
}

/** An iCalendar text (RFC 5545): store, address and time, and nothing of the person. */
export function calendarOf(store: Store, { id, starts, now, moves, lang }: Event): string {
  const calendar = ical({ prodId: { company: 'Kept', product: 'Visits' }, method: ICalCalendarMethod.PUBLISH });
  calendar.createEvent({
    id: `${id}@kept`,
    sequence: moves,
    stamp: new Date(now),
    start: new Date(starts),
    end: new Date(starts + minutesOf(store)),
    summary: store.name[lang],
    location: store.address[lang],
  });
  return calendar.toString();
}
