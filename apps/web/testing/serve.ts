/** Serves the app with the harness until it is stopped, for working on pages: `node apps/web/testing/serve.ts [nobody|person|operator]`. */
import { startHarness } from './harness.ts';

const harness = await startHarness();
const who = process.argv[2];
if (who === 'nobody' || who === 'operator') harness.world.who = who;
process.stdout.write(`${harness.origin}\n`);
