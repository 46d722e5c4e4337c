import { endpoint } from '@kept/api';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Route } from './route.ts';
import { type Service, type ServiceContext, serve } from './service.ts';
import { type Flaw, toy, toyWith } from './testing/toy.ts';
import { conformance, faultsOf, openStage, RULES, type Trial } from './testing.ts';

const { service, sample } = toyWith();
conformance(service, { sample: (stage) => sample(stage)() });

/** Which rules turn red, and what they say. */
async function red(flaw: Flaw): Promise<string[]> {
  const broken = toyWith(flaw);
  const stage = await openStage(broken.service, { seed: 2 });
  // The search of the disk waits for checkpoints, and is of use to one of them only.
  const rules = RULES.filter(({ name }) => flaw === 'left in the clear' || name !== rule('no value can be read'));
  return faultsOf({ stage, service: broken.service, sample: broken.sample(stage), unbounded: {} }, rules);
}
const rule = (start: string): string => RULES.find(({ name }) => name.startsWith(start))!.name;

test.each<[Flaw, string[]]>([
  ['left in the clear', [`${rule('no value can be read')}: \`nicknames.nickname\` can be read in`]],
  [
    'not shown',
    [
      `${rule('the person sees')}: \`nicknames.nickname\` is held, and not shown`,
      `${rule('every value that can be read')}: \`nicknames.nickname\` is not in the copy as json`,
    ],
  ],
  [
    'not removed',
    [
      `${rule('after the account is closed')}: \`nicknames\` still lists something of the person`,
      `${rule('after the account is closed')}: \`public.toy_nicknames\` still names the person`,
    ],
  ],
  [
    'collected as if it were a correction',
    [`${rule('what is held was collected')}: \`nicknames.nickname\` is held without a decision to collect it`],
  ],
  ['kept for ever', [`${rule('what is kept for some time')}: \`nicknames.nickname\` is held after its time`]],
  ['corrected by nobody', [`${rule('the person corrects')}: \`nicknames.nickname\` is not what it was corrected to`]],
])('a service whose datum is %s turns red', { timeout: 240_000 }, async (flaw, expected) => {
  const faults = await red(flaw);
  for (const each of expected) expect(faults).toContainEqual(expect.stringContaining(each));
});

/** Rules that look at nothing but what a service says of itself. */
const said = (start: string, of: Service, unbounded: Trial['unbounded'] = {}) =>
  RULES.find(({ name }) => name.startsWith(start))!.faults({ service: of, unbounded } as unknown as Trial);

test('a service without words, with a field that has no place, and one whose field is in two places', async () => {
  expect(await said('it says', service)).toEqual([]);
  const mute = serve({ ...toy, label: { ...toy.label, 'zh-Hant': ' ' }, elsewhere: {} }, []);
  expect(await said('it says', mute)).toEqual([
    '`nickname` of `registration` has no place',
    '`label` has no words in zh-Hant',
  ]);
  const twice = serve({ ...toy, elsewhere: { ...toy.elsewhere, phone: 'elsewhere too' } }, []);
  expect(await said('it says', twice)).toEqual(['`phone` is said to be elsewhere, and is held by `numbers`']);
});

test('routes for nobody, without bounds, of other parameters; an excuse that excuses nothing', async () => {
  const answers = { 200: z.object({}) };
  const handle = async () => ({ status: 200, body: {} });
  const route = (declaration: object): Route<ServiceContext> => ({
    endpoint: endpoint({
      method: 'POST',
      path: '/api/toy',
      who: 'person',
      summary: '',
      answers,
      ...declaration,
    } as never),
    handle,
  });
  const bad = [
    route({ who: 'everybody' }),
    route({ path: '/api/toy/:id', params: z.strictObject({ name: z.uuid() }) }),
    route({ path: '/api/toy/loose', body: z.object({ note: z.string() }) }),
  ];
  const broken = { ...service, routes: bad };
  const path = 'POST /api/toy';
  expect(await said('every route', broken)).toEqual([
    `${path}: it is for \`everybody\`, which is nobody`,
    `${path}/:id: the parameters of its path are not those of its schema`,
    `${path}/loose: body: takes unknown keys`,
    `${path}/loose: body/properties/note: string without a bound`,
  ]);
  const excused = { 'body/properties/note': 'a text of any length', 'body/extra': 'no such part' };
  expect(await said('every route', { ...service, routes: bad.slice(2) }, excused)).toEqual([
    `${path}/loose: body: takes unknown keys`,
    '`body/extra` is excused for nothing',
  ]);
});
