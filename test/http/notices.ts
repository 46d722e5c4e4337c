import type { Person, TestHouse } from '@kept/server/testing';
import { inboxOf } from '@kept/service-inbox';

/** What an automation of theirs has told them; answers its id. */
export async function noticeOf({ house }: TestHouse, { id, region }: Pick<Person, 'id' | 'region'>): Promise<string> {
  const inbox = inboxOf(house.regions.get(region)!);
  const [home, notice] = ['0193a1f2-7c00-7000-8000-000000000000', '0193a1f2-7c00-7000-8000-000000000001'];
  await inbox.write(id, { home, notice, from: 'Morning', text: 'Good morning' });
  return (await inbox.of(id, 1))[0]!.id;
}
