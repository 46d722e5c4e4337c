import { expect, test } from 'vitest';
import {
  ageBandIn,
  compile,
  jurisdictionsIn,
  type Manifest,
  type Program,
  reductions,
  rightsKept,
  successionOf,
} from './index.ts';
import { tiny } from './testing.ts';

const say = (en: string) => ({ en, 'zh-Hans': en, 'zh-Hant': en });
const version = (n: number, change: object): Manifest => ({ ...tiny, version: `v${n}`, ...change }) as never;
const access = tiny.rights.access;
const v1 = compile(tiny);

test('a succession refuses what would lose people or data', () => {
  expect(() => successionOf([])).toThrow(expect.objectContaining({ code: 'POLICY_SUCCESSION' }));
  expect(() => successionOf([v1, v1])).toThrow(/twice/);
  const moved = compile(version(2, { regions: { ...tiny.regions, eu: { ...tiny.regions.eu, country: 'FR' } } }));
  expect(() => successionOf([v1, moved])).toThrow(/`eu` is in another country/);
  const two = successionOf([v1, compile(version(2, {}))]);
  expect([two.of(v1.hash), two.of(two.present.hash.slice(0, 16)), two.of('')]).toEqual([0, 1, -1]);
});

test('a band that was split becomes its youngest part, whatever the bands are called', () => {
  const finer = compile(version(2, { ages: [...tiny.ages, { ...tiny.ages[0], below: 16 }] }));
  expect(finer.ageBands.ids).toEqual(['under-14', '14-15', '16-17', 'adult', 'unknown']);
  expect(['under-14', '14-17', 'adult', 'unknown', 'lost'].map((band) => ageBandIn(v1, band, finer))).toEqual([
    'under-14',
    '14-15',
    'adult',
    'unknown',
    'unknown',
  ]);
  expect(['14-15', '16-17'].map((band) => ageBandIn(finer, band, v1))).toEqual(['14-17', '14-17']);
});

test('a jurisdiction is who lives in it: renamed it is found, swapped it is not misread, divided it is both', () => {
  const eea = { label: say('EEA'), residences: ['DE', 'FR'], clause: '4' };
  const world = { label: say('World'), residences: ['*'], clause: '4' };
  const was = compile(version(1, { jurisdictions: { eea, world } }));
  const renamed = compile(version(2, { jurisdictions: { europe: eea, rest: world } }));
  expect(jurisdictionsIn(was, 'eea', renamed)).toEqual(['europe']);
  const swapped = compile(version(2, { jurisdictions: { eea: world, world: eea } }));
  expect(jurisdictionsIn(was, 'eea', swapped)).toEqual(['world']);
  const divided = compile(
    version(2, {
      jurisdictions: { eea: { ...eea, residences: ['DE'] }, paris: { ...eea, residences: ['FR'] }, world },
    }),
  );
  expect(jurisdictionsIn(was, 'eea', divided)).toEqual(['eea', 'paris']);
  expect(jurisdictionsIn(was, 'nowhere', divided)).toEqual([]);
});

test('rights that a version reduces stay as they were until somebody agrees; those it widens count at once', () => {
  const less = {
    ...access,
    deadline: { count: 30, unit: 'day', from: 'verified' },
    fee: say('A fee'),
    refusalGrounds: [{ label: say('Too often') }],
    identity: ['code'],
    clause: '1',
  };
  const copy = { ...access, kind: 'copy' };
  const two = successionOf([v1, compile(version(2, { rights: { access: less, copy } }))]);
  const [kept, more] = rightsKept(two, 0);
  expect(kept).toMatchObject({ id: 'access', version: v1, spared: ['deadline', 'fee', 'grounds'] });
  expect(kept!.right).toMatchObject({ deadline: access.deadline, fee: null, refusalGrounds: [], clause: '7' });
  expect(kept!.right.identity).toEqual(['code', 'session']);
  expect(more).toMatchObject({ id: 'copy', version: two.present, spared: [] });
  expect(rightsKept(two, 0, (id) => (id === 'access' ? 1 : -1))[0]!.right).toEqual(less);
  expect(rightsKept(two, 1)[0]!.right).toEqual(less);

  const gone = successionOf([v1, compile(version(2, { rights: {} }))]);
  expect(rightsKept(gone, 0)).toMatchObject([{ id: 'access', right: access, spared: ['removed'] }]);
  expect(rightsKept(gone, 0, () => 1)).toEqual([]);
  expect(reductions(v1, gone.present)).toEqual([{ id: 'access', of: ['removed'] }]);

  // A third version gives back more than the first did: that counts, and nothing of it has to be agreed to.
  const better = { ...access, deadline: { count: 5, unit: 'day', from: 'verified' } };
  const three = successionOf([v1, two.versions[1]!, compile(version(3, { rights: { access: better } }))]);
  const identity = ['session', 'code'];
  expect(rightsKept(three, 0)[0]).toMatchObject({ version: three.present, spared: [], right: { ...better, identity } });
});

test('a reason for asking that goes stays for whoever had it, and one that comes counts at once', () => {
  const reasons = (...ids: string[]) => ({
    ...{
      access: { ...access, grounds: Object.fromEntries(ids.map((id) => [id, { label: say('Why'), holds: 'judged' }])) },
    },
  });
  const [all, some, free] = [reasons('a', 'b'), reasons('b', 'c'), { access }].map((rights, n) =>
    compile(version(n + 1, { rights })),
  ) as [Program, Program, Program];
  const heldAfter = (before: Program, after: Program) => rightsKept(successionOf([before, after]), 0)[0]!;
  expect(heldAfter(all, some).spared).toEqual(['conditions']);
  expect(Object.keys(heldAfter(all, some).right.grounds!).toSorted()).toEqual(['a', 'b', 'c']);
  expect(heldAfter(some, free)).toMatchObject({ spared: [], right: { clause: '7' } });
  expect(heldAfter(some, free).right.grounds).toBeUndefined();
  const again = heldAfter(
    compile(version(1, { rights: { access } })),
    compile(version(2, { rights: some.manifest.rights })),
  );
  expect(again.spared).toEqual(['conditions']);
  expect(again.right.grounds).toBeUndefined();
});

test.each([
  ['15 working-day', '29 day', true],
  ['15 working-day', '15 day', false],
  ['30 day', '15 working-day', false],
  ['30 day', '1 month', true],
  ['1 month', '30 day', true],
  ['1 month', '28 day', false],
  ['45 day', '45 day', false],
])('a deadline of %s that becomes %s: whether it is a reduction', (before, after, reduced) => {
  const of = (text: string) => {
    const [count, unit] = text.split(' ');
    return { access: { ...access, deadline: { count: Number(count), unit, from: 'verified' } } };
  };
  const [was, is] = [compile(version(1, { rights: of(before) })), compile(version(2, { rights: of(after) }))];
  expect(reductions(was, is)).toEqual(reduced ? [{ id: 'access', of: ['deadline'] }] : []);
});
