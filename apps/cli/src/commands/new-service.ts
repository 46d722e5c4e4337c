import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Misuse } from '@kept/base';
import type { Command } from 'commander';
import { resourcesOf, serviceFiles } from '../new-service/files.ts';
import { say } from '../output.ts';
import { found } from '../policies.ts';

const SERVICES = fileURLToPath(new URL('../../../../services/', import.meta.url));

/** `kept new service NAME`. */
export function newCommand(program: Command, done: (code: number) => void): void {
  program
    .command('new')
    .description('writes the first files of something new')
    .command('service <name>')
    .description(
      'a folder under services/ with a declaration, routes, a README and a test that fails until it is filled in',
    )
    .requiredOption('--collection <row>', 'the collection row of the policy that it serves')
    .option('--policy <id>', 'the policy', 'aqara-account')
    .action(async (name: string, { collection, policy }: { collection: string; policy: string }) => {
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
        throw new Misuse('CLI_NAME', 'a service is named in lower-case words with hyphens', {
          help: 'for example: work-orders',
        });
      const manifest = found(policy);
      const row = manifest.collections[collection];
      if (!row)
        throw new Misuse('CLI_COLLECTION', `\`${policy}\` has no such collection row`, {
          help: `one of: ${Object.keys(manifest.collections).join(', ')}`,
        });
      const service = { name, policy, collection, row, manifest };
      if (resourcesOf(service).length === 0)
        throw new Misuse('CLI_COLLECTION', 'everything in this row goes some time after its last use', {
          help: 'no resource notes a use: write a holding by hand, as services/account does for sessions',
        });
      const folder = join(SERVICES, name);
      if (existsSync(folder)) throw new Misuse('CLI_EXISTS', 'there is a service of this name already');
      for (const [path, text] of Object.entries(serviceFiles(service))) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
        say(`  services/${name}/${path}`);
      }
      say(
        `\nNow: npm install, fill in services/${name}/src/service.ts, then npm run check -- --fix and npx vitest run services/${name}`,
      );
      done(0);
    });
}
