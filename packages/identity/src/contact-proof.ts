/**
 * Somebody without a session proves a contact, and with it what they ask for. Whether the contact is anybody's is looked up
 * after the proof alone: until then both cases do, and cost, the same.
 */
import { type Instant, Millis, uuidv7 } from '@kept/base';
import { accountAge, ageBandOf, jurisdictionOf, type Lang } from '@kept/policy';
import { z } from 'zod';
import { CODE_LENGTH } from './codes.ts';
import { type Contact, maskContact, normaliseContact } from './contact.ts';
import type { Desk } from './desk.ts';
import { codeWrong, registrationOver } from './errors.ts';
import { blindOf, claimOf } from './registration.ts';
import { REGISTRATION_LIFE, type Registration } from './registrations.ts';
import { ContactBody } from './sign-in.ts';

/** What is asked for, sealed until it is proven; of the caller's own form. */
const ASKS_MAX = 16_000;
/** A grown-up, where the policy knows no age of its own. */
const GROWN_UP = 18;

export const ProofBody = z.strictObject({
  contact: ContactBody,
  residence: z.string().regex(/^[A-Z]{2}$/),
  language: z.enum(['zh-Hans', 'zh-Hant', 'en']),
  use: z.enum(['request', 'agent']),
  asks: z.string().max(ASKS_MAX),
  life: z.int().min(60_000).max(604_800_000).optional(),
  stays: z.int().min(60_000).max(63_072_000_000).optional(),
});
export const ProvingBody = z.strictObject({ proof: z.uuid(), code: z.string().max(32) });
export const ProofCodeBody = z.strictObject({ proof: z.uuid() });

export interface ContactProofOptions {
  readonly contact: Contact;
  /** ISO 3166-1 alpha-2. */
  readonly residence: string;
  readonly language: Lang;
  /** Told in the message: for oneself, or by somebody in one's name. */
  readonly use: 'request' | 'agent';
  /** At most 16,000 characters. */
  readonly asks: string;
  /** How long it may be proven; half an hour unless said. */
  readonly life?: number;
  /** Whoever proves it stays somebody with a key of their own for so many milliseconds: asks for another person. */
  readonly stays?: number;
}

/** A code on its way to a contact. */
export interface ContactProof {
  readonly proof: string;
  readonly expiresAt: Instant;
  readonly codeLength: number;
  readonly maskedContact: string;
}

/** A proven contact, and whose it is. */
export interface ProvenContact {
  readonly contact: Contact;
  readonly asks: string;
  readonly language: Lang;
  readonly holder: { readonly person: string; readonly region: string } | null;
  /** Who has proven it, where they stay; nobody else is known by this id. */
  readonly newcomer: { readonly person: string; readonly region: string } | null;
}

/** Throws `IDENTITY_CONTACT_INVALID`, `IDENTITY_TOO_MANY`, `RECIPIENTS_NOT_REACHABLE`. */
export async function startContactProof(desk: Desk, body: z.infer<typeof ProofBody>): Promise<ContactProof> {
  const { residence, language, asks, use } = body;
  const contact = normaliseContact(body.contact, residence);
  const program = desk.program();
  const somebody = {
    ageBand: ageBandOf(program, accountAge(program)?.years ?? GROWN_UP),
    jurisdiction: jurisdictionOf(program, residence),
  };
  desk.post.refuseUnreachable(contact, somebody);
  await desk.post.reserve(contact);
  const id = uuidv7(desk.clock, desk.random);
  await desk.keys.put([`person:${id}`]);
  await desk.people.create({ id, ...somebody, region: desk.region });
  await desk.collecting.account(id, [contact.kind]);
  const registration = {
    contact,
    residence,
    language,
    taken: false,
    proves: { use, asks, ...(body.stays !== undefined && { stays: body.stays }) },
  };
  const expiresAt = await desk.registrations.open(
    id,
    registration,
    body.life === undefined ? REGISTRATION_LIFE : Millis(body.life),
  );
  await send(desk, id, registration);
  return { proof: id, expiresAt, codeLength: CODE_LENGTH, maskedContact: maskContact(contact) };
}

/** Another code for the same proof; the earlier one stops working. Throws `IDENTITY_REGISTRATION_OVER`. */
export async function resendProofCode(desk: Desk, id: string): Promise<ContactProof> {
  const { registration, expiresAt } = await proofOf(desk, id);
  await desk.post.reserve(registration.contact);
  await send(desk, id, registration);
  return { proof: id, expiresAt, codeLength: CODE_LENGTH, maskedContact: maskContact(registration.contact) };
}

/** Once. Throws `IDENTITY_CODE_WRONG`, `IDENTITY_REGISTRATION_OVER`. */
export async function proveContact(
  desk: Desk,
  { proof: id, code }: z.infer<typeof ProvingBody>,
): Promise<ProvenContact> {
  const { registration } = await proofOf(desk, id);
  const { contact, proves, language } = registration;
  if (!(await desk.codes.accept(proves.use, id, code))) throw codeWrong();
  const { use, stays } = proves;
  if (stays === undefined) await desk.registrations.end(id);
  else {
    const kept = { ...registration, proves: { use, asks: '', proven: true as const } };
    await desk.registrations.keep(id, kept, desk.clock.now() + stays);
  }
  const found = await desk.claims.locate(claimOf(contact), blindOf(desk, contact));
  return {
    ...{ contact, asks: proves.asks, language },
    holder: found && { person: found.owner, region: found.region },
    newcomer: stays === undefined ? null : { person: id, region: desk.region },
  };
}

/** What waits to be proven. Throws `IDENTITY_REGISTRATION_OVER`. */
export async function pendingProof(
  desk: Pick<Desk, 'registrations'>,
  id: string,
): Promise<{ readonly asks: string; readonly expiresAt: Instant }> {
  const { registration, expiresAt } = await proofOf(desk, id);
  return { asks: registration.proves.asks, expiresAt };
}

async function proofOf({ registrations }: Pick<Desk, 'registrations'>, id: string) {
  const found = await registrations.find(id);
  const proves = found?.registration.proves;
  if (!found || !proves || proves.proven) throw registrationOver();
  return { registration: { ...found.registration, proves }, expiresAt: found.expiresAt };
}

async function send(desk: Desk, id: string, { contact, language: lang, proves }: Registration): Promise<void> {
  const { use } = proves!;
  await desk.post.code(contact, { person: id, lang, use, code: await desk.codes.issue(use, id) });
}
