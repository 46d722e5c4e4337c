import type { Spot } from './near.ts';

/** One decimal of a degree: about eleven kilometres. */
const coarse = (degrees: number): number => Math.round(degrees * 10) / 10;

/** Asks the browser once, and rounds. Null where it does not say. */
export const whereNow = (): Promise<Spot | null> =>
  new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coarse(coords.latitude), longitude: coarse(coords.longitude) }),
      () => resolve(null),
      { enableHighAccuracy: false, timeout: 10_000, maximumAge: 600_000 },
    );
  });
