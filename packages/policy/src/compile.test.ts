import { expect, test } from 'vitest';
import { ageBandOf, compile, jurisdictionOf, type Manifest, regionOf, retentionOf } from './index.ts';
import { tiny } from './testing/tiny.ts';

const program = compile(tiny);

test('a program is named by its content, whatever the order it is written in', () => {
  const { format, ...rest } = tiny;
  const reordered = { ...Object.fromEntries(Object.entries(rest).toReversed()), format } as unknown as Manifest;
  expect(program.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(compile(reordered).hash).toBe(program.hash);
  expect(compile(JSON.parse(JSON.stringify(tiny))).hash).toBe(program.hash);
  expect(compile({ ...tiny, version: '2' }).hash).not.toBe(program.hash);
});

test('a program is frozen, and apart from what it was compiled from', () => {
  expect(Object.isFrozen(program.manifest.fields.phone!.label)).toBe(true);
  const draft = structuredClone(tiny) as unknown as { fields: Record<string, { sensitive: boolean }> };
  const own = compile(draft as unknown as Manifest);
  draft.fields.phone!.sensitive = true;
  expect(own.manifest.fields.phone!.sensitive).toBe(false);
});

test('names are numbers, and back', () => {
  for (const index of [program.fields, program.purposes, program.regions, program.consents])
    for (const [i, id] of index.ids.entries()) expect(index.of(id)).toBe(i);
  expect(program.fields.of('nobody')).toBe(-1);
  expect(program.purposes.ids).toEqual(['account', 'support', 'rights']);
  expect(program.groups.ids).toEqual(['account', 'support']);
  expect(program.ageBands.ids).toEqual(['under-14', '14-17', 'adult', 'unknown']);
});

test('people are placed by where they live and how old they are', () => {
  expect(regionOf(program, 'CN')).toBe('cn');
  expect(regionOf(program, 'FR')).toBe('eu');
  expect(jurisdictionOf(program, 'US-CA')).toBe('everywhere');
  expect([0, 13.9, 14, 17, 18, 99].map((years) => ageBandOf(program, years))).toEqual([
    'under-14',
    'under-14',
    '14-17',
    '14-17',
    'adult',
    'adult',
  ]);
  expect(() => ageBandOf(program, -1)).toThrow(/an age/);
  expect(() => ageBandOf(program, Number.NaN)).toThrow(/an age/);
});

test('an age of which only a right speaks ends a band all the same', () => {
  const rights = { access: { ...tiny.rights.access, below: 16 } };
  const young = compile({ ...tiny, rights } as unknown as Manifest);
  expect(young.ageBands.ids).toEqual(['under-14', '14-15', '16-17', 'adult', 'unknown']);
});

test('the closest rule says how long a datum is kept', () => {
  const rule = (event: 'closure' | 'withdrawal' | 'purpose-end', more: object) => ({
    ...more,
    until: { event },
    end: 'erase' as const,
    clause: '5' as const,
  });
  const manifest = {
    ...tiny,
    retention: [
      rule('closure', {}),
      rule('purpose-end', { purposes: ['support'] }),
      rule('withdrawal', { fields: ['recording'] }),
    ],
  } as unknown as Manifest;
  const event = (held: Parameters<typeof retentionOf>[1]) => retentionOf(manifest, held).map((each) => each.until);
  expect(event({ field: 'nickname' })).toEqual([{ event: 'closure' }]);
  expect(event({ field: 'phone', purpose: 'account' })).toEqual([{ event: 'closure' }]);
  expect(event({ field: 'phone', purpose: 'support' })).toEqual([{ event: 'purpose-end' }]);
  expect(event({ field: 'recording', purpose: 'support' })).toEqual([{ event: 'withdrawal' }]);
});
