/** Ways out, as far as credentials were set; what has none lands in the outbox. */
import { type RecipientsOptions, smtp, yunpian } from '@kept/recipients';
import type { Config } from './config.ts';

export function adaptersOf({ smtp: mail, smsKey, smsBase }: Config): NonNullable<RecipientsOptions['adapters']> {
  return {
    ...(mail && { email: smtp({ url: mail, from: 'Kept <no-reply@kept.example>' }) }),
    ...(smsKey && { sms: yunpian({ apiKey: smsKey, signature: 'Kept', ...(smsBase && { baseUrl: smsBase }) }) }),
  };
}
