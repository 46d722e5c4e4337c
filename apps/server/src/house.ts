/** Kept as it runs: databases, keys, regions, services, rights, put together in one place and taken down in reverse. */
import { randomUUID } from 'node:crypto';
import { Bug, type Clock, systemClock } from '@kept/base';
import type { Front } from '@kept/identity';
import { type Jobs, openJobs } from '@kept/jobs';
import { type Keys, openKeys } from '@kept/keys';
import { openService, type Place, type Service, type ServiceContext } from '@kept/kit';
import { compile, type Program } from '@kept/policy';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { closureOf, eraseAgain, Requests, type RightsContext, type RightsRegion } from '@kept/rights';
import { Audits } from './audits.ts';
import { type Config, keyringOf } from './config.ts';
import { openDesks } from './desks.ts';
import { SERVICES } from './generated/services.ts';
import { Operators } from './operator.ts';
import { openQuarters, type Quarters } from './regions.ts';
import { scheduleRetention } from './retention.ts';
import type { Storage } from './storage.ts';

export const regionIds = (): readonly string[] => Object.keys(aqaraAccount.regions);

export interface House {
  readonly config: Config;
  readonly program: Program;
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
  /** People who had come back with a restored database. */
  readonly erasedAgain: number;
  contextOf(service: Service): ServiceContext;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly config: Config;
  readonly storage: Pick<Storage, 'databases' | 'keys' | 'jobs'> & Partial<Pick<Storage, 'ours'>>;
  /** Address of our pages, as browsers send it. */
  readonly origin: string;
  readonly step: (what: string) => void;
  readonly clock?: Clock;
}

export async function openHouse({ config, storage, origin, step, clock = systemClock }: HouseOptions): Promise<House> {
  const closers: (() => Promise<unknown>)[] = [];
  try {
    return await build({ config, storage, origin, step, clock }, closers);
  } catch (error) {
    for (const close of closers.toReversed()) await close().catch(() => {});
    throw error;
  }
}

async function build(options: Required<HouseOptions>, closers: (() => Promise<unknown>)[]): Promise<House> {
  const { config, storage, origin, step, clock } = options;
  step('compiling the policy');
  const program = compile(aqaraAccount);
  step('opening the key store');
  const keys = await openKeys({ url: storage.keys, rootDir: keyringOf(config) });
  closers.push(() => keys.close());
  step('opening the regions');
  const quarters = new Map<string, Quarters>();
  for (const [id, url] of Object.entries(storage.databases)) {
    const opened = await openQuarters({ id, url, config, program, keys, services: SERVICES, clock });
    closers.push(() => opened.close());
    quarters.set(id, opened);
  }
  const front = await openDesks({ quarters, keys, origin, program, clock });
  const { regions, places } = furnish(quarters, front);
  step('starting durable work');
  // A name that stays gets back at once what it left unfinished; where others work too, each needs one of its own.
  const jobs = openJobs({ url: storage.jobs, executorId: storage.ours ? 'server' : randomUUID() });
  closers.push(() => jobs.close());
  const requests = new Map([...quarters].map(([id, { pool }]) => [id, new Requests({ pool, clock, region: id })]));
  const at = (id: string): RightsRegion => found(regions, id);
  const context: Omit<RightsContext, 'closure'> = {
    services: SERVICES,
    origin,
    regions: [...regions.keys()],
    requests: (id) => found(requests, id),
    at,
    suppression: keys,
  };
  const rights: RightsContext = { ...context, closure: closureOf(jobs, context, (id) => found(quarters, id).signer) };
  scheduleRetention(jobs, regions.values());
  let erasedAgain = 0;
  for (const [id, region] of regions) erasedAgain += await eraseAgain(region, found(requests, id), keys);
  await jobs.launch();
  // A process may die between keeping a request and beginning what it asks for.
  for (const [id, region] of requests)
    for (const { owner, id: request } of await region.running()) await rights.closure.begin(id, owner, request);
  return {
    ...{ config, program, services: SERVICES, clock, keys, jobs, front, regions, quarters, rights, erasedAgain },
    operators: new Operators({ secure: origin.startsWith('https:'), clock }),
    audits: new Audits(clock),
    contextOf: ({ declaration: { name } }) => ({
      regions: [...regions.keys()],
      at: (region) => found(found(places, region), name),
    }),
    async close() {
      for (const close of closers.toReversed()) await close();
    },
  };
}

type Places = Map<string, Map<string, Place<never, never>>>;

/** Opens every service in every region. */
function furnish(
  quarters: ReadonlyMap<string, Quarters>,
  front: Front,
): { regions: Map<string, RightsRegion>; places: Places } {
  const regions = new Map<string, RightsRegion>();
  const places: Places = new Map();
  for (const [id, { region }] of quarters) {
    const whole = { ...region, identity: front.region(id), front };
    const opened = SERVICES.map((service) => [service.declaration.name, openService(service, whole)] as const);
    regions.set(id, { ...whole, holdings: opened.flatMap(([, { holdings }]) => holdings) });
    places.set(id, new Map(opened.map(([name, { place }]) => [name, place as never])));
  }
  return { regions, places };
}

function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Bug('SERVER_NO_REGION', `nothing is open under \`${id}\``);
  return value;
}
