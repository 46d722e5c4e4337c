import type { Columns } from '@kept/db';

export const columns: Columns = {
  'policy.version': {
    id: ['operational', 'the version'],
    hash: ['operational', 'of its manifest'],
    manifest: ['operational', 'the policy itself, which is published'],
    state: ['operational', 'how far its publication is'],
    drafted_at: ['operational', 'when it was handed in'],
    reviewed_at: ['operational', 'when an operator approved of it'],
    notified_at: ['operational', 'when everybody concerned had been told'],
    wanted_at: ['operational', 'from when it is to hold at the earliest'],
    effective_at: ['operational', 'from when it holds'],
  },
};
