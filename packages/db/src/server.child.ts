/** A process that runs a server, for tests that kill it. Arguments: `ServerOptions` as JSON, binaries to use. */
import { KeptError } from '@kept/base';
import { binaries } from './binaries.ts';
import { type ServerOptions, startServerFrom } from './server.ts';

const options = JSON.parse(process.argv[2] ?? '{}') as ServerOptions;
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const began = performance.now();
try {
  const server = await startServerFrom(process.argv[3] || binaries(), {
    ...options,
    onRestart: () => say({ restarted: true }),
  });
  say({
    port: server.port,
    adopted: server.adopted,
    url: server.url('postgres'),
    ms: Math.round(performance.now() - began),
  });
  process.stdin.once('data', async () => {
    await server.stop();
    process.exit(0);
  });
} catch (error) {
  say(
    error instanceof KeptError
      ? {
          code: error.code,
          message: error.message,
          cause: error.cause instanceof Error ? error.cause.message : `${error.cause as string}`,
        }
      : { code: String(error) },
  );
  process.exit(1);
}
