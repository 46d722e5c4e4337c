/** The smallest policy under which twelve fields are collected and used. */
import { definePolicy, type Text } from '@kept/policy';
import { FIELDS } from './people.ts';

const say = (text: string): Text => ({ en: text, 'zh-Hans': text, 'zh-Hant': text });
const field = (label: string) =>
  ({ label: say(label), category: 'pd:Contact', sensitive: false, subject: 'person', clause: '1' }) as const;

const fields = {
  'given-name': field('given name'),
  'family-name': field('family name'),
  email: field('e-mail'),
  phone: field('phone'),
  birthday: field('birthday'),
  street: field('street'),
  city: field('city'),
  postcode: field('postcode'),
  country: field('country'),
  document: field('document'),
  account: field('account'),
  note: field('note'),
} as const;

export const policy = definePolicy({
  format: 1,
  id: 'bench',
  version: '2026-01-01',
  language: 'en',
  published: '2026-01-01',
  effective: '2026-01-01',
  title: say('Bench'),
  controller: {
    name: 'Example Home Ltd',
    address: '1 Example Road',
    contacts: [{ channel: 'email', value: 'privacy@home.example', replyWithin: { count: 15, unit: 'working-day' } }],
    complaints: [{ authority: say('The authority') }],
    clause: '1',
  },
  scope: [],
  clauses: { '1': { title: say('All there is'), sentence: say('We deliver to your door.') } },
  otherwise: '1',
  jurisdictions: { everywhere: { label: say('Everywhere'), residences: ['*'], clause: '1' } },
  roles: { person: { label: say('You'), dpv: 'dpv:User' } },
  fields,
  purposes: {
    delivery: {
      label: say('Delivery'),
      dpv: ['dpv:DeliveryOfGoods'],
      basis: 'contract',
      group: 'delivery',
      fields: FIELDS,
      recipients: [],
      regions: ['eu'],
      beforeAccount: true,
      clause: '1',
    },
  },
  collections: {
    order: {
      label: say('Order'),
      required: FIELDS,
      optional: [],
      purposes: ['delivery'],
      refusal: say('No delivery.'),
      moment: say('When you order.'),
      clause: '1',
    },
  },
  consents: {},
  exemptions: {},
  exceptions: {},
  recipients: {},
  regions: { eu: { label: say('Europe'), country: 'DE', clause: '1' } },
  residency: [{ residence: '*', region: 'eu', clause: '1' }],
  transfers: [],
  retention: [{ until: { event: 'closure' }, end: 'erase', clause: '1' }],
  rights: {},
  ages: [],
  optOuts: {},
  prohibitions: [],
  separations: [],
  figures: {},
  breach: null,
  changes: {
    channels: ['email'],
    effective: 'on-notice',
    askAgain: ['new-purpose'],
    continuedUse: 'not-mentioned',
    clause: '1',
  },
  cookies: {},
  cookieControl: null,
  measures: {},
  notes: [],
});
