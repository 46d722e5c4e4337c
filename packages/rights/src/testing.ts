/** For tests of others: what the rights do, without the machinery that makes it durable. */
import type { Signer } from '@kept/ledger';
import { CLOSURE, clearElsewhere } from './closure.ts';
import type { RightsContext, Workflows } from './context.ts';
import { carryOut, clear, confirm, decide, prove } from './course.ts';
import { CLOSURE_STEPS } from './kinds.ts';
import { tell } from './told/telling.ts';
import { takenBack } from './young/finding.ts';
import { eraseYoung, look, proveYoung, release, withhold } from './young/young-course.ts';

/** Rights whose steps are taken at once, in their order; done, or waiting for somebody, when `begin` resolves. */
export const doneAtOnce = (
  context: Omit<RightsContext, 'workflows'>,
  signerOf: (region: string) => Signer,
): Workflows => ({
  async begin(region, { id: request, kind, owner }) {
    const signer = signerOf(region);
    const { suppression } = context;
    const at = { region: context.at(region), requests: context.requests(region), context, suppression };
    const step = {
      ...at,
      across: context,
      owner,
      request,
      sign: async (bytes: Buffer) => Buffer.from(await signer.sign(bytes)),
    };
    if (kind === 'closure')
      for (const id of CLOSURE_STEPS) {
        if (id === 'proved') await clearElsewhere(step);
        await CLOSURE[id](step);
      }
    else if (kind === 'age') {
      const young = { ...step, around: context };
      await withhold(young);
      const found = await look(young);
      if (found === 'lifted') await release(young);
      if (found === 'erase') await eraseYoung(young);
      if (found === 'erase') await proveYoung(young);
    } else {
      await confirm(step);
      const outcome = await decide(step);
      if (outcome === 'granted') {
        await carryOut(step);
        await clear(step);
        const taken = await takenBack(context, await at.requests.byId(request));
        if (taken) await this.begin(taken.region, taken.made);
      }
      if (outcome === 'granted' || outcome === 'refused') await prove(step);
    }
  },
  async wake() {},
  async callBack() {},
  async tell(region, { id, owner }) {
    const { tellings } = context.requests(region);
    for (const { id: telling } of await tellings.of(id))
      await tell({ context, region: context.at(region), tellings, telling, owner });
  },
  async chase() {},
});
