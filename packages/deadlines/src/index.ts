/**
 * When something has to be done.
 *
 * - **Place**: by which clock a day ends, and which days are worked. **Calendar**: of a country, as far as it is decreed.
 * - **Rule**: what one regime (a law, the policy) asks for. **Regimes at once**: the strictest holds, duties add up.
 * - **Certain**: every day that was counted is known. If not, the deadline given is the earliest that it can be.
 * - **Reminder**, **escalation**: moments before a deadline.
 *
 * Pure: no clock, no I/O.
 */
export { type CalendarId, type DayKind, dayKind, knownUntil } from './calendar.ts';
export { type Counting, type Due, dueAfter, NotAPeriod, type Pause } from './due.ts';
export { type Place, placeOf } from './place.ts';
export { type Rule, rulesFor } from './regime.ts';
export { type Reminder, remindersOf } from './reminders.ts';
export { type Course, type Deadlines, type Duty, deadlinesOf, extend, NotExtendable } from './together.ts';
