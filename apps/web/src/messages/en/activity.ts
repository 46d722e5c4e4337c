import type { Messages } from '../catalogue.ts';
import { inner } from './words.ts';

export const activity: Messages['activity'] = {
  title: 'Activity',
  lead: 'Every use of your data, and every use that was stopped. You can verify each of them yourself.',
  show: 'Show only',
  shows: { all: 'All', shared: 'Handed over', refused: 'Stopped', mine: 'By me' },
  nothing: { title: 'Nothing here yet', text: 'Each use will show here.' },
  by: (actor, service) => (actor === service ? actor : `${actor}, ${service}`),
  sentences: {
    used: (fields, purpose) => `${fields}, for ${inner(purpose)}`,
    collected: (fields, purpose) => `${fields}, collected for ${inner(purpose)}`,
    shared: (fields, who, purpose) => `${fields}, given to ${who} for ${inner(purpose)}`,
    refused: (fields, purpose) => `${fields}, wanted for ${inner(purpose)}`,
    refusedTo: (fields, who, purpose) => `${fields}, wanted by ${who} for ${inner(purpose)}`,
    consent: (purpose) => `Consent: ${purpose}`,
    andMore: (fields, count) => `${fields} and more, ${count} in all`,
  },
  facts: {
    when: 'When',
    who: 'Who',
    service: 'Service',
    purpose: 'Purpose',
    fields: 'Data',
    to: 'Went to',
    outcome: 'Outcome',
    reason: 'Reason',
    entry: 'Ledger entry',
  },
  explain: {
    ask: 'Ask why',
    title: 'Why it was decided so',
    under: (purpose, clause) => `for ${purpose}, under §${clause}`,
    checks: 'Checked step by step',
    change: 'What would change it',
  },
  verify: {
    go: 'Verify this entry',
    verified: 'Verified in your browser',
    place: (entry, size, origin) => `Entry **${entry}** of ${size} in ledger ${origin}: in its place, unchanged.`,
    keyKnown: 'The signing key is the one this browser has seen before.',
    keyFirst: 'This browser sees this key for the first time and has noted it. You will be told if it ever changes.',
    original: 'See the checkpoint',
    wrong: 'This does not verify',
    faults: {
      malformed: 'The proof is not well formed.',
      signature: 'The checkpoint was not signed by this key.',
      inclusion: 'The entry is not at that place in the ledger.',
      unsupported: 'This browser cannot check such signatures. Try a newer one.',
      key: 'The signing key differs from the one seen before. Tell us, or compare the key elsewhere.',
    },
  },
};
