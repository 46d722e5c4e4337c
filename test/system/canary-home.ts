/** A home whose rooms, devices and readings say something unmistakable, through the real broker. */
import mqtt from 'mqtt';
import { expect } from 'vitest';
import type { Somebody } from './life.ts';

export const HOME_TEXTS = {
  'name of a home': 'Canary Wharf 12',
  'name of a room': 'Canary Conservatory',
  'name of a gateway': 'Canary gateway of Lin',
  'name of a device': 'canary-conservatory/perch-of-lin',
  'model of a device': 'CNRY-PERCH-77 Canary perch',
  'firmware of a device': 'canary-fw-7.7.1',
  'address of a device': '0x00c0ffeeca7a4177',
  'a reading': 'canary_double_chirp',
  'a Wi-Fi': 'CanaryNest-5G',
  'password of a Wi-Fi': 'canary-nest-psk-4477',
  'a command': 'good night, canary',
  'what is no message': 'canary {not json',
};
const T = HOME_TEXTS;

/** Answers the secret that the gateway was given. */
export async function livesInAHome({ agent }: Pick<Somebody, 'agent'>): Promise<string> {
  const spaces = [{ id: '1', kind: 'room', name: T['name of a room'] }];
  const { body } = await agent.must(201, 'POST', '/api/homes', { name: T['name of a home'], spaces });
  const home = `/api/homes/${body['id'] as unknown as string}`;
  const given = (await agent.must(201, 'POST', `${home}/devices`, { name: T['name of a gateway'] })).body;
  const { device, secret, port } = given as unknown as { device: string; secret: string; port: number };
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${port}`, { username: device, password: secret });
  const name = T['name of a device'];
  const exposes = [{ type: 'text', name: 'display', property: 'display', access: 7 }];
  const [model, ...rest] = T['model of a device'].split(' ');
  const described = {
    ...{ ieee_address: T['address of a device'], friendly_name: name, software_build_id: T['firmware of a device'] },
    definition: { vendor: '', model, description: rest.join(' '), exposes },
  };
  const told = (topic: string, payload: string, retain = false) =>
    client.publishAsync(`zigbee2mqtt/${topic}`, payload, { qos: 1, retain });
  await told('bridge/devices', JSON.stringify([described]), true);
  await told(`${name}/availability`, '{"state":"online"}', true);
  const wifi = { ssid: T['a Wi-Fi'], password: T['password of a Wi-Fi'] };
  await told(name, JSON.stringify({ action: T['a reading'], wifi, wifi_password: T['password of a Wi-Fi'] }), true);
  await told(name, T['what is no message']);
  await client.subscribeAsync('#');
  const { devices } = (await agent.must(200, 'GET', `${home}/devices`)).body as unknown as {
    devices: { id: string; name: string; readings: { value: string }[] }[];
  };
  const perch = devices.find((each) => each.name === name)!;
  // It is there, for the person, but for what is no reading.
  const readings = perch.readings.map(({ value }) => value).join();
  expect(readings).toContain(T['a reading']);
  expect(readings).toContain(T['a Wi-Fi']);
  expect(readings).not.toContain(T['password of a Wi-Fi']);
  await agent.must(202, 'POST', `${home}/devices/${perch.id}/commands`, { values: { display: T['a command'] } });
  const { text } = await agent.must(200, 'GET', '/api/my/copy?format=json');
  for (const value of [T['a command'], T['firmware of a device'], name]) expect(text).toContain(value);
  await client.endAsync();
  return secret;
}
