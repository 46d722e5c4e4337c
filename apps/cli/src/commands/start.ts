import { flushCompileCache } from 'node:module';
import type { Running } from '@kept/server';
import type { Command } from 'commander';
import { progress, say, warn } from '../output.ts';

/** `kept start`: runs Kept until Ctrl-C. */
export function startCommand(program: Command, done: (code: number) => void): void {
  program
    .command('start')
    .description('runs Kept: databases, kernel, web app and API, until Ctrl-C')
    .addHelpText('after', '\nSettings are environment variables (KEPT_DATA, KEPT_PORT, …): see the README.')
    .action(async () => {
      const { step, done: finish } = progress();
      step('loading the program');
      const { startKept } = await import('@kept/server');
      const stopped = toldToStop(() => step('stopping, once it has started'));
      const kept = await startKept({
        env: process.env,
        step,
        failed: ({ code, route, status }) => warn(`kept: ${status} ${code} at ${route}`),
      });
      finish(kept.firstStart ? 'Kept runs, for the first time' : 'Kept runs');
      welcome(kept);
      // Now, since this process may end without being asked.
      flushCompileCache();
      await stopped;
      step('stopping');
      await kept.stop();
      finish('Kept has stopped');
      done(0);
    });
}

function welcome({ url, operatorToken, remarks, config, demo }: Running): void {
  for (const remark of remarks) say(`  note  ${remark}`);
  say();
  say(`  Your page      ${url}/`);
  say(`  Console        ${url}/console?token=${operatorToken}`);
  say(`  API reference  ${url}/reference`);
  say(`  Data           ${config.data}`);
  say();
  if (demo) {
    say(`  Demo           ${demo.contact.value}, password ${demo.password}`);
    say('                 an invented person; closing her account removes her, KEPT_DEMO=0 never invites her');
  }
  say('  Yourself       register with any name@home.example or +86 100 0000 0042; the code lies in the');
  say('                 outbox of the console, whose link works once');
  say();
  say('  Ctrl-C stops everything.');
}

const IMPATIENT_MS = 1_000;
/** What a shell reports of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/**
 * Resolves at the first Ctrl-C, or what a supervisor sends. npm passes on what the terminal has sent already, so that one
 * press may arrive twice; a second press does not wait: what the databases had not finished they recover at the next start.
 */
function toldToStop(heard: () => void): Promise<void> {
  return new Promise((stop) => {
    let first = Number.POSITIVE_INFINITY;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (performance.now() - first > IMPATIENT_MS) process.exit(INTERRUPTED);
        if (first === Number.POSITIVE_INFINITY) {
          first = performance.now();
          heard();
        }
        stop();
      });
  });
}
