import { keepingOf } from '../../retention.ts';
import { left, named } from '../look.ts';
import { consentsOf, fill, type Given, setConsents } from '../sample.ts';
import { comesBack, savedRows } from '../saved.ts';
import type { Rule, Trial } from '../trial.ts';

export const withdrawal: Rule = {
  name: 'what is kept until a consent is withdrawn goes with it, backups included, and nothing else does',
  async faults(trial) {
    const faults: string[] = [];
    for (const consent of consentsOf(trial)) {
      const { person, given } = await fill(trial);
      const saved = await savedRows(trial, person.id);
      await setConsents(trial, person, [consent], false);
      const still = await left(trial, person, given);
      const ends = (each: Given): boolean => endsWith(trial, each, consent);
      faults.push(
        ...still.filter(ends).map((each) => `${named(each)} is held after \`${consent}\` was withdrawn`),
        ...given
          .filter((each) => !ends(each) && !still.includes(each))
          .map((each) => `${named(each)} went with \`${consent}\`, on which it does not rest`),
        ...(await comesBack(trial, person, saved, given.filter(ends))),
      );
    }
    return faults;
  },
};

const endsWith = ({ service }: Trial, each: Given, consent: string): boolean =>
  keepingOf(service.declaration.policy, each).consents.includes(consent);
