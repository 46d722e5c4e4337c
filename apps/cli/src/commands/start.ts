import { startKept } from '@kept/server';
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
      const stopping = new AbortController();
      const stopped = new Promise<void>((resolve) =>
        stopping.signal.addEventListener('abort', () => resolve(), { once: true }),
      );
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
      const kept = await startKept({
        env: process.env,
        step,
        failed: ({ code, route, status }) => warn(`kept: ${status} ${code} at ${route}`),
      });
      finish('Kept runs');
      for (const remark of kept.remarks) say(`  note  ${remark}`);
      say();
      say(`  Your page      ${kept.url}/`);
      say(`  Console        ${kept.url}/console?token=${kept.operatorToken}`);
      say(`  API reference  ${kept.url}/reference`);
      say(`  Data           ${kept.config.data}`);
      say();
      say('  To try it: register on your page with any name@home.example or +86 100 0000 0042;');
      say('  the code lies in the outbox of the console, whose link works once. Ctrl-C stops everything.');
      await stopped;
      step('stopping');
      await kept.stop();
      finish('Kept has stopped');
      done(0);
    });
}
