import { expect, test } from 'vitest';
import { consolePlaces, placesFor } from './navigation.ts';

test('a place that the role may not go to is not shown', () => {
  const hidden = (role: 'owner' | 'officer' | 'agent' | 'auditor'): string[] => {
    const shown = new Set(placesFor(consolePlaces, role));
    return consolePlaces.flatMap((place) => (shown.has(place) ? [] : [place.name]));
  };
  expect(hidden('owner')).toEqual([]);
  expect(hidden('officer')).toEqual([]);
  expect(hidden('agent')).toEqual(['outbox', 'connectors']);
  expect(hidden('auditor')).toEqual(['outbox']);
});
