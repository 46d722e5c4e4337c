/** What ends by itself, ends while Kept runs: once an hour and region, whichever process gets to it. */
import type { Instant } from '@kept/base';
import type { Jobs, Workflow } from '@kept/jobs';
import { expire, type Service } from '@kept/kit';
import type { RightsRegion } from '@kept/rights';

/** A few minutes past: full hours are when everything else runs. */
const HOURLY = '7 * * * *';

/** Declares the sweeps; before the jobs are launched. */
export function scheduleRetention(jobs: Jobs, regions: Iterable<RightsRegion>, services: readonly Service[]): void {
  for (const region of regions) {
    const sweep = sweepOf(jobs, region, services);
    jobs.schedule({ name: sweep.name, cron: HOURLY }, sweep);
  }
}

/** One sweep over a region. */
export function sweepOf(
  jobs: Jobs,
  region: RightsRegion,
  services: readonly Service[],
): Workflow<[due: Instant], { keys: number; rows: number }> {
  return jobs.define(`retention-${region.id}`, async (run, _due: Instant) => {
    for (const { declaration, over } of services)
      if (over) await run.step(`over-${declaration.name}`, async () => ({ rows: await over(region) }));
    return run.step('expire', async () => {
      const { keys, rows } = await expire(region, region.holdings);
      return { keys, rows };
    });
  });
}
