/** On whose data somebody looks, and by what right. */
import { NothingHeld } from '@kept/kit';
import { type Act, livesThere, type Membership, NotGranted } from '@kept/service-spaces';
import type { Device, Household } from './household.ts';
import type { Runtime } from './runtime.ts';

export type Purpose = 'rights' | 'device-security';
type Field = 'device-state' | 'device-energy' | 'device-log' | 'device-id' | 'device-model' | 'device-space';

/** Who lives there looks at their own; who is let in, at the copy of somebody who lives there, and that is noted with them. */
export interface View {
  readonly by: { readonly role: 'person'; readonly id?: string };
  readonly owner: string;
  readonly purpose: Purpose;
}

/** In whose copy they may look, the likeliest first. */
export function viewsOf({ person, role, inviter }: Membership, household: Household): View[] {
  if (livesThere(role)) return [{ by: { role: 'person' }, owner: person, purpose: 'rights' }];
  const hosts = [inviter, ...household.residents].filter((each) => each !== null && household.residents.includes(each));
  return [...new Set(hosts)].map((owner) => ({
    by: { role: 'person', id: person },
    owner: owner!,
    purpose: 'device-security',
  }));
}

const SHOWN: readonly Field[] = ['device-state', 'device-energy', 'device-id', 'device-model', 'device-space'];

/** Decided and recorded; answers whose copy it is. Throws GATE_REFUSED where nobody’s may be seen. */
export async function lookOn(runtime: Runtime, own: Membership, household: Household): Promise<View> {
  let refusal: unknown = new NotGranted();
  for (const view of viewsOf(own, household)) {
    const ask = { action: 'use', actor: view.by, service: 'devices', subject: view.owner } as const;
    try {
      await runtime.region.gate.permit({ ...ask, purpose: view.purpose, fields: SHOWN });
      return view;
    } catch (error) {
      if ((error as { kind?: string }).kind !== 'refused') throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** A device that the person may do this with now. Throws KIT_NOT_FOUND, SPACES_NOT_GRANTED. */
export async function reach(
  runtime: Runtime,
  { id, device }: { readonly id: string; readonly device: string },
  person: string,
  act: Act,
): Promise<{ own: Membership; household: Household; device: Device }> {
  const own = await runtime.members.find(id, person);
  if (!own) throw new NothingHeld();
  const household = await runtime.household(id);
  const found = household.devices.get(device);
  if (!found) throw new NothingHeld();
  if (!runtime.members.may(own, act, spaceOf(found))) throw new NotGranted();
  return { own, household, device: found };
}

/** Where it stands; undefined where nobody has said. */
export const spaceOf = ({ description }: Device): string | undefined => description.space || undefined;
