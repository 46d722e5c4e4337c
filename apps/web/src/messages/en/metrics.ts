import type { Messages } from '../catalogue.ts';

export const metrics: Messages['metrics'] = {
  title: 'Requests of a year',
  lead: 'By right, in the form of 11 CCR 7102 of California. Numbers, nobody.',
  link: 'By year',
  year: 'Year',
  columns: {
    right: 'Right',
    received: 'Received',
    done: 'Done',
    denied: 'Denied',
    withdrawn: 'Withdrawn',
    open: 'Open',
    late: 'Late',
    median: 'Median time',
    mean: 'Mean time',
  },
  ccpa: {
    delete: 'California: delete',
    correct: 'California: correct',
    know: 'California: know',
    'opt-out': 'California: opt out of sale or sharing',
    limit: 'California: limit sensitive data',
  },
  all: 'All together',
  days: (days) => `${days} days`,
  none: 'none',
  save: 'Save as JSON',
  empty: { title: 'No requests in this year', text: 'Once there are some, they are counted here.' },
  note: 'Of everybody, not of Californians alone. Corrections, access, withdrawals and signals of browsers are done at once and are no requests, so they are not among them.',
};
