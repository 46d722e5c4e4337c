/** Readings as they come, for one person, for as long as they may see them. */
import type { Membership } from '@kept/service-spaces';
import type { Household } from './household.ts';
import { LOGGED } from './ingest.ts';
import type { News } from './live.ts';
import type { Runtime } from './runtime.ts';
import { lookOn, spaceOf } from './viewer.ts';

/** A permit is good for half a minute, and so is a look at what comes after it. */
const RENEW_MS = 25_000;
const WAITING_MAX = 1_000;

/** Server-sent events; the first says that it has begun. */
export async function* readings(runtime: Runtime, first: Membership, household: Household): AsyncGenerator<string> {
  const waiting: News[] = [];
  let [own, over] = [first, false];
  let wake = () => {};
  const leave = runtime.live.add({
    home: household.home,
    tell(news) {
      if (waiting.length < WAITING_MAX) waiting.push(news);
      wake();
    },
    async renewed() {
      const now = await runtime.members.find(household.home, first.person);
      if (!now || !seesAnything(runtime, now, household)) return false;
      own = now;
      return true;
    },
    end() {
      over = true;
      waiting.length = 0;
      wake();
    },
  });
  try {
    yield 'event: begun\ndata: {}\n\n';
    for (;;) {
      const renewAt = runtime.region.clock.now() + RENEW_MS;
      while (!over && runtime.region.clock.now() < renewAt) {
        const next = waiting.shift();
        if (next) {
          const event = eventOf(runtime, own, household, next);
          if (event) yield event;
          continue;
        }
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        const timer = setTimeout(resolve, Math.max(1, renewAt - runtime.region.clock.now()));
        await promise;
        clearTimeout(timer);
      }
      if (over || !seesAnything(runtime, own, household)) return;
      await lookOn(runtime, own, household);
      yield ': still here\n\n';
    }
  } finally {
    leave();
  }
}

/** In some space at least, at this hour. */
export const seesAnything = (runtime: Runtime, own: Membership, household: Household): boolean =>
  runtime.members.may(own, 'see') ||
  [...household.devices.values()].some((each) => runtime.members.may(own, 'see', spaceOf(each)));

function eventOf({ members }: Runtime, own: Membership, household: Household, { device, points }: News): string | null {
  const found = household.devices.get(device);
  // Asked for each: an hour may have ended since the last.
  if (!found || !members.may(own, 'see', spaceOf(found))) return null;
  const readings = points.filter(({ key }) => !LOGGED.has(key) || key === 'availability');
  return readings.length === 0 ? null : `data: ${JSON.stringify({ device, readings })}\n\n`;
}
