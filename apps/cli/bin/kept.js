#!/usr/bin/env node
// Plain JavaScript on purpose: it must run, and say what is wrong, on any Node.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24) {
  // `npx` and `npm run` find the Node that this project pins first; a bare `node` may be older.
  const { existsSync } = await import('node:fs');
  const { spawn } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const pinned = fileURLToPath(
    new URL(`../../../node_modules/node-${process.platform}-${process.arch}/bin/node`, import.meta.url),
  );
  if (!existsSync(pinned)) {
    process.stderr.write(
      `Kept needs Node 24, this is ${major}.${minor}. Run \`npm ci\` (without --omit=optional) or install Node 24.\n`,
    );
    process.exit(1);
  }
  const child = spawn(pinned, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} else {
  // What was compiled once need not be again. Kept beside the modules: a folder that others may write to could hold
  // their code.
  const { enableCompileCache } = await import('node:module');
  const { fileURLToPath } = await import('node:url');
  enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url)));
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv);
}
