/** A home with people in it, and gateways that connect to it, for tests. */

import { atEnd } from '@kept/db/testing';
import type { Person, TestHouse } from '@kept/server/testing';
import mqtt, { type MqttClient } from 'mqtt';

export interface Device {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  readonly space: string | null;
  readonly online: boolean | null;
  readonly features: readonly { readonly name: string; readonly settable: boolean }[];
  readonly readings: readonly { readonly key: string; readonly value: string; readonly at: number }[];
  readonly acts: readonly string[];
}

export interface Credential {
  readonly device: string;
  readonly secret: string;
}

export const SPACES = [
  { id: '1', kind: 'floor', name: 'Ground floor' },
  { id: '1.1', kind: 'room', name: 'Kitchen' },
  { id: '1.2', kind: 'room', name: 'Hall' },
];

export async function newHome({ visitor }: Person, name = 'Riverside 12'): Promise<string> {
  return (await visitor.must<{ id: string }>(201, 'POST', '/api/homes', { name, spaces: SPACES })).id;
}

/** Lets somebody in by an invitation of somebody who may write one. */
export async function letIn(
  home: string,
  host: Person,
  guest: Person,
  role: string,
  scope: object = {},
): Promise<void> {
  const { code } = await host.visitor.must<{ code: string }>(201, 'POST', `/api/homes/${home}/invitations`, {
    role,
    scope,
  });
  await guest.visitor.must(201, 'POST', '/api/homes/memberships', { code });
}

export const addGateway = (home: string, { visitor }: Person, name = 'Gateway'): Promise<Credential> =>
  visitor.must<Credential>(201, 'POST', `/api/homes/${home}/devices`, { name });

export const devicesOf = async (home: string, { visitor }: Person): Promise<readonly Device[]> =>
  (await visitor.must<{ devices: Device[] }>(200, 'GET', `/api/homes/${home}/devices`)).devices;

export interface Connect {
  readonly version?: 4 | 5;
  readonly reconnect?: boolean;
}

/** Rejects where the broker does not let it in. */
export async function connect(
  kept: TestHouse,
  { device, secret }: Credential,
  { version = 4, reconnect = false }: Connect = {},
): Promise<MqttClient> {
  const { broker } = await kept.broker();
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
    ...{ username: device, password: secret, protocolVersion: version, reconnectPeriod: reconnect ? 50 : 0 },
    ...{ connectTimeout: 5_000 },
  });
  atEnd(() => client.endAsync(true));
  return client;
}

export interface Message {
  readonly topic: string;
  readonly qos: 0 | 1;
  readonly retain: boolean;
  readonly payload: string;
}

/** All with an acknowledgement, in order. */
export async function send(client: MqttClient, messages: readonly Message[]): Promise<void> {
  for (const { topic, retain, payload } of messages) await client.publishAsync(topic, payload, { qos: 1, retain });
}

/** The home as somebody hears it: each piece of the stream, until it ends. */
export async function listen(base: string, home: string, { visitor }: Person) {
  const abort = new AbortController();
  const answer = await fetch(`${base}/api/homes/${home}/live`, {
    headers: { cookie: visitor.cookie },
    signal: abort.signal,
  });
  const heard: string[] = [];
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? []) heard.push(decoder.decode(piece as Uint8Array));
  })().catch(() => {});
  return { status: answer.status, heard, ended, stop: () => abort.abort() };
}

/** What a gateway with four devices says when it starts, in the form of zigbee2mqtt. */
export function synthetic(): readonly Message[] {
  const numeric = (name: string, unit: string) => ({ type: 'numeric', name, property: name, unit, access: 1 });
  const binary = (name: string, on: unknown, off: unknown, access = 1) => ({
    ...{ type: 'binary', name, property: name, value_on: on, value_off: off, access },
  });
  const device = (i: number, name: string, model: string, exposes: object[]) => ({
    ...{
      ieee_address: `0x00158d000000000${i}`,
      friendly_name: name,
      type: 'EndDevice',
      software_build_id: '3000-0001',
    },
    definition: { vendor: 'Aqara', model, description: name.split('/')[1], exposes },
  });
  const devices = [
    device(1, 'kitchen/climate', 'WSDCGQ11LM', [numeric('temperature', '°C'), numeric('humidity', '%')]),
    device(2, 'kitchen/lamp', 'ZNLDP12LM', [{ type: 'light', features: [binary('state', 'ON', 'OFF', 7)] }]),
    device(3, 'hall/door', 'MCCGQ11LM', [binary('contact', true, false)]),
    device(4, 'hall/motion', 'RTCGQ11LM', [binary('occupancy', true, false), numeric('battery', '%')]),
  ];
  const told = (name: string, values: object): Message => ({
    ...{ topic: `zigbee2mqtt/${name}`, qos: 1, retain: false, payload: JSON.stringify(values) },
  });
  return [
    { topic: 'zigbee2mqtt/bridge/devices', qos: 1, retain: true, payload: JSON.stringify(devices) },
    ...devices.map(({ friendly_name }) => told(`${friendly_name}/availability`, { state: 'online' })),
    ...[21.2, 21.4, 21.5].map((temperature) => told('kitchen/climate', { temperature, humidity: 48.5 })),
    told('kitchen/lamp', { state: 'OFF' }),
    told('hall/door', { contact: true }),
    told('hall/motion', { occupancy: false, battery: 12 }),
  ];
}
