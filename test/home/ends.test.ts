/** What ends by itself: by a clock that is moved by hand. */
import { ManualClock, Minutes } from '@kept/base';
import { type Person, type TestHouse, testHouse } from '@kept/server/testing';
import { runtimeOf } from '@kept/service-devices';
import { membersOf } from '@kept/service-spaces';
import { beforeAll, expect, test, vi } from 'vitest';
import { addGateway, connect, letIn, listen, newHome, send, synthetic } from './people.ts';

const clock = new ManualClock(Date.now());
let kept: TestHouse;
let [lin, fitter, guest]: Person[] = [];
let home: string;
let base: string;

beforeAll(async () => {
  kept = await testHouse({ clock });
  [lin, fitter, guest] = [await kept.person(), await kept.person(), await kept.person()];
  home = await newHome(lin!);
  base = await kept.app.listen({ port: 0, host: '127.0.0.1' });
}, 240_000);

const region = () => kept.house.regions.get(lin!.region)!;

test('when somebody’s time runs out, what they had let in and what they looked at ends, though nobody changes anything', async () => {
  const until = clock.now() + 60_000;
  await letIn(home, lin!, fitter!, 'installer', { until });
  await letIn(home, lin!, guest!, 'guest', { until });
  const theirs = await connect(kept, await addGateway(home, fitter!, 'Of the installer'));
  const own = await connect(kept, await addGateway(home, lin!));
  await send(own, synthetic());
  const looking = await listen(base, home, guest!);
  expect(looking.status).toBe(200);
  const ended = vi.fn();
  theirs.once('close', ended);
  clock.advance(Minutes(0.9));
  await membersOf(region()).ends.tick();
  expect([ended.mock.calls.length, theirs.connected]).toEqual([0, true]);
  clock.advance(Minutes(0.2));
  await membersOf(region()).ends.tick();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce(), 5_000);
  await looking.ended;
  expect(own.connected).toBe(true);
});

test('many devices are taken in without looking through those that are there', async () => {
  const runtime = runtimeOf(region());
  const household = await runtime.household(home);
  const rows = vi.spyOn(runtime.repositories.registry, 'rows');
  for (let i = 0; i < 3; i++)
    await household.describe(
      { via: null },
      { address: `new${i}`, name: `New ${i}`, model: 'X', features: [], firmware: '', ip: '', space: '' },
    );
  expect(rows).not.toHaveBeenCalled();
  rows.mockRestore();
});
