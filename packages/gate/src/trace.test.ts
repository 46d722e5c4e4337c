import { Days, Hours, SeededRandom } from '@kept/base';
import { tiny } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import type { DecisionEntry, Sought, Touched } from './index.ts';
import { testGate } from './testing.ts';

const kept = await testGate({ policy: tiny, region: 'eu', jurisdiction: 'everywhere' });
const { gate, subjects, keys, clock } = kept;
const begun = clock.now();
const seed = Number(process.env['KEPT_SEED'] ?? 20261127);
const random = new SeededRandom(seed);
const pick = <T>(of: readonly T[]): T => of[Math.floor(random.next() * of.length)]!;

const STAFF = ['anna', 'bo'];
const people = await Promise.all(Array.from({ length: 20 }, () => kept.newPerson()));
/** Four days of what staff and services do, some of it refused. */
for (let i = 0; i < 400; i++) {
  clock.advance(Hours(random.next() / 2));
  const [purpose, field] = pick([
    ['account', 'phone'],
    ['account', 'nickname'],
    ['support', 'recording'],
  ] as const);
  await gate.ask({
    ...{ action: pick(['use', 'collect'] as const), service: pick(['desk', 'shop']), purpose, fields: [field] },
    actor: pick([{ role: 'operator', id: pick(STAFF) }, { role: 'service' }] as const),
    subject: pick(people),
  });
}
const ended = clock.now() + 1;

/** The slow way: everybody's activity, read by themselves. */
async function asked(sought: Sought): Promise<Touched[]> {
  const touched: Touched[] = [];
  for (const subject of people.toSorted()) {
    const entries = ((await gate.activity(subject, { limit: 1_000 })) as DecisionEntry[]).filter(
      (each) =>
        each.outcome === 'permit' &&
        each.at >= sought.from &&
        each.at < sought.to &&
        (sought.actor ?? each.actor.id) === each.actor.id &&
        (sought.service ?? each.service) === each.service &&
        (sought.actions ?? [each.action]).includes(each.action) &&
        (sought.fields ?? each.fields).some((field) => each.fields.includes(field)),
    );
    const times = entries.map(({ at }) => at);
    if (entries.length === 0) continue;
    const fields = [...new Set(entries.flatMap((each) => each.fields))].sort();
    touched.push({ subject, fields, entries: entries.length, first: Math.min(...times), last: Math.max(...times) });
  }
  return touched;
}

test(`a trace finds whom everybody's own activity says it reached, and nobody else (seed ${seed})`, async () => {
  const questions: Sought[] = [
    { from: begun, to: ended },
    { from: begun, to: ended, actor: 'anna' },
    { from: begun, to: ended, actor: 'nobody' },
    { from: begun + Days(1), to: begun + Days(2), actor: 'bo', service: 'desk' },
    { from: begun, to: ended, actions: ['collect'], fields: ['nickname'] },
  ];
  for (const sought of questions) expect((await gate.trace(sought)).people).toEqual(await asked(sought));
});

test('it begins at its first instant and is over before its last', async () => {
  const [first] = (await gate.trace({ from: begun, to: ended })).people.toSorted((a, b) => a.first - b.first);
  const from = first!.first;
  expect((await gate.trace({ from, to: from + 1 })).people.map(({ subject }) => subject)).toEqual([first!.subject]);
  expect((await gate.trace({ from: from + 1, to: ended })).people).toEqual(await asked({ from: from + 1, to: ended }));
  await expect(gate.trace({ from, to: from })).rejects.toMatchObject({ code: 'GATE_BAD_QUESTION' });
});

test('what it goes through is told, and what nobody can read any more is counted', async () => {
  const before = await gate.trace({ from: begun, to: ended });
  expect(before).toMatchObject({ decisions: 400, unreadable: 0 });
  const [gone] = people as [string];
  const theirs = (await gate.activity(gone, { limit: 1_000 })).length;
  await keys.erase([`person:${gone}`]);
  await subjects.erase(gone);
  const heard: number[] = [];
  const after = await gate.trace({ from: begun, to: ended }, (done, of) => heard.push(done / of));
  expect(after).toMatchObject({ decisions: 400, unreadable: theirs });
  expect(after.people).toEqual(before.people.filter(({ subject }) => subject !== gone));
  expect(heard.at(-1)).toBe(1);
});
