import type { Columns } from '@kept/db';

export const columns: Columns = {
  'gate.tally': {
    hour: ['operational', 'whose decisions are counted'],
    recipient: ['operational', 'party of the policy, or none'],
    permitted: ['operational', 'how many, of nobody in particular'],
    refused: ['operational', 'how many'],
    undecided: ['operational', 'how many'],
  },
};
