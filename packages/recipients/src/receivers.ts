/**
 * Controllers to whom a person may have everything sent straight on, in the folder of parties. Anybody may be named by a
 * person; where it is sent, an operator has declared.
 *
 *     export default { receiver: 'acme', label: 'Acme Home', hosts: ['home.acme.example'] } satisfies ReceiverFile;
 */
import { z } from 'zod';

export const receiver = z.strictObject({
  receiver: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  label: z.string().min(1).max(80),
  /** Where it takes packages in: these and those beneath them. */
  hosts: z.array(z.string().min(1).max(253)).min(1).max(10),
});

/** The same as a file of that folder says it. */
export type ReceiverFile = z.input<typeof receiver>;

/** A controller that takes packages in, as it is declared. */
export interface Receiver {
  readonly id: string;
  readonly label: string;
  readonly hosts: readonly string[];
}
