/** The way of a version from its review into force, as durable work: everybody is told, then it is settled, then it holds. */
import { type Clock, type Instant, uuidOf } from '@kept/base';
import type { Jobs } from '@kept/jobs';
import type { Lang, Program } from '@kept/policy';
import { policyChanges } from '@kept/recipients';
import type { RightsRegion } from '@kept/rights';
import type { Version, Versions } from '@kept/versions';

export interface Publication {
  /** Begins to tell everybody; it holds from `wanted` at the earliest. Throws VERSIONS_*. */
  begin(id: string, wanted: Instant): Promise<Version>;
  /** Takes up what a process began that died before its work was on disk. */
  resume(): Promise<void>;
  /** How many people were told of each version. */
  told(): Promise<ReadonlyMap<string, number>>;
}

export interface PublicationOptions {
  readonly jobs: Jobs;
  readonly versions: Versions;
  readonly regions: ReadonlyMap<string, RightsRegion>;
  readonly clock: Clock;
  /** Address of the person's pages. */
  readonly origin: string;
}

/** Declares the work; before the jobs are launched. */
export function openPublication({ jobs, versions, regions, clock, origin }: PublicationOptions): Publication {
  /** Tells all of a region who were not told yet, one after the other: what was cut short goes on where it was. */
  const tell = async (region: string, version: string): Promise<number> => {
    const { subjects, identity } = regions.get(region)!;
    const { program, wantedAt } = await versions.version(version);
    const notice = { program, from: wantedAt ?? clock.now(), origin };
    let count = 0;
    for await (const people of subjects.everybody())
      for (const person of await subjects.untold(version, people)) {
        await subjects.noteTold(person, version, await tellOne(identity, versions.program(), notice, person));
        count++;
      }
    return count;
  };
  const workflow = jobs.define('policy-publication', async (run, id: string) => {
    for (const region of regions.keys()) await run.step(`tell-${region}`, () => tell(region, id));
    const effectiveAt = await run.step('publish', async () => (await versions.publish(id)).effectiveAt!);
    await run.sleepUntil(effectiveAt);
    // Whoever joined meanwhile did so under the version before.
    for (const region of regions.keys()) await run.step(`tell-late-${region}`, () => tell(region, id));
  });
  return {
    async begin(id, wanted) {
      const version = await versions.announce(id, wanted);
      await jobs.start(workflow, id, id);
      return version;
    },
    async resume() {
      for (const { id, state } of await versions.list()) if (state === 'notified') await jobs.start(workflow, id, id);
    },
    async told() {
      const sums = new Map<string, number>();
      for (const { subjects } of regions.values())
        for (const [id, n] of await subjects.countTold()) sums.set(id, (sums.get(id) ?? 0) + n);
      return sums;
    },
  };
}

interface Notice {
  readonly program: Program;
  readonly from: Instant;
  readonly origin: string;
}

/** By the channels that the version in force names, for that is what the person was promised. */
async function tellOne(
  identity: RightsRegion['identity'],
  { manifest }: Program,
  { program, from, origin }: Notice,
  person: string,
): Promise<readonly string[]> {
  const { channels } = manifest.changes;
  const message = (lang: Lang) =>
    policyChanges(lang, {
      title: program.manifest.title[lang],
      from: new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(from),
      url: `${origin}/changes`,
    });
  const by = channels.includes('email') ? (['email'] as const) : [];
  // The same for the same person and version, so that nobody is written to twice.
  const reached =
    by.length > 0 ? await identity.write(person, { id: uuidOf(`${program.hash} ${person}`), by, message }) : [];
  return channels.filter((channel) => (channel === 'email' ? reached.includes('email') : channel !== 'push'));
}
