/** `kept`: starts Kept, and asks it questions. One file a command under `commands/`. */
import { Command, CommanderError } from 'commander';
import { decideCommand } from './commands/decide.ts';
import { demoCommand } from './commands/demo.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { newCommand } from './commands/new-service.ts';
import { policyCommand } from './commands/policy.ts';
import { servicesCommand } from './commands/services.ts';
import { startCommand } from './commands/start.ts';
import { complain, EXIT } from './output.ts';

/** Runs one command; answers its exit code: 0 done, 1 wrong, 2 used wrongly. */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const set = (result: number): void => {
    code = result;
  };
  const program = new Command('kept')
    .description('A connected-home business that runs on its privacy promises: the privacy policy is the program.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nExit codes: 0 done · 1 something is wrong, said in one sentence · 2 used wrongly');
  for (const add of [
    startCommand,
    demoCommand,
    policyCommand,
    decideCommand,
    ledgerCommand,
    servicesCommand,
    newCommand,
  ])
    add(program, set);
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return complain(error);
  }
}
