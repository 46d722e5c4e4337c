/** Devices that speak HTTP: the same door as over MQTT, with the same credential, in a header. */
import { type Route, routesOf } from '@kept/kit';
import { tellReadings } from './api/index.ts';
import { type Door, openDoor } from './door.ts';
import { CredentialRefused, NotKept, TooOften } from './errors.ts';
import { type Runtime, runtimeOf } from './runtime.ts';
import type { DevicesContext } from './service.ts';
import { TELEMETRY } from './telemetry.ts';

const route = routesOf<DevicesContext>();
const doors = new WeakMap<Runtime, Door>();

function doorOf(runtime: Runtime): Door {
  const door = doors.get(runtime) ?? openDoor([runtime.region]);
  doors.set(runtime, door);
  return door;
}

/** Name and password of HTTP Basic (RFC 7617). */
function credentialOf(authorization: string): [device: string, secret: string] {
  const [, encoded = ''] = /^basic ([A-Za-z0-9+/=]{1,400})$/i.exec(authorization) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const cut = text.indexOf(':');
  return cut < 0 ? ['', ''] : [text.slice(0, cut), text.slice(cut + 1)];
}

export const tellingRoutes: readonly Route<DevicesContext>[] = [
  route(tellReadings, async ({ body, caller }, context) => {
    const [device, secret] = credentialOf(caller.authorization);
    for (const region of context.regions) {
      const door = doorOf(runtimeOf(context.at(region)));
      const session = await door.prove(device, secret);
      if (!session) continue;
      const outcome = await door.received(session, TELEMETRY, Buffer.from(JSON.stringify(body)));
      if (outcome.is === 'kept') return { status: 200, body: { points: outcome.points } };
      if (outcome.is === 'throttled' || outcome.is === 'again') throw new TooOften();
      throw new NotKept();
    }
    throw new CredentialRefused();
  }),
];
