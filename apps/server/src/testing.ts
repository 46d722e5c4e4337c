/** A whole Kept for a test file: real databases, the real kernel, the real HTTP server, which listens to nobody. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@kept/base';
import { atEnd, testDatabase } from '@kept/db/testing';
import type { FastifyInstance } from 'fastify';
import { readConfig } from './config.ts';
import { type Failure, openDoor } from './door.ts';
import { type House, openHouse, regionIds } from './house.ts';
import { type Messages, openMessages } from './messages.ts';
import { allRoutes } from './routes/index.ts';
import { type Person, register } from './testing/person.ts';
import { type Enrolled, enrolled } from './testing/staff.ts';
import { Visitor } from './testing/visitor.ts';

export { Authenticator, totp } from '@kept/identity/testing';
export type { Messages } from './messages.ts';
export { codeTo, PASSWORD, type Person } from './testing/person.ts';
export { type ServiceRoutes, serviceRoutes } from './testing/service-routes.ts';
export type { Enrolled } from './testing/staff.ts';
export { type Answer, type Sent, Visitor } from './testing/visitor.ts';
export { allRoutes };

export interface TestHouse {
  readonly house: House;
  readonly app: FastifyInstance;
  readonly origin: string;
  /** Its broker, which the first call opens on any port; the services then begin. */
  broker(): Promise<Messages>;
  /** What went wrong on our side, in order. */
  readonly failures: readonly Failure[];
  /** Somebody in a browser of their own, at an address of their own. */
  visitor(): Visitor;
  /** The owner, in a browser in which the console is open. */
  operator(): Promise<Visitor>;
  /** A member of staff who was invited and has chosen how to sign in. */
  staff(role: 'officer' | 'agent' | 'auditor'): Promise<Enrolled>;
  /** Somebody who has registered and is signed in. */
  person(options?: { residence?: string; email?: string; nickname?: string }): Promise<Person>;
}

export interface TestHouseOptions {
  /** Where its pages are; decides the cookies. */
  readonly origin?: string;
  /** `KEPT_` settings. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of built pages. */
  readonly web?: string;
  readonly clock?: Clock;
}

/** Closed and dropped when the test file ends. */
export async function testHouse(options: TestHouseOptions = {}): Promise<TestHouse> {
  const { origin = 'http://localhost:7400', env = {}, web = null, clock } = options;
  const data = await mkdtemp(join(tmpdir(), 'kept-house-'));
  const databases: Record<string, string> = {};
  for (const region of regionIds()) databases[region] = (await testDatabase('data')).url;
  const storage = { databases, keys: (await testDatabase('keys')).url, jobs: (await testDatabase('data')).url };
  const config = { ...readConfig({ ...env, KEPT_DATA: data }, regionIds()), mqttPort: 0 };
  const house = await openHouse({ config, storage, origin, step: () => {}, ...(clock && { clock }) });
  const failures: Failure[] = [];
  const app = await openDoor(house, { origins: new Set([origin]), web, failed: (each) => failures.push(each) });
  let messages: Promise<Messages> | undefined;
  atEnd(async () => {
    await (await messages)?.close();
    await app.close();
    for (const region of house.regions.values()) await region.identity.idle();
    await house.close();
    await rm(data, { recursive: true, force: true });
  });
  let visitors = 0;
  const visitor = (): Visitor => new Visitor(app, origin, addressOf(++visitors));
  return {
    ...{ house, app, origin, failures, visitor },
    broker: () => (messages ??= openMessages(house).then((opened) => house.begin().then(() => opened))),
    async operator() {
      const operator = visitor();
      await operator.must(200, 'POST', '/api/operator/session', { token: house.operators.staff.ownerLink() });
      return operator;
    },
    async staff(role) {
      const owner = visitor();
      await owner.must(200, 'POST', '/api/operator/session', { token: house.operators.staff.ownerLink() });
      return enrolled(owner, visitor(), role, house.clock.now());
    },
    person: (who = {}) => register(house, visitor(), who),
  };
}

/** Of the block that is set aside for benchmarks (RFC 2544): nobody's. */
const addressOf = (n: number): string => `198.18.${Math.floor(n / 250) % 250}.${1 + (n % 250)}`;
