/** Homes with one resident, one gateway and many devices each, as the services keep them. */
import { randomUUID } from 'node:crypto';
import { ageBandOf, jurisdictionOf } from '@kept/policy';
import type { House } from '@kept/server';
import { runtimeOf } from '@kept/service-devices';
import { membersOf } from '@kept/service-spaces';
import type { Gateway } from './publisher.ts';

export interface Settled {
  readonly home: string;
  readonly person: string;
  readonly device: string;
  readonly gateway: Gateway;
}

const AT_ONCE = 32;

export async function settle(house: House, homes: number, devices: number): Promise<Settled[]> {
  const region = house.regions.get('cn')!;
  const [members, runtime] = [membersOf(region), runtimeOf(region)];
  const { program, keys, subjects } = region;
  const one = async (): Promise<Settled> => {
    const [person, home] = [randomUUID(), randomUUID()];
    await keys.put([`person:${person}`]);
    const who = { ageBand: ageBandOf(program, 30), jurisdiction: jurisdictionOf(program, 'CN') };
    await subjects.create({ id: person, region: region.id, ...who } as never);
    await subjects.activate(person);
    await members.add(person, 'Bench', { home, role: 'owner', scope: {} });
    const { device, secret } = await runtime.admit(home, person, 'Gateway', '');
    const household = await runtime.household(home);
    const names = Array.from({ length: devices }, (_, i) => `room${i % 9}/sensor${i}`);
    let first = '';
    for (const [i, name] of names.entries()) {
      const description = { address: `0x${i.toString(16).padStart(16, '0')}`, name, model: 'Aqara WSDCGQ11LM' };
      const rest = { features: [], firmware: '3000-0001', ip: '', space: '' };
      const made = await household.describe({ via: device }, { ...description, ...rest });
      if (i === 0) first = made.id;
    }
    return { home, person, device: first, gateway: { name: device, secret, devices: names } };
  };
  const all: Settled[] = [];
  for (let at = 0; at < homes; at += AT_ONCE)
    all.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, homes - at) }, one))));
  return all;
}
