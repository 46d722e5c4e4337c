import type { Messages } from '../catalogue.ts';
import { inner, plural } from './words.ts';

export const who: Messages['who'] = {
  title: 'Who has it',
  lead: (days, fields, purposes, parties) =>
    `In the past ${plural(days, 'day')}, ${plural(fields, 'kind')} of your data served ${plural(purposes, 'purpose')} and went to ${
      parties === 0 ? '**nobody**' : `**${plural(parties, 'company', 'companies')}**`
    }. `,
  noneAbroad: 'Nothing left the country.',
  abroad: (what, where) => `Only **${inner(what)}** went abroad, to ${where}.`,
  save: 'Save the receipts',
  fileName: 'receipts.json',
  nothing: { title: 'Not used in this time', text: 'Each use and each hand-over will show here.' },
  picture: {
    label: 'Flow picture: data, purposes, recipients and regions',
    fields: 'Data',
    purposes: 'Purpose',
    destinations: 'Recipient and place',
    inside: 'at home',
    outside: 'abroad',
    own: (brand) => `${brand} itself`,
    rest: (count) => `${count} more kinds`,
  },
  narrow: {
    label: 'Show only',
    abroad: 'Only abroad',
    sensitive: 'Only sensitive',
    period: (days) => (days === 365 ? 'A year' : `${days} days`),
    hint: 'Press any name to see only what concerns it; thickness is how often',
  },
  receipts: {
    title: 'Receipts',
    titleOf: (label) => `Receipts: ${label}`,
    count: (count) => `${plural(count, 'receipt')}; you can verify each yourself`,
    none: 'Nothing was handed over, so there is no receipt.',
    gave: (fields, purpose) => `${fields}, for ${inner(purpose)}.`,
    refused: (fields, purpose) => `${fields}, wanted for ${inner(purpose)}.`,
    stopped: 'stopped',
    failed: 'not delivered',
    rest: (count) => `${count} more`,
  },
  summary: {
    everything: 'Everything',
    within: (days) => (days === 365 ? 'In a year' : `In ${days} days`),
    used: (count) => `used ${plural(count, 'time')}`,
    forWhat: 'For',
    toWhom: 'Given to',
    nobody: 'nobody',
    where: 'Been to',
    only: (place) => `${place} only`,
    stopped: 'Stopped',
    stoppedTimes: (count, purpose) => `${plural(count, 'time')}: ${inner(purpose)}`,
    consents: 'Manage consents',
    life: 'See each use',
    onList: 'Nowhere off the list',
    onListText: (days) =>
      `Every connection to the outside in these ${plural(days, 'day')} is on the list in the notice.`,
  },
  parties: {
    title: 'Who may receive something',
    received: 'Received',
    never: 'never',
    times: (count) => plural(count, 'time'),
  },
};
