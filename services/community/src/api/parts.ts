import { Uuid } from '@kept/api';
import { z } from 'zod';

/** A text that is not empty, of `most` characters. */
export const Text = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length > 0);

export const One = z.strictObject({ id: Uuid });
