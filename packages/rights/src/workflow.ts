/** The closure as a durable workflow: resumed where it was, its steps harmless when repeated. */
import type { Jobs } from '@kept/jobs';
import type { Signer } from '@kept/ledger';
import { CLOSURE } from './closure.ts';
import type { Closure, RightsContext } from './context.ts';
import { STEPS } from './requests.ts';

/** Defines the workflow; call before the jobs are launched. */
export function closureOf(
  jobs: Jobs,
  context: Omit<RightsContext, 'closure'>,
  signerOf: (region: string) => Signer,
): Closure {
  const workflow = jobs.define('closure', async (run, region: string, owner: string, request: string) => {
    for (const id of STEPS) {
      await run.step(id, async () => {
        const signer = signerOf(region);
        const { suppression } = context;
        const at = { region: context.at(region), requests: context.requests(region), context, suppression };
        const length = await suppression.suppressions();
        await CLOSURE[id]({ ...at, owner, request, sign: async (bytes) => Buffer.from(await signer.sign(bytes)) });
        // Whoever is on the list so far is gone, here and in every region in which no closure is under way.
        if (id === STEPS.at(-1))
          for (const each of context.regions) await context.requests(each).seeSuppressions(length, { quiet: true });
      });
    }
  });
  return { begin: (region, owner, request) => jobs.start(workflow, request, region, owner, request) };
}
