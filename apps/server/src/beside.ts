/** Systems beside Kept, as an operator declared them: read and planned at the start, and again by whoever asks for a plan. */
import type { Clock } from '@kept/base';
import { Elsewhere, readConnectors } from '@kept/connectors';
import type { Program } from '@kept/policy';
import { type Beside, heldUnder } from '@kept/rights';
import { naming } from '@kept/service-account';
import type { Quarters } from './regions.ts';

export interface BesideOptions {
  /** Of the declarations; null where there are none. */
  readonly folder: string | null;
  readonly quarters: ReadonlyMap<
    string,
    Pick<Quarters, 'pool'> & { readonly region: Pick<Quarters['region'], 'keys'> }
  >;
  readonly program: Program;
  readonly clock: Clock;
  /** Where the addresses of the systems stand; the process's unless said. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Asks none of them anything: one that is down stops nobody's start. Throws what declarations and plans throw. */
export async function openBeside(options: BesideOptions): Promise<Beside & { close(): Promise<void> }> {
  const { folder, quarters, program, clock, env = process.env } = options;
  const declared = folder === null ? [] : await readConnectors(folder, env);
  const open = new Map<string, Elsewhere>();
  for (const [id, { pool, region }] of quarters) {
    const theirs = declared.filter(({ regions }) => regions?.includes(id) ?? true);
    if (theirs.length === 0) continue;
    const elsewhere = new Elsewhere({ declared: theirs, pool, keys: region.keys, clock });
    open.set(id, elsewhere);
    heldUnder(elsewhere, program);
  }
  return {
    at: (region) => open.get(region) ?? null,
    findBy: { email: naming.account.email, phone_number: naming.account.phone },
    labels: new Map(declared.map(({ id, label }) => [id, label])),
    close: async () => void (await Promise.all([...open.values()].map((each) => each.close()))),
  };
}
