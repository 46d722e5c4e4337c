/** The booking service: where the stores are, and visits. Read this first. */
import { type ContextOf, defineService, serve } from '@kept/kit';
import { aqaraAccount } from '@kept/policy-aqara-account';
import { MADE_UP, Stores } from './stores.ts';

const here = 'stays in the browser, which has every store and looks by itself';

export const booking = defineService({
  name: 'booking',
  label: { 'zh-Hans': '预约', 'zh-Hant': '預約', en: 'Visits' },
  about: {
    'zh-Hans': '找一家门店，约个时间；约好的随时能改、能取消。',
    'zh-Hant': '找一家門市，約個時間；約好的隨時能改、能取消。',
    en: 'Finds a store and agrees a time with it; what is agreed can be moved or called off at any time.',
  },
  policy: aqaraAccount,
  uses: [],
  settings: { schema: Stores, otherwise: MADE_UP },
  serves: ['booking'],
  resources: {
    visit: {
      collection: 'booking',
      label: { 'zh-Hans': '约好的时间', 'zh-Hant': '約好的時間', en: 'Visits' },
      rows: 'many',
      form: {
        'booking-name': { kind: 'text', longest: 80 },
        'booking-phone': { kind: 'phone', longest: 32 },
        'booking-region': { kind: 'text', longest: 120 },
        'booking-address': { kind: 'text', longest: 200 },
        'booking-need': { kind: 'multiline', longest: 1_000 },
      },
      plain: {
        store: { type: 'text', why: 'which store', indexed: true, nullable: true },
        starts: { type: 'timestamptz', why: 'when it begins', nullable: true },
        ends: { type: 'timestamptz', why: 'when it is over', indexed: true, nullable: true },
        // Whose it is says the row; that it is taken is all that anybody else learns.
        place: { type: 'text', why: 'one of the places of a store at one time', unique: true, nullable: true },
        at: { type: 'text', why: 'at the store or at home', nullable: true },
        moves: { type: 'integer', why: 'how often it was moved', nullable: true },
      },
    },
  },
  elsewhere: {
    'booking-code': 'not asked for: whoever books is signed in',
    ...{ 'booking-store-area': here, 'booking-location': here, 'booking-location-permission': here },
  },
});

export type BookingContext = ContextOf<typeof booking>;
export type BookingPlace = ReturnType<BookingContext['at']>;

/** Its tables; the routes are in index.ts. */
export const served = serve(booking, []);
