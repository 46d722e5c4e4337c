/** Stores, as the business declares them. None of it is about a person. */
import { z } from 'zod';

const Words = z.strictObject({
  'zh-Hans': z.string().min(1).max(200),
  'zh-Hant': z.string().min(1).max(200),
  en: z.string().min(1).max(200),
});

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** One store: where it is, and when how many people can be looked after. */
export const Store = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  name: Words,
  province: Words,
  city: Words,
  district: Words,
  address: Words,
  /** In degrees. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  zone: z.string().max(60).refine(isZone, 'is no time zone'),
  /** Days of the week that it is open on, 1 for Monday. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  opens: Clock,
  closes: Clock,
  /** How long a visit takes, in minutes. */
  minutes: z.int().min(15).max(480),
  /** Visits at one time. */
  places: z.int().min(1).max(50),
  /** Made up, for trying out; its page says so. */
  synthetic: z.boolean().optional(),
});
export type Store = z.infer<typeof Store>;

/** `booking.json`. */
export const Stores = z
  .strictObject({ stores: z.array(Store).max(500) })
  .refine(({ stores }) => new Set(stores.map(({ id }) => id)).size === stores.length, 'two stores have one id');

/** Throws nothing: settings were read by this schema when the program started. */
export const storesOf = ({ settings }: { readonly settings: unknown }): readonly Store[] =>
  (settings as z.infer<typeof Stores>).stores;

const open = { zone: 'Asia/Shanghai', opens: '10:00', closes: '18:00', minutes: 60, synthetic: true } as const;
const address = {
  'zh-Hans': '样例路1号（不存在）',
  'zh-Hant': '範例路1號（不存在）',
  en: '1 Example Road (does not exist)',
};

/** Streets and stores that do not exist, in cities that do. */
export const MADE_UP: z.infer<typeof Stores> = {
  stores: [
    {
      ...open,
      id: 'sample-nanshan',
      name: { 'zh-Hans': '样例门店·南山', 'zh-Hant': '範例門市・南山', en: 'Sample store Nanshan' },
      province: { 'zh-Hans': '广东省', 'zh-Hant': '廣東省', en: 'Guangdong' },
      city: { 'zh-Hans': '深圳市', 'zh-Hant': '深圳市', en: 'Shenzhen' },
      district: { 'zh-Hans': '南山区', 'zh-Hant': '南山區', en: 'Nanshan' },
      ...{ address, latitude: 22.5, longitude: 113.9, days: [1, 2, 3, 4, 5, 6, 7], places: 2 },
    },
    {
      ...open,
      id: 'sample-tianhe',
      name: { 'zh-Hans': '样例门店·天河', 'zh-Hant': '範例門市・天河', en: 'Sample store Tianhe' },
      province: { 'zh-Hans': '广东省', 'zh-Hant': '廣東省', en: 'Guangdong' },
      city: { 'zh-Hans': '广州市', 'zh-Hant': '廣州市', en: 'Guangzhou' },
      district: { 'zh-Hans': '天河区', 'zh-Hant': '天河區', en: 'Tianhe' },
      ...{ address, latitude: 23.1, longitude: 113.4, days: [2, 3, 4, 5, 6, 7], places: 1 },
    },
    {
      ...open,
      id: 'sample-chaoyang',
      name: { 'zh-Hans': '样例门店·朝阳', 'zh-Hant': '範例門市・朝陽', en: 'Sample store Chaoyang' },
      province: { 'zh-Hans': '北京市', 'zh-Hant': '北京市', en: 'Beijing' },
      city: { 'zh-Hans': '北京市', 'zh-Hant': '北京市', en: 'Beijing' },
      district: { 'zh-Hans': '朝阳区', 'zh-Hant': '朝陽區', en: 'Chaoyang' },
      ...{ address, latitude: 39.9, longitude: 116.4, days: [1, 2, 3, 4, 5, 6], places: 3 },
    },
  ],
};
