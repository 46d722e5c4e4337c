/**
 * Automations of homes: what is set up, what it does, and what it did.
 *
 * - **Rule**: an automation of somebody, which acts with their grants. **Fact**: that one of its triggers fired.
 * - **Run**: what follows from a fact; noted step by step, taken up again after an interruption, never begun twice.
 * - **Trace**: the whole of a run afterwards, for everybody whom it tells of.
 */
import { type Region, withRoutes } from '@kept/kit';
import { automationsRoutes } from './routes.ts';
import { engineOf } from './runtime.ts';
import { served } from './service.ts';

export { Engine } from './engine.ts';
export { engineOf } from './runtime.ts';

export default {
  ...withRoutes(served, automationsRoutes),
  async begin(region: Region): Promise<() => Promise<void>> {
    const engine = engineOf(region);
    await engine.begin();
    return () => engine.end();
  },
};
