import { fill } from '../sample.ts';
import type { Rule } from '../trial.ts';
import { isTelling } from '../values.ts';

/** Written in the clear on purpose: a search that does not find it finds nothing. */
const CONTROL = 'this control is written in the clear';
const SEEN = ['heap', 'wal', 'public.conformance_control'];

export const sealed: Rule = {
  name: 'no value can be read on the disk of either database',
  async faults(trial) {
    const { disk, pool } = trial.stage;
    const { given, secrets } = await fill(trial);
    const needles = new Map<string, string>(Object.entries(secrets));
    for (const { resource, field, canary } of given)
      if (canary && isTelling(canary)) needles.set(`${resource}.${field}`, canary.needle);
    await pool.query('create table if not exists conformance_control (text text)');
    // More than once: the log is cut into pages, and one of them may end within it.
    for (let i = 0; i < 3; i++) await pool.query('insert into conformance_control values ($1)', [CONTROL]);
    const found = await disk.find({ ...Object.fromEntries(needles), control: CONTROL });
    const seen = found.filter(({ name }) => name === 'control').map(({ place }) => place);
    return [
      ...SEEN.filter((place) => !seen.includes(place)).map((place) => `the search sees nothing in ${place}`),
      ...found.filter(({ name }) => name !== 'control').map(({ name, place }) => `\`${name}\` can be read in ${place}`),
    ];
  },
};
