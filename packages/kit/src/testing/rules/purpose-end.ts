import { keepingOf } from '../../retention.ts';
import { left, named } from '../look.ts';
import { fill } from '../sample.ts';
import type { Rule } from '../trial.ts';

export const purposeEnd: Rule = {
  name: 'what is kept for a purpose goes when the purpose is over',
  async faults(trial) {
    const { policy } = trial.service.declaration;
    const { person, given, over } = await fill(trial);
    const ends = given.filter((each) => keepingOf(policy, each).purposeEnd);
    if (ends.length === 0) return [];
    await over();
    return (await left(trial, person, ends)).map((each) => `${named(each)} is held although its purpose is over`);
  },
};
