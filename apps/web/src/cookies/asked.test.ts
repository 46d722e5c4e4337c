import type { NoticeCookie } from '@kept/api';
import { expect, it } from 'vitest';
import { askedOf, grantedOf, revisionOf, signalOf } from './asked.ts';

const cookie = (id: string, use: NoticeCookie['use'], consent?: string): NoticeCookie => ({
  ...{ id, use, label: id, party: 'first', why: id, clause: '3' },
  ...(consent !== undefined && { consent }),
});
const cookies = [
  cookie('session', 'necessary'),
  cookie('ads', 'advertising', 'ads'),
  cookie('theme', 'preferences', 'preferences'),
  cookie('count', 'statistics', 'statistics'),
];

it('asks about each use that needs a yes, and not about what a signal has answered', () => {
  expect(askedOf({ cookies }, false).map(({ use }) => use)).toEqual(['preferences', 'statistics', 'advertising']);
  expect(askedOf({ cookies }, true).map(({ use }) => use)).toEqual(['preferences']);
  expect(askedOf({ cookies: [] }, false)).toEqual([]);
  expect(askedOf({ cookies: [cookie('theme', 'preferences')] }, false)).toEqual([]);
});

it('takes as granted only what the policy names and asks nobody about', () => {
  expect([...grantedOf({ cookies })]).toEqual(['necessary']);
  expect([...grantedOf({ cookies: [] })]).toEqual([]);
});

it('asks again when what is asked changes, and for nothing else', () => {
  const before = revisionOf({ cookies });
  expect(revisionOf({ cookies: cookies.map((each) => ({ ...each, why: 'told better' })).toReversed() })).toBe(before);
  expect(revisionOf({ cookies: cookies.slice(1) })).not.toBe(before);
  expect(revisionOf({ cookies: [...cookies.slice(0, 3), cookie('count', 'advertising', 'statistics')] })).not.toBe(
    before,
  );
});

it('hears the signal only where the browser says so itself', () => {
  expect([signalOf({}), signalOf({ globalPrivacyControl: false }), signalOf({ globalPrivacyControl: true })]).toEqual([
    false,
    false,
    true,
  ]);
});
