import { idOf, itemsOf, named, seen } from '../look.ts';
import { fill } from '../sample.ts';
import type { Rule } from '../trial.ts';

export const access: Rule = {
  name: 'the person sees every field that is held, with its clause, and its value when they ask',
  async faults(trial) {
    const { policy, name } = trial.service.declaration;
    const { person, given } = await fill(trial);
    const items = await itemsOf(trial, person);
    const faults: string[] = [];
    for (const each of given) {
      const item = items.get(idOf(trial, each));
      if (!item) {
        faults.push(`${named(each)} is held, and not shown`);
        continue;
      }
      if (!(item.clause in policy.clauses)) faults.push(`${named(each)} is shown without a clause of the policy`);
      if (item.collection.id !== each.collection) faults.push(`${named(each)} is shown under another row`);
      if (item.revealable !== (each.canary !== null))
        faults.push(`${named(each)} can be revealed, or not, as it should`);
      const value = each.canary && (await seen(trial, person, item.id));
      if (each.canary && value !== each.canary.value) faults.push(`${named(each)} is not revealed as it was given`);
    }
    const known = new Set(given.map((each) => idOf(trial, each)));
    const strays = [...items.values()].filter(({ id, service }) => service.id === name && !known.has(id));
    return [...faults, ...strays.map(({ field }) => `\`${field}\` is shown, and nothing of it was given`)];
  },
};
