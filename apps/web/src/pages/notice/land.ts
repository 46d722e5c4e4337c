/**
 * Where there is land: one row for each 3 degrees from 76.5° N to 55.5° S, one bit for each 3 degrees from 178.5° W to 178.5° E.
 * Sampled from Natural Earth's 1:110m land, which is in the public domain.
 */
const rows: readonly string[] = [
  '0000192fc7fff80000002003800000',
  '000018bec07ff800000201fff41000',
  '03c003cbf83fe0000c0037ffffff80',
  '87ffffffae3f80007fcff7ffffffff',
  '03ffffffbc1c0600effffffffffffe',
  '07fffff8300c0003dfffffffffff5c',
  '0083fff83a000022cfffffffffe040',
  '0000fffe3f0000209fffffffff80c0',
  '00007fffbf80005ffffffffffff080',
  '00001ffffc00001ffffffffffff000',
  '00001ffffc00001ffd7bffffffd000',
  '00001ffff800005df877ffffff9000',
  '00001fffe000007073fbfffff60000',
  '00001fffe000007097fbfffffa2000',
  '00000fffc000003e00fffffff0c000',
  '000007ff8000007f98fffffff90000',
  '000001f0800000fffef7fffff80000',
  '000000f0000001fffff8fffff00000',
  '00000060400001ffff7f1fdfc00000',
  '00000072080001ffff3e0f1e800000',
  '0000001e000003ffffbc0e1f080000',
  '00000003000003fffff00607000000',
  '000000011d0001fffff80601000000',
  '000000003f0000fffff80000040000',
  '000000003fe00043fff00008300000',
  '000000003fe00001ffe00006e00000',
  '000000007ff80001ffc00002688000',
  '000000007ffe0000ff800002007000',
  '000000007fff0000ff800000c03800',
  '000000003fff0000ff800000000000',
  '000000001ffe0000ffc80000019000',
  '000000000ffe0000ff98000007d800',
  '0000000007fe0000ff1000000ff800',
  '0000000007fc00007f3000003ffc00',
  '000000000ff000007e0000003ffe00',
  '000000000ff000007e0000003ffe00',
  '000000000fe000003c0000001ffe00',
  '000000000fc0000020000000103c00',
  '000000001f80000000000000001c02',
  '000000001e00000000000000000002',
  '000000000c00000000000000000004',
  '000000001c00000000000000000008',
  '000000001800000000000000000000',
  '000000001800000000000000000000',
  '000000000000000000000000000000',
];

export const columns = 120;
export const height = rows.length;
const degrees = 3;
const west = -180;
const north = 78;

/** Columns and rows that are land. */
export const land: readonly (readonly [x: number, y: number])[] = rows.flatMap((row, y) =>
  [...row].flatMap((digit, at) =>
    [8, 4, 2, 1].flatMap((bit, i) => ((Number.parseInt(digit, 16) & bit) === 0 ? [] : [[at * 4 + i, y] as const])),
  ),
);

/** Longitude and latitude of where a country is shown, in degrees. */
const places: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  ...{ AU: [134, -25], BR: [-52, -10], CA: [-105, 56], CN: [104, 35], DE: [10.5, 51], EU: [8, 49], FR: [2.5, 46.5] },
  ...{ GB: [-2, 53], HK: [114, 22.3], ID: [113, -1], IE: [-8, 53], IN: [78.5, 22], JP: [138, 37], KR: [127.8, 36.5] },
  ...{ MO: [113.5, 22.2], MY: [102, 4], NL: [5.5, 52], RU: [55, 57], SG: [103.8, 1.3], TW: [121, 23.7], US: [-98, 39] },
};

/** On the same grid; undefined for a country that is not on the map. */
export function placeOf(country: string): readonly [x: number, y: number] | undefined {
  const [longitude, latitude] = places[country] ?? [];
  if (longitude === undefined || latitude === undefined) return undefined;
  return [(longitude - west) / degrees - 0.5, (north - latitude) / degrees - 0.5];
}
