/** `kept`: starts Kept, and asks it questions. One file a command under `commands/`. */
import { Command, CommanderError } from 'commander';
import { complain, EXIT } from './output.ts';

type Add = (program: Command, done: (code: number) => void) => void;

/** In the order of the help. Read when it is asked for: what a command stands on may take a second to load. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  start: async () => (await import('./commands/start.ts')).startCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  policy: async () => (await import('./commands/policy.ts')).policyCommand,
  decide: async () => (await import('./commands/decide.ts')).decideCommand,
  ledger: async () => (await import('./commands/ledger.ts')).ledgerCommand,
  staff: async () => (await import('./commands/staff.ts')).staffCommand,
  rights: async () => (await import('./commands/rights.ts')).rightsCommand,
  connectors: async () => (await import('./commands/connectors.ts')).connectorsCommand,
  services: async () => (await import('./commands/services.ts')).servicesCommand,
  new: async () => (await import('./commands/new-service.ts')).newCommand,
};

/** Runs one command; answers its exit code: 0 done, 1 wrong, 2 used wrongly. */
export async function main(argv: readonly string[]): Promise<number> {
  // Whoever reads the output may stop reading: `kept policy show … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed),
  );
  let code: number = EXIT.ok;
  const set = (result: number): void => {
    code = result;
  };
  const program = new Command('kept')
    .description('A connected-home business that runs on its privacy promises: the privacy policy is the program.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nExit codes: 0 done · 1 something is wrong, said in one sentence · 2 used wrongly');
  const [, , asked = ''] = argv;
  const needed = Object.hasOwn(COMMANDS, asked) ? [asked] : Object.keys(COMMANDS);
  for (const name of needed) (await COMMANDS[name]!())(program, set);
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    return complain(error);
  }
}
