/** What a person types to come in: each bounded, none judged here. */
import { z } from 'zod';

/** A mail address or a phone number as typed; the server brings it into one form before anything else. */
export const Contact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('phone'),
    value: z
      .string()
      .trim()
      .min(5)
      .max(32)
      .regex(/^[+\d][\d\s().-]*$/),
  }),
  z.strictObject({
    kind: z.literal('email'),
    value: z
      .string()
      .trim()
      .min(3)
      .max(254)
      .regex(/^[^\s@]+@[^\s@]+$/),
  }),
]);
export type Contact = z.infer<typeof Contact>;

/** Length only; the server also refuses common and guessable ones (`PASSWORD_WEAK`). */
export const Password = z.string().min(10).max(128);
/** Bounded, never judged: an old password may be shorter than today's rule. */
export const GivenPassword = z.string().min(1).max(128);
export const Code = z.string().regex(/^\d{6}$/);
export const BackupCode = z.string().trim().min(6).max(40);
export const Nickname = z.string().trim().min(1).max(40);
