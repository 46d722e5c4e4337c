/** For tests of others: what the rights do, without the machinery that makes it durable. */
import type { Signer } from '@kept/ledger';
import { CLOSURE } from './closure.ts';
import type { Closure, RightsContext } from './context.ts';
import { STEPS } from './requests.ts';

/** A closure whose steps are taken at once, in their order; done when `begin` resolves. */
export const closedAtOnce = (
  context: Omit<RightsContext, 'closure'>,
  signerOf: (region: string) => Signer,
): Closure => ({
  async begin(region, owner, request) {
    const signer = signerOf(region);
    const { suppression } = context;
    const at = { region: context.at(region), requests: context.requests(region), context, suppression };
    const sign = async (bytes: Buffer) => Buffer.from(await signer.sign(bytes));
    for (const id of STEPS) await CLOSURE[id]({ ...at, owner, request, sign });
  },
});
