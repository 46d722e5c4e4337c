import type { Columns } from '@kept/db';

/** The library's tables, of schema `dbos`, are its own; what gets into them is plain: see plain.ts. */
export const columns: Columns = {
  kept_executor: {
    id: ['operational', 'name of a process'],
    run: ['operational', 'random, one for each start'],
    seen_at: ['operational', 'when it last said that it lives'],
  },
};
