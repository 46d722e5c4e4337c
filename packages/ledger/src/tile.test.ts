import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntries, encodeEntries, parseTilePath, tilePath, tileWidth } from './tile.ts';

describe('the path of a tile', () => {
  it.each([
    [{ level: 0, n: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, n: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, n: 999, width: 17 }, 'tile/1/999.p/17'],
    [{ level: 63, n: 1_000, width: 1 }, 'tile/63/x001/000.p/1'],
    [{ level: 'entries' as const, n: 273, width: 112 }, 'tile/entries/273.p/112'],
  ])('of %j is %s', (name, path) => {
    expect(tilePath(name)).toBe(path);
    expect(parseTilePath(path)).toEqual(name);
  });

  it('reads back', () => {
    const level = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }));
    const name = fc.record({ level, n: fc.nat({ max: 2 ** 45 }), width: fc.integer({ min: 1, max: 256 }) });
    fc.assert(
      fc.property(name, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
      { seed: 1 },
    );
  });

  it.each([
    'checkpoint',
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/0/001/002',
    'tile/0/x000/001',
    'tile/0/x001/x002',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/../0/000',
    'tile/data/000',
    'tile/0/x009/x999/x999/x999/x999/999',
  ])('is none: %s', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });
});

it('a tree of 70,000 leaves has the tiles that the specification counts', () => {
  expect(tileWidth(70_000, 0, 272)).toBe(256);
  expect(tileWidth(70_000, 0, 273)).toBe(112);
  expect(tileWidth(70_000, 0, 274)).toBe(0);
  expect(tileWidth(70_000, 1, 0)).toBe(256);
  expect(tileWidth(70_000, 1, 1)).toBe(17);
  expect(tileWidth(70_000, 2, 0)).toBe(1);
  expect([tileWidth(256, 0, 0), tileWidth(256, 1, 0)]).toEqual([256, 1]);
});

describe('an entry bundle', () => {
  it('reads back', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (leaves) => {
        expect(decodeEntries(encodeEntries(leaves)).map((leaf) => [...leaf])).toEqual(leaves.map((leaf) => [...leaf]));
      }),
      { seed: 1 },
    );
  });

  it('has a length of two bytes, big endian, before each entry', () => {
    expect(
      encodeEntries([Buffer.alloc(0), Buffer.alloc(258, 7)])
        .subarray(0, 5)
        .toString('hex'),
    ).toBe('0000010207');
    expect(decodeEntries(encodeEntries([Buffer.alloc(65_535)]))[0]).toHaveLength(65_535);
    expect(() => encodeEntries([Buffer.alloc(65_536)])).toThrow(
      expect.objectContaining({ code: 'LEDGER_OUT_OF_BOUNDS' }),
    );
  });

  it.each(['00', '0001', '000100ff'])('that ends within an entry is refused: %s', (hex) => {
    expect(() => decodeEntries(Buffer.from(hex, 'hex'))).toThrow(expect.objectContaining({ code: 'LEDGER_DAMAGED' }));
  });
});
