import type { ActivityEntry } from '@kept/gate';
import { named } from '../look.ts';
import { fill, type Given } from '../sample.ts';
import type { Rule, Trial } from '../trial.ts';

const ENTRIES = 1_000;

export const recorded: Rule = {
  name: 'what is held was collected by a decision of the policy, which is in the ledger',
  async faults(trial) {
    const { person, given } = await fill(trial);
    const entries = await trial.stage.region.gate.activity(person.id, { limit: ENTRIES });
    return given
      .filter((each) => !entries.some((entry) => collects(trial, entry, each)))
      .map((each) => `${named(each)} is held without a decision to collect it under \`${each.collection}\``);
  },
};

const collects = ({ service }: Trial, entry: ActivityEntry, { field, collection }: Given): boolean =>
  entry.kind === 'decision' &&
  entry.action === 'collect' &&
  entry.outcome === 'permit' &&
  entry.service === service.declaration.name &&
  entry.collection === collection &&
  entry.fields.includes(field);
