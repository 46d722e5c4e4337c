import type { Duration, Instant } from '@kept/base';
import { expire } from '../../expire.ts';
import { keepingOf, plus, rulesOf } from '../../retention.ts';
import { idOf, itemsOf, left, named } from '../look.ts';
import { type Filled, fill, type Given } from '../sample.ts';
import { comesBack, savedRows } from '../saved.ts';
import type { Rule, Trial } from '../trial.ts';

export const expiry: Rule = {
  name: 'what is kept for some time is there for it, and gone after it, backups included',
  async faults(trial) {
    const filled = await fill(trial);
    const ends = await endsOf(trial, filled);
    const saved = await savedRows(trial, filled.person.id);
    const faults: string[] = [];
    for (const at of [...new Set(ends.values())].sort((a, b) => a - b))
      faults.push(...(await aroundEnd(trial, filled, ends, at)));
    faults.push(...(await comesBack(trial, filled.person, saved, [...ends.keys()])));
    return faults;
  },
};

/** When each field ends by itself; those that end with an event are not among them. */
async function endsOf(trial: Trial, { person, given }: Filled): Promise<Map<Given, Instant>> {
  const items = await itemsOf(trial, person);
  const { policy } = trial.service.declaration;
  const ends = new Map<Given, Instant>();
  for (const each of given) {
    const from = items.get(idOf(trial, each))?.collectedAt;
    const periods = rulesOf(policy, each).flatMap(({ until }) =>
      'after' in until && (until.after === 'collection' || until.after === 'last-use') ? [until] : [],
    );
    if (from !== undefined && periods.length > 0) ends.set(each, Math.min(...periods.map((each) => plus(from, each))));
  }
  return together(ends);
}

const MINUTE_MS = 60_000;

/** What was given one after the other ends together: a bucket ends a little early, and half of nothing is no time. */
function together(ends: ReadonlyMap<Given, Instant>): Map<Given, Instant> {
  const latest = (end: Instant) => Math.max(...[...ends.values()].filter((other) => other - end < MINUTE_MS));
  return new Map([...ends].map(([each, end]) => [each, latest(end)]));
}

/** Half way to the moment, and at it. */
async function aroundEnd(
  trial: Trial,
  { person }: Filled,
  ends: ReadonlyMap<Given, Instant>,
  at: Instant,
): Promise<string[]> {
  const { clock } = trial.stage.desks;
  const { policy } = trial.service.declaration;
  const due = [...ends].filter(([, end]) => end === at).map(([each]) => each);
  clock.advance(Math.ceil((at - clock.now()) / 2) as Duration);
  await expire(trial.stage.region);
  const early = await left(trial, person, due);
  clock.advance((at - clock.now()) as Duration);
  await expire(trial.stage.region);
  const late = await left(trial, person, due);
  return [
    ...due
      .filter((each) => !early.includes(each) && !keepingOf(policy, each).purposeEnd)
      .map((each) => `${named(each)} is gone half way to its time`),
    ...late.map((each) => `${named(each)} is held after its time`),
  ];
}
