/**
 * The demo: an invented person who joins, agrees and fills in a profile through the same door as everybody, so that the
 * pages show something from the first start. Nothing about her is special; closing her account removes her.
 */
import type { Contact } from '@kept/identity';
import type { FastifyInstance } from 'fastify';
import type { House } from '../house.ts';
import { DemoBrowser } from './browser.ts';

/** Everybody may know this password: the account holds nothing of anybody real. */
export const DEMO = {
  contact: { kind: 'email', value: 'linlan@demo.example' } satisfies Contact,
  password: 'wet-lanterns-under-old-eaves',
} as const;

const PROFILE = {
  'profile-name': '林岚',
  'profile-region': '浙江杭州',
  'profile-bio': '阳台上种了一排香草，夜里爱开一盏小灯。',
  'profile-company': '檐下设计工作室',
  'profile-industry': '室内设计',
} as const;

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0';
// Addresses of TEST-NET-3 (RFC 5737): nobody's.
const PHONE = { address: '203.0.113.42', device: `Mozilla/5.0 (Linux; Android 16) ${CHROME} Mobile Safari/537.36` };
const DESK = { address: '203.0.113.7', device: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36` };

/** Whether she is there, or has been removed. */
export const demoIsHere = async ({ front }: House): Promise<boolean> =>
  (await front.locate(DEMO.contact)) !== undefined;

/** Whether nothing has happened in this house yet. */
export const isUntouched = ({ regions }: House): boolean =>
  [...regions.values()].every(({ ledger }) => ledger.size === 0);

/** Throws SERVER_DEMO_STUCK. */
export async function inviteDemo(house: House, app: FastifyInstance, origin: string): Promise<void> {
  const language = 'zh-Hans';
  const phone = new DemoBrowser(app, origin, { ...PHONE, language });
  await phone.call(200, 'GET', '/api/notice');
  const { registration } = await phone.call<{ registration: string }>(202, 'POST', '/api/registrations', {
    ...{ contact: DEMO.contact, residence: 'CN', ageAtLeast: 18, language, notice: house.program.hash },
  });
  await phone.call(201, 'POST', `/api/registrations/${registration}/confirm`, {
    ...{ code: await newestCode(house), password: DEMO.password, nickname: '林岚' },
  });
  // Before she has agreed to it the profile is refused: that, too, is in her activity.
  await phone.call(403, 'PATCH', '/api/account/profile', { values: PROFILE });
  await phone.call(200, 'PUT', '/api/my/consents/profile', { given: true });
  await phone.call(200, 'PATCH', '/api/account/profile', { values: PROFILE });

  const desk = new DemoBrowser(app, origin, { ...DESK, language });
  await desk.call(202, 'POST', '/api/session/code', { contact: DEMO.contact });
  await desk.call(200, 'POST', '/api/session/code/verify', { contact: DEMO.contact, code: await newestCode(house) });
  const { categories } = await desk.call<{ categories: { items: { id: string; field: string }[] }[] }>(
    ...([200, 'GET', '/api/my/data'] as const),
  );
  const shown = categories.flatMap(({ items }) => items).find(({ field }) => field === 'profile-region');
  if (shown) await desk.call(200, 'POST', '/api/my/data/reveal', { item: shown.id });
}

/** As somebody at the console reads it while no provider is set; that reading is recorded too. */
async function newestCode({ regions, front }: House): Promise<string> {
  const region = (await front.locate(DEMO.contact)) ?? [...regions.keys()][0]!;
  const { identity, recipients } = regions.get(region)!;
  await identity.idle();
  const reader = { actor: { role: 'operator', id: 'demo' }, service: 'console' } as const;
  const [newest] = await recipients.outbox.list(reader, { limit: 1 });
  return /\b\d{6}\b/.exec(newest?.message?.text ?? '')?.[0] ?? '';
}
