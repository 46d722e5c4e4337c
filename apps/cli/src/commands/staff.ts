import { Misuse } from '@kept/base';
import { NotRunning, readShell } from '@kept/server';
import type { Command } from 'commander';
import { Agent } from '../demo/agent.ts';
import { json, say, table } from '../output.ts';

interface Member {
  readonly id: string;
  readonly name: string | null;
  readonly role: string;
  readonly state: string;
  readonly since: number;
}

const ROLES = ['officer', 'agent', 'auditor'];

/** `kept staff add | list | link | remove`, as the owner of the Kept that runs. */
export function staffCommand(program: Command): void {
  const staff = program.command('staff').description('who works the console');
  staff
    .command('list')
    .description('everybody who has, or had, an account')
    .option('--json', 'one JSON array')
    .action(({ json: raw }: { json?: boolean }) =>
      asOwner(async (call) => {
        const { staff: all } = (await call(200, 'GET', '/api/console/staff')) as { staff: Member[] };
        if (raw) json(all);
        else say(table(['id', 'name', 'role', 'state', 'since'], all.map(row)));
      }),
    );
  staff
    .command('add <name>')
    .description('invites somebody; prints the link that lets them in once, to choose how they sign in')
    .requiredOption('--role <role>', ROLES.join(', '))
    .action((name: string, { role }: { role: string }) => {
      if (!ROLES.includes(role))
        throw new Misuse('CLI_STAFF_ROLE', `a role is one of ${ROLES.join(', ')}`, {
          help: 'see `kept staff add --help`',
        });
      return asOwner(async (call, origin) => {
        const { path } = (await call(201, 'POST', '/api/console/staff', { name, role })) as { path: string };
        say(`${origin}${path}`);
      });
    });
  staff
    .command('link <id>')
    .description('a new link for somebody who cannot sign in; what they signed in with before counts no more')
    .action((id: string) =>
      asOwner(async (call, origin) => {
        const { path } = (await call(201, 'POST', `/api/console/staff/${encodeURIComponent(id)}/link`)) as {
          path: string;
        };
        say(`${origin}${path}`);
      }),
    );
  staff
    .command('remove <id>')
    .description('ends an access at once and destroys the name; what they did stays in the ledger')
    .action((id: string) =>
      asOwner(async (call) => void (await call(204, 'DELETE', `/api/console/staff/${encodeURIComponent(id)}`))),
    );
}

const row = ({ id, name, role, state, since }: Member): string[] => [
  ...[id, name ?? 'destroyed', role, state, new Date(since).toISOString().slice(0, 10)],
];

type Call = (status: number, method: string, path: string, body?: unknown) => Promise<unknown>;

async function asOwner(work: (call: Call, origin: string) => Promise<void>): Promise<void> {
  const { url, origin, token } = await readShell(process.env);
  const agent = new Agent(url, { origin });
  const call: Call = async (expected, method, path, body) => {
    const { status, body: answer } = await agent.call(method, path, body).catch(() => {
      // Left behind by a Kept that was killed.
      throw new NotRunning();
    });
    if (status === expected) return answer;
    const { code = 'CLI_STAFF_REFUSED', title = 'refused', help } = answer as Partial<Record<string, string>>;
    throw new Misuse('CLI_STAFF_REFUSED', `${title} (${code})`, { help: help ?? 'see `kept staff --help`' });
  };
  await call(200, 'POST', '/api/operator/session', { token });
  try {
    await work(call, origin);
  } finally {
    await call(204, 'DELETE', '/api/session');
  }
}
