/** Recipients as an operator declared how they are told; read at the start, and a wrong declaration stops it. */
import type { Clock } from '@kept/base';
import type { Program } from '@kept/policy';
import { NO_PARTIES, readParties, Undeclared } from '@kept/recipients';
import type { Outward } from '@kept/rights';
import { naming } from '@kept/service-account';

export interface OutwardOptions {
  /** Of the declarations; null where there are none: then all are told by letter. */
  readonly folder: string | null;
  readonly program: Program;
  readonly clock: Clock;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Throws what declarations throw, and RECIPIENTS_UNDECLARED for one that the policy does not name. */
export async function openOutward({ folder, program, clock, env = process.env }: OutwardOptions): Promise<Outward> {
  const parties = folder === null ? NO_PARTIES : await readParties(folder, { env, clock });
  const unknown = [...parties.recipients.keys()].find((id) => !Object.hasOwn(program.manifest.recipients, id));
  if (unknown !== undefined) throw new Undeclared(unknown);
  return { parties, findBy: { email: naming.account.email, phone_number: naming.account.phone } };
}
