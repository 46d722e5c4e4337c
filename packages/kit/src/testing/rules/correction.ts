import { correctItem } from '@kept/api';
import { idOf, named, refusalOf, seen } from '../look.ts';
import { canariesOf, type Filled, fill, type Given } from '../sample.ts';
import type { Rule, Trial } from '../trial.ts';

export const correction: Rule = {
  name: 'the person corrects what the declaration lets them correct, and nothing else',
  async faults(trial) {
    const filled = await fill(trial);
    const faults: string[] = [];
    for (const holding of trial.stage.region.holdings)
      for (const each of filled.given.filter(({ resource }) => resource === holding.resource))
        faults.push(
          ...(await (holding.correctable.includes(each.field)
            ? corrected(trial, filled, each)
            : untouched(trial, filled, each))),
        );
    return faults;
  },
};

async function corrected(trial: Trial, { person }: Filled, each: Given): Promise<string[]> {
  const item = idOf(trial, each);
  const value = each.own
    ? canariesOf(trial, each.resource).find(([field]) => field === each.field)![1].value
    : 'corrected';
  const { error } = await refusalOf(trial.stage.call(correctItem, { person, body: { item, value } }));
  if (error) return [`${named(each)} is not corrected: ${error.code}`];
  return (await seen(trial, person, item)) === value ? [] : [`${named(each)} is not what it was corrected to`];
}

async function untouched(trial: Trial, { person }: Filled, each: Given): Promise<string[]> {
  const body = { item: idOf(trial, each), value: 'corrected' };
  const { error } = await refusalOf(trial.stage.call(correctItem, { person, body }));
  return error ? [] : [`${named(each)} was corrected, and is not declared to be correctable`];
}
