/** Kept as it runs: databases, keys, regions, services, rights, put together in one place and taken down in reverse. */
import { randomUUID } from 'node:crypto';
import { Bug, type Clock, systemClock } from '@kept/base';
import { migrate, openPool } from '@kept/db';
import type { Front } from '@kept/identity';
import { type IncidentsContext, openIncidents } from '@kept/incidents';
import { type Jobs, openJobs } from '@kept/jobs';
import { type Keys, openKeys } from '@kept/keys';
import { openService, type Place, regionWith, type Service, type ServiceContext } from '@kept/kit';
import type { Manifest, Program } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import {
  type Documents,
  eraseAgain,
  type Letters,
  Packages,
  Requests,
  type RightsContext,
  type RightsRegion,
  workflowsOf,
} from '@kept/rights';
import { openVersions, type Versions, versionsMigrations } from '@kept/versions';
import { Audits } from './audits.ts';
import { openBeside } from './beside.ts';
import { type Config, keyringOf } from './config.ts';
import { openDesks } from './desks.ts';
import { SERVICES } from './generated/services.ts';
import { Operators } from './operator.ts';
import { openOutward } from './outward.ts';
import { openPublication, type Publication } from './publication.ts';
import { openQuarters, type Quarters } from './regions.ts';
import { scheduleRetention } from './retention.ts';
import { settingsOf } from './settings.ts';
import { openStaff } from './staff.ts';
import type { Storage } from './storage.ts';
import { misfitOf } from './versions/fits.ts';

export const regionIds = (): readonly string[] => Object.keys(aqaraAccount.regions);

export interface House {
  readonly config: Config;
  /** The policy in force at this moment. */
  readonly program: Program;
  readonly versions: Versions;
  readonly publication: Publication;
  readonly services: readonly Service[];
  readonly clock: Clock;
  readonly operators: Operators;
  readonly audits: Audits;
  readonly front: Front;
  readonly keys: Keys;
  readonly jobs: Jobs;
  readonly regions: ReadonlyMap<string, RightsRegion>;
  readonly quarters: ReadonlyMap<string, Quarters>;
  readonly rights: RightsContext;
  readonly incidents: IncidentsContext;
  /** People who had come back with a restored database. */
  readonly erasedAgain: number;
  contextOf(service: Service): ServiceContext;
  /** Lets the services do what they do by themselves: when the way to the devices is open. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly config: Config;
  readonly storage: Pick<Storage, 'databases' | 'keys' | 'jobs'> & Partial<Pick<Storage, 'ours'>>;
  /** Address of our pages, as browsers send it. */
  readonly origin: string;
  readonly step: (what: string) => void;
  readonly clock?: Clock;
  /** The policy that this program carries: in force from the first start, a draft where another one is by then. */
  readonly policy?: Manifest;
}

export async function openHouse(options: HouseOptions): Promise<House> {
  const { clock = systemClock, policy = aqaraAccount } = options;
  const closers: (() => Promise<unknown>)[] = [];
  try {
    return await build({ ...options, clock, policy }, closers);
  } catch (error) {
    for (const close of closers.toReversed()) await close().catch(() => {});
    throw error;
  }
}

async function build(options: Required<HouseOptions>, closers: (() => Promise<unknown>)[]): Promise<House> {
  const { config, storage, origin, step, clock, policy } = options;
  step('reading the policy');
  const versions = await versionsOf(storage, policy, clock);
  closers.push(versions.close);
  const { program } = versions;
  step('opening the key store');
  const keys = await openKeys({ url: storage.keys, rootDir: keyringOf(config) });
  closers.push(() => keys.close());
  step('opening the regions');
  const quarters = new Map<string, Quarters>();
  for (const [id, url] of Object.entries(storage.databases)) {
    const opened = await openQuarters({ id, url, config, origin, versions, keys, services: SERVICES, clock });
    closers.push(() => opened.close());
    quarters.set(id, opened);
  }
  const front = await openDesks({ quarters, keys, origin, program, clock });
  const settings = await settingsOf(config.services, SERVICES);
  const { regions, places } = furnish(quarters, front, settings);
  const staff = await openStaff(quarters, keys, clock);
  step('starting durable work');
  // A name that stays gets back at once what it left unfinished; where others work too, each needs one of its own.
  const executorId = storage.ours ? 'server' : randomUUID();
  const jobs = openJobs({ url: storage.jobs, executorId, ...(clock !== systemClock && { clock }) });
  closers.push(() => jobs.close());
  const beside = await openBeside({ folder: config.connectors, quarters, program: program(), clock });
  closers.push(() => beside.close());
  const outward = await openOutward({ folder: config.parties, program: program(), clock });
  const requests = new Map([...quarters].map(([id, { pool }]) => [id, new Requests({ pool, clock, region: id })]));
  const at = (id: string): RightsRegion => found(regions, id);
  const context: Omit<RightsContext, 'workflows'> = {
    services: SERVICES,
    ...(config.connectors !== null && { beside }),
    ...{ origin, outward },
    regions: [...regions.keys()],
    requests: (id) => found(requests, id),
    at,
    suppression: keys,
    packages: new Packages(clock),
    ...writtenIn(places),
  };
  const workflows = workflowsOf(jobs, context, (id) => found(quarters, id).signer);
  const rights: RightsContext = { ...context, workflows };
  scheduleRetention(jobs, regions.values(), SERVICES);
  const pools = new Map([...quarters].map(([id, { pool }]) => [id, pool]));
  const incidents = openIncidents({ jobs, regions, pools, origin });
  const publication = openPublication({ jobs, versions, regions, clock, origin });
  let erasedAgain = 0;
  for (const [id, region] of regions) erasedAgain += await eraseAgain(region, found(requests, id), keys);
  await jobs.launch();
  await publication.resume();
  await goOn(requests, workflows);
  return {
    ...{ config, versions, publication, services: SERVICES, clock, keys, jobs, front, regions, quarters, rights },
    ...{ incidents, erasedAgain },
    get program() {
      return program();
    },
    operators: new Operators({ staff, secure: origin.startsWith('https:'), clock }),
    audits: new Audits(clock),
    contextOf: ({ declaration: { name } }) => contextIn(places, name),
    begin: () => beginAll(regions, places, closers),
    async close() {
      for (const close of closers.toReversed()) await close();
    },
  };
}

