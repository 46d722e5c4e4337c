import { readFile } from 'node:fs/promises';
import { Misuse } from '@kept/base';
import { type Ledger, type Report, verifyDirectory } from '@kept/ledger';
import { withLedgers } from '@kept/server';
import type { Command } from 'commander';
import { EXIT, json, progress, say } from '../output.ts';

interface Options {
  json?: boolean;
  key?: string;
}

/** `kept ledger verify | export`. */
export function ledgerCommand(program: Command, done: (code: number) => void): void {
  const ledger = program.command('ledger').description('the tamper-evident log of every decision');
  ledger
    .command('verify [folder]')
    .description(
      'proves a whole ledger again: exported files in FOLDER with --key alone, or the databases of this Kept',
    )
    .option('--key <key>', 'public key, or a file that holds it: <name>+<id>+<base64>')
    .option('--json', 'one JSON object for each ledger')
    .action(async (folder: string | undefined, options: Options) => done(await verify(folder, options)));
  ledger
    .command('export <folder>')
    .description('writes each ledger as static files (C2SP tlog-tiles), with its public key, into a folder of its own')
    .action(async (folder: string) => {
      const { step, done: finish } = progress();
      await withLedgers(process.env, step, async (region, log) => {
        const { size } = await log.exportTiles(`${folder}/${region}`, {
          onProgress: ({ done: n }) => step(`${region}: ${n} entries`),
        });
        finish(`${region}: ${size} entries in ${folder}/${region}, public key ${log.publicKey}`);
      });
    });
}

async function verify(folder: string | undefined, options: Options): Promise<number> {
  const { step, done } = progress();
  let sound = true;
  const tell = (name: string, report: Report): void => {
    sound &&= report.valid;
    if (options.json) json({ ledger: name, ...report });
    else {
      say(
        `${report.valid ? '✓' : '✗'} ${name}: ${report.size} entries, ${report.checkpoints} checkpoints, root ${report.root}`,
      );
      for (const { at, what } of report.problems) say(`    at entry ${at}: ${what}`);
    }
  };
  const onProgress = ({ done: n, size }: { done: number; size: number }): void => step(`${n} of ${size} entries`);
  if (folder !== undefined) {
    if (!options.key)
      throw new Misuse('CLI_KEY_MISSING', 'files are verified with --key, the public key alone', {
        help: '`kept ledger export` prints it',
      });
    const report = await verifyDirectory(folder, await keyOf(options.key), { onProgress });
    done();
    tell(folder, report);
  } else {
    await withLedgers(process.env, step, async (region: string, log: Ledger) => {
      const report = await log.verify({ onProgress });
      done();
      tell(region, report);
    });
  }
  return sound ? EXIT.ok : EXIT.failed;
}

/** A key as written, or the file that holds it. */
const keyOf = async (given: string): Promise<string> =>
  given.includes('+') ? given : (await readFile(given, 'utf8')).trim();
