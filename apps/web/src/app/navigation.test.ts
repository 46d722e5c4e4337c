import { expect, test } from 'vitest';
import { consolePlaces, placesFor } from './navigation.ts';

test('a place that the role may not go to is not shown', () => {
  const hidden = (role: 'owner' | 'officer' | 'agent' | 'auditor'): string[] => {
    const shown = new Set(placesFor(consolePlaces, role));
    return consolePlaces.flatMap((place) => (shown.has(place) ? [] : [place.to]));
  };
  expect(hidden('owner')).toEqual([]);
  expect(hidden('officer')).toEqual([]);
  expect(hidden('agent')).toEqual(['/console/outbox', '/console/connectors']);
  expect(hidden('auditor')).toEqual(['/console/outbox', '/console/booking', '/console/community']);
});
