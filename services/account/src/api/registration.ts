/** Registration: begun with a contact, confirmed with the code sent there; nothing else is collected before that. */
import { Country, endpoint, Instant, Language, Name, Sha256, Uuid, Years } from '@kept/api';
import { z } from 'zod';
import { Code, Contact, Nickname, Password } from './contact.ts';

const registrationParams = z.strictObject({ id: Uuid });

export const RegistrationStart = z.strictObject({
  contact: Contact,
  /** Where the person lives: decides the region, and so where everything is kept. */
  residence: Country,
  /** The person says that they are at least this old. They count as no older than that: what adults alone may do stays shut. */
  ageAtLeast: Years,
  language: Language,
  /** Hash of the policy that was shown. */
  notice: Sha256,
});
export type RegistrationStart = z.infer<typeof RegistrationStart>;

export const Registration = z.object({
  registration: Uuid,
  /** When the code stops being accepted. */
  expiresAt: Instant,
  /** When another may be asked for. */
  resendAt: Instant,
  codeLength: z.literal(6),
  maskedContact: z.string().max(120),
});
export type Registration = z.infer<typeof Registration>;

export const startRegistration = endpoint({
  method: 'POST',
  path: '/api/registrations',
  who: 'anyone',
  summary: 'Begins a registration and sends a code; answers alike whether or not the contact has an account.',
  body: RegistrationStart,
  answers: { 202: Registration },
});

export const resendRegistrationCode = endpoint({
  method: 'POST',
  path: '/api/registrations/:id/code',
  who: 'anyone',
  summary: 'Sends another code; the one before stops working.',
  params: registrationParams,
  answers: { 202: Registration },
});

export const RegistrationConfirmation = z.strictObject({
  code: Code,
  password: Password,
  nickname: Nickname.optional(),
});
export type RegistrationConfirmation = z.infer<typeof RegistrationConfirmation>;

export const confirmRegistration = endpoint({
  method: 'POST',
  path: '/api/registrations/:id/confirm',
  who: 'anyone',
  summary: 'Proves the contact, sets the password, and signs in.',
  params: registrationParams,
  body: RegistrationConfirmation,
  answers: { 201: z.object({ person: Uuid, region: Name }) },
});
