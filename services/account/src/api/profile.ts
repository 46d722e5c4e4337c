/** The profile: all voluntary. */
import { endpoint, Label, Name } from '@kept/api';
import { z } from 'zod';

/** Longest profile value, a picture as a data URL included; each field has its own `longest`. */
const LongestProfileValue = 140_000;

export const ProfileField = z.object({
  id: Name,
  label: Label,
  kind: z.enum(['text', 'multiline', 'email', 'phone', 'date', 'picture', 'document']),
  /** In characters. */
  longest: z.int().min(1).max(LongestProfileValue),
});

export const Profile = z.object({
  /** Fields of the policy's profile row, in groups: about the person, about their company. */
  groups: z
    .array(z.object({ id: z.enum(['personal', 'company']), label: Label, fields: z.array(ProfileField).max(60) }))
    .max(4),
  /** Only the fields that have a value. Opening them is an entry of the ledger. */
  values: z.record(Name, z.string().max(LongestProfileValue)),
});
export type Profile = z.infer<typeof Profile>;

export const readProfile = endpoint({
  method: 'GET',
  path: '/api/account/profile',
  who: 'person',
  summary: 'The profile: all voluntary.',
  answers: { 200: Profile },
});

export const ProfileChange = z.strictObject({
  /** `null` deletes the value at once. Fields not named stay as they are. */
  values: z.record(Name, z.string().trim().min(1).max(LongestProfileValue).nullable()),
});

export const changeProfile = endpoint({
  method: 'PATCH',
  path: '/api/account/profile',
  who: 'person',
  summary: 'Fills in, corrects or empties profile fields.',
  body: ProfileChange,
  answers: { 200: Profile },
});
