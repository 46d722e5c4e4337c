/** What somebody is told of their visit: when and where, and nothing that they wrote. */
import { KeptError, uuidv7 } from '@kept/kit';
import type { BookingPlace } from './service.ts';
import type { Store } from './stores.ts';
import { timeAt } from './times.ts';

type Lang = keyof Store['name'];
export type News = 'booked' | 'moved' | 'called-off';

/** Subject and text. */
export function newsOf(news: News, store: Store, starts: number, lang: Lang): { subject: string; text: string } {
  const { day, time } = timeAt(store, starts);
  const [name, address] = [store.name[lang], store.address[lang]];
  switch (lang) {
    case 'zh-Hans': {
      const said = { booked: '约好了', moved: '改好了', 'called-off': '取消了' }[news];
      const end = news === 'called-off' ? '门店来不了，抱歉。请另约时间。' : '要改或取消，请登录后到“预约”里办。';
      return {
        subject: `预约${said}：${day} ${time}`,
        text: `${day} ${time}，${name}（${address}）的预约${said}。${end}`,
      };
    }
    case 'zh-Hant': {
      const said = { booked: '約好了', moved: '改好了', 'called-off': '取消了' }[news];
      const end = news === 'called-off' ? '門市無法接待，抱歉。請另約時間。' : '要改或取消，請登入後到「預約」裡辦。';
      return {
        subject: `預約${said}：${day} ${time}`,
        text: `${day} ${time}，${name}（${address}）的預約${said}。${end}`,
      };
    }
    case 'en': {
      const said = { booked: 'is booked', moved: 'has been moved', 'called-off': 'was called off by the store' }[news];
      const end =
        news === 'called-off' ? 'We are sorry: please book another time.' : 'Sign in to move it or call it off.';
      return {
        subject: `Your visit ${said}: ${day} ${time}`,
        text: `Your visit on ${day} at ${time}, ${name} (${address}), ${said}. ${end}`,
      };
    }
  }
}

/** Ends of a message that leave the visit as it is. */
const reached = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => {
    if (error instanceof KeptError && error.kind !== 'bug') return null;
    throw error;
  });

/** By text message to the number that was given for it, through the carrier that the policy names for visits. */
export async function tellBySms(
  place: BookingPlace,
  owner: string,
  row: string,
  compose: () => { readonly subject: string; readonly text: string },
): Promise<boolean> {
  const fields = ['booking-phone'] as const;
  const sent = place.recipients.reach('sms', {
    ...{ actor: { role: 'service' }, service: 'booking', subject: owner, purpose: 'booking', fields },
    values: (await place.resources.visit.read({ role: 'service' }, owner, row, 'booking', fields)) as Record<
      string,
      string
    >,
    compose: (values) => ({ to: values['booking-phone']!, ...compose() }),
  });
  return (await reached(sent)) !== null;
}

/** By e-mail to the address of the account, if it has one. */
export async function tellByMail(
  place: BookingPlace,
  owner: string,
  compose: (lang: Lang) => { readonly subject: string; readonly text: string },
): Promise<boolean> {
  const written = place.identity.write(owner, { id: uuidv7(place.clock), by: ['email'], message: compose });
  return ((await reached(written)) ?? []).length > 0;
}

/** Says by which ways. */
export async function tell(
  place: BookingPlace,
  owner: string,
  row: string,
  [news, store, starts, lang]: readonly [News, Store, number, Lang],
): Promise<('sms' | 'email')[]> {
  const [sms, mail] = await Promise.all([
    tellBySms(place, owner, row, () => newsOf(news, store, starts, lang)),
    tellByMail(place, owner, (own) => newsOf(news, store, starts, own)),
  ]);
  return [...(sms ? (['sms'] as const) : []), ...(mail ? (['email'] as const) : [])];
}
