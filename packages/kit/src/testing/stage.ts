import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import type { Endpoint } from '@kept/api';
import { SeededRandom, uuidv7 } from '@kept/base';
import { folderStore, Uploads } from '@kept/blobs';
import { testFolder } from '@kept/blobs/testing';
import { migrate, openPool, type Pool } from '@kept/db';
import { atEnd } from '@kept/db/testing';
import type { Naming } from '@kept/identity';
import { type TestDesks, testDesks } from '@kept/identity/testing';
import { keySigner } from '@kept/ledger';
import { ageBandOf, compile, jurisdictionOf, type Program, regionOf } from '@kept/policy';
import {
  Packages,
  Requests,
  type RightsContext,
  type RightsRegion,
  rightsMigrations,
  rightsRoutes,
} from '@kept/rights';
import { doneAtOnce } from '@kept/rights/testing';
import { openVault } from '@kept/vault';
import type { Region } from '../region.ts';
import type { Caller, Reply, Route, SignedIn } from '../route.ts';
import { openService, type Service, type ServiceContext } from '../service.ts';
import { type Disk, openDisk } from './disk.ts';

export interface StageOptions {
  /** How the policy names what the account desk does; for the service that runs the desk. */
  readonly naming?: Naming;
  readonly seed?: number;
}

/** Parts of a call; its endpoint's schemas parse them, as the server would. */
export interface Call {
  readonly person?: SignedIn;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** One region with everything in it, over empty databases, and one service. */
export interface Stage {
  readonly desks: TestDesks;
  readonly region: RightsRegion;
  readonly context: ServiceContext;
  readonly rights: RightsContext;
  readonly pool: Pool;
  readonly keysPool: Pool;
  readonly random: SeededRandom;
  readonly disk: Disk;
  /** Of the files that people sent. */
  readonly folder: string;
  /** A grown-up with an open account and no consent given. */
  newPerson(): Promise<SignedIn>;
  /** A route of the rights or of the service, with what the server does around it. */
  call(endpoint: Endpoint, call?: Call): Promise<Reply>;
}

/** The desk of a service that has none: whoever came to it would be refused. */
const NOBODY = 'nobody';
const none = { purpose: NOBODY, collection: NOBODY, address: NOBODY, device: NOBODY };
const NO_DESK: Naming = {
  service: NOBODY,
  account: { ...none, phone: NOBODY, email: NOBODY, code: NOBODY, password: NOBODY, nickname: NOBODY },
  session: none,
  secondStep: { ...none, secret: NOBODY, backupCodes: NOBODY, passkey: NOBODY },
  messages: { phone: { proof: NOBODY, notice: NOBODY }, email: { proof: NOBODY, notice: NOBODY } },
};

const CALLER: Caller = {
  address: '192.0.2.1',
  device: 'conformance',
  lang: 'en',
  cookie: '',
  origin: '',
  authorization: '',
  optsOut: false,
};
const GROWN_UP = 30;

/** Opens everything; closed and dropped when the test file ends. */
export async function openStage(service: Service, { naming = NO_DESK, seed = 1 }: StageOptions = {}): Promise<Stage> {
  const { policy } = service.declaration;
  const program = compile(policy);
  const { region: id, residence } = placeOf(program, service);
  const desks = await testDesks({ policy, naming, regions: [id] });
  const { url, pool, ...desk } = desks.desks[id]!;
  await migrate(pool, rightsMigrations);
  for (const statement of service.ddl) await pool.query(statement);
  const { clock, front } = desks;
  const vault = openVault({ region: id, url, pool, keys: desk.keys, clock });
  const { folder, end } = testFolder();
  atEnd(async () => end());
  const files = {
    store: folderStore(join(folder, 'kept')),
    uploads: new Uploads(join(folder, 'coming'), clock),
    scan: null,
  };
  const kernel: Region = { ...desk, id, program, clock, vault, files, front };
  const { place, holdings } = openService(service, kernel);
  const region: RightsRegion = { ...kernel, holdings };
  const context: ServiceContext = { regions: [id], at: () => place };
  const rights = rightsOf(region, service, desks);
  const call = caller(service, context, rights);
  const keysPool = openPool(desks.keysUrl, { name: 'kept test', max: 2 });
  atEnd(() => keysPool.end());
  const disk = await openDisk({ data: pool, keys: keysPool });
  const random = new SeededRandom(seed);
  return {
    ...{ desks, region, context, rights, pool, keysPool, random, disk, call, folder },
    async newPerson() {
      const person = uuidv7(clock, random);
      const [ageBand, jurisdiction] = [ageBandOf(program, GROWN_UP), jurisdictionOf(program, residence)];
      await Promise.all([
        desk.keys.put([`person:${person}`]),
        desk.subjects.create({ id: person, ageBand, jurisdiction, region: id }),
      ]);
      await desk.subjects.activate(person);
      return signedIn(person, id);
    },
  };
}

/** Somebody who has just proven who they are. */
export const signedIn = (id: string, region: string): SignedIn => ({ id, region, session: 'conformance', fresh: true });

/** A region in which everything that the service does may be done, and a country whose people live in it. */
function placeOf(
  program: Program,
  { declaration: { policy, serves } }: Service,
): { region: string; residence: string } {
  const purposes = serves
    .flatMap((row) => policy.collections[row]!.purposes)
    .map((purpose) => policy.purposes[purpose]!);
  const everywhere = Object.keys(policy.regions);
  const region = everywhere.find((each) => purposes.every(({ regions }) => regions.includes(each))) ?? everywhere[0]!;
  const rule = policy.residency.find((each) => each.region === region && each.residence !== '*');
  const residence = rule?.residence ?? '*';
  return { region: residence === '*' ? regionOf(program, '*') : region, residence };
}

function rightsOf(region: RightsRegion, service: Service, { desks, keys: suppression }: TestDesks): RightsContext {
  const { pool } = desks[region.id]!;
  const requests = new Requests({ pool, clock: region.clock, region: region.id });
  const signer = keySigner(generateKeyPairSync('ed25519').privateKey);
  const origin = 'https://home.example';
  const context = {
    origin,
    suppression,
    services: [service],
    regions: [region.id],
    requests: () => requests,
    at: () => region,
    letters: () => null,
    documents: () => null,
    wishes: () => null,
    packages: new Packages(region.clock),
  };
  return { ...context, workflows: doneAtOnce(context, () => signer) };
}

function caller({ routes }: Service, context: ServiceContext, rights: RightsContext): Stage['call'] {
  const bound = <C>(all: readonly Route<C>[], given: C) =>
    all.map(({ endpoint, handle }) => [endpoint, (call: never) => handle(call, given)] as const);
  const handlers = new Map<Endpoint, (call: never) => Promise<Reply>>([
    ...bound(rightsRoutes, rights),
    ...bound(routes, context),
  ]);
  return async (endpoint, { person, ...parts } = {}) => {
    const parsed = Object.fromEntries(
      (['params', 'query', 'body'] as const).map((part) => [part, endpoint[part]?.parse(parts[part] ?? {})]),
    );
    const call = { ...parsed, bytes: new Uint8Array(), person: person ?? null, operator: null, caller: CALLER };
    const reply = await handlers.get(endpoint)!(call as never);
    const schema = endpoint.answers[reply.status];
    return { ...reply, ...(schema && { body: schema.parse(reply.body) }) };
  };
}
