/** What is asked of a device: what it is, its properties, and that it does something. */
import type { Point } from '@kept/service-devices';
import { type Client, NoAnswer } from './client.ts';
import { type Model, rawOf, toldOf } from './models.ts';

/** More at once does not fit into one packet of some models. */
const AT_ONCE = 12;

interface Info {
  readonly model: string;
  readonly firmware: string;
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Throws MIOT_NO_ANSWER. Of what else it says of itself, the network and its token among it, nothing is kept. */
export async function infoOf(client: Client): Promise<Info> {
  const { model, fw_ver } = record(await client.call('miIO.info', () => []));
  if (typeof model !== 'string') throw new NoAnswer();
  return { model, firmware: typeof fw_ver === 'string' ? fw_ver.slice(0, 100) : '' };
}

/** All that it has to tell now; what it does not know is left out. Throws MIOT_NO_ANSWER. */
export async function propertiesOf(client: Client, { properties }: Model, at: number): Promise<Point[]> {
  const read = properties.filter(({ reads }) => reads);
  const points: Point[] = [];
  for (let i = 0; i < read.length; i += AT_ONCE) {
    const some = read.slice(i, i + AT_ONCE);
    const answer = await client.call('get_properties', (did) => some.map(({ siid, piid }) => ({ did, siid, piid })));
    for (const each of Array.isArray(answer) ? answer : []) {
      const { siid, piid, code, value } = record(each);
      const property = read.find((one) => one.siid === siid && one.piid === piid);
      const told = property && code === 0 ? toldOf(property, value) : undefined;
      if (told !== undefined) points.push({ at, key: property!.feature.name, value: told });
    }
  }
  return points;
}

/** Throws MIOT_NO_ANSWER, also where it does not take one of them. An action is asked for once. */
export async function told(
  client: Client,
  { properties, actions }: Model,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const sets = Object.entries(values).flatMap(([key, value]) => {
    const found = properties.find(({ feature }) => feature.name === key);
    return found ? [{ siid: found.siid, piid: found.piid, value: rawOf(found, value) }] : [];
  });
  if (sets.length > 0) {
    const answer = await client.call('set_properties', (did) => sets.map((each) => ({ did, ...each })));
    const all = Array.isArray(answer) ? answer : [];
    if (all.length === 0 || all.some((each) => record(each)['code'] !== 0)) throw new NoAnswer();
  }
  for (const key of Object.keys(values)) {
    const action = actions.find(({ name }) => name === key);
    if (!action) continue;
    const { siid, aiid } = action;
    const answer = record(await client.call('action', (did) => ({ did, siid, aiid, in: [] }), { once: true }));
    if (answer['code'] !== 0) throw new NoAnswer();
  }
}