/** Kept in the first region's database. */
async function versionsOf(
  { databases }: Pick<Storage, 'databases'>,
  policy: Manifest,
  clock: Clock,
): Promise<Versions & { close(): Promise<void> }> {
  const [url] = Object.values(databases) as [string];
  const pool = openPool(url, { name: 'kept versions', max: 3 });
  try {
    await migrate(pool, versionsMigrations);
    const misfit = (manifest: Manifest) => misfitOf(manifest, Object.keys(databases), SERVICES);
    const versions = openVersions({ url, pool, clock, misfit });
    const close = async (): Promise<void> => {
      await versions.close();
      await pool.end();
    };
    await versions.begin(policy).catch(async (error: unknown) => {
      await versions.close();
      throw error;
    });
    return { ...versions, close };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

const contextIn = (places: Places, service: string): ServiceContext => ({
  regions: [...places.keys()],
  at: (region) => found(found(places, region), service),
});

/** What services do by themselves, in every region. */
async function beginAll(
  regions: ReadonlyMap<string, RightsRegion>,
  places: Places,
  closers: (() => Promise<unknown>)[],
): Promise<void> {
  for (const { begin, declaration } of SERVICES)
    for (const [id, region] of regions)
      if (begin) closers.push(await begin(region, places.get(id)!.get(declaration.name)!.settings));
}

type Places = Map<string, Map<string, Place<never, never>>>;

/** Opens every service in every region. */
function furnish(
  quarters: ReadonlyMap<string, Quarters>,
  front: Front,
  settings: ReadonlyMap<string, unknown>,
): { regions: Map<string, RightsRegion>; places: Places } {
  const regions = new Map<string, RightsRegion>();
  const places: Places = new Map();
  for (const [id, { region }] of quarters) {
    const whole = regionWith(region, { identity: front.region(id), front });
    const opened = SERVICES.map((service) => {
      const { name } = service.declaration;
      return [name, openService(service, whole, settings.get(name))] as const;
    });
    regions.set(id, regionWith(whole, { holdings: opened.flatMap(([, { holdings }]) => holdings) }));
    places.set(id, new Map(opened.map(([name, { place }]) => [name, place as never])));
  }
  return { regions, places };
}

/** Where what comes along with a request is kept; nowhere in a deployment without that service. */
function writtenIn(places: Places): Pick<RightsContext, 'letters' | 'documents' | 'wishes'> {
  const at = (region: string) =>
    places.get(region)?.get('letters')?.resources as { letter?: Letters; document?: Documents } | undefined;
  return {
    letters: (region) => at(region)?.letter ?? null,
    documents: (region) => at(region)?.document ?? null,
    wishes: (region) => at(region)?.letter ?? null,
  };
}

function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Bug('SERVER_NO_REGION', `nothing is open under \`${id}\``);
  return value;
}

/** A process may die between keeping a request and beginning what it asks for. */
async function goOn(requests: ReadonlyMap<string, Requests>, workflows: RightsContext['workflows']): Promise<void> {
  const running = new Map<string, Awaited<ReturnType<Requests['running']>>>();
  for (const [id, region] of requests) running.set(id, await region.running());
  // A closure that another's request carries goes on with that one: two at it would be in each other's way.
  const carried = new Set([...running.values()].flat().map(({ carries }) => carries?.id));
  for (const [id, all] of running)
    for (const request of all) {
      if (carried.has(request.id)) continue;
      await workflows.begin(id, request);
      if (request.decision) await workflows.wake(request.id, `again-${request.decision.second ?? request.decision.by}`);
    }
}
