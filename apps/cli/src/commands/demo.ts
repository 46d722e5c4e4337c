import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Misuse } from '@kept/base';
import { verifyReceipt } from '@kept/ledger/browser';
import type { Command } from 'commander';
import { liveIn } from '../demo/live-in.ts';
import { playDemo, type Step } from '../demo/play.ts';
import { EXIT, json, progress, say } from '../output.ts';

interface Options {
  json?: boolean;
  url?: string;
  token?: string;
  home?: boolean;
  seconds: string;
  devices: string;
}

/** `kept demo`: the life of one account over the real API. */
export function demoCommand(program: Command, done: (code: number) => void): void {
  program
    .command('demo')
    .description('plays the life of an account over the real API and checks every step')
    .option('--url <url>', 'a running Kept; without it a throw-away one is started')
    .option('--token <token>', 'with --url: the token of the console link that `kept start` printed')
    .option('--json', 'one JSON object a line and step; the last has "verified"')
    .option('--home', 'instead a day in a synthetic home: its devices speak through the real broker')
    .option('--seconds <number>', 'with --home: how long the day takes', '10')
    .option('--devices <number>', 'with --home: how many devices', '36')
    .action(async (options: Options) => {
      if (options.home) return done((await home(options)) ? EXIT.ok : EXIT.failed);
      const tell = options.json ? json : shown;
      const started = performance.now();
      const verified = await withKept(options, (base, operatorToken) =>
        playDemo({ base, operatorToken, tell, verifyProof }),
      );
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      if (options.json) json({ step: 'done', ok: verified, verified, seconds });
      else
        say(
          verified
            ? `\n  verified: every check of the flow held (${seconds} s)`
            : '\n  NOT verified: see the steps marked ✗',
        );
      done(verified ? EXIT.ok : EXIT.failed);
    });
}

/** Says how it went in one last line; answers whether nothing was lost. */
async function home(options: Options): Promise<boolean> {
  const [seconds, devices] = [options.seconds, options.devices].map(Number) as [number, number];
  if (!(seconds > 0 && seconds <= 86_400) || !(Number.isInteger(devices) && devices > 0 && devices <= 400))
    throw new Misuse('DEMO_USAGE', '--seconds takes 1 to 86400, --devices 1 to 400');
  const tell = options.json ? json : shown;
  const lived = await withKept(options, (base, operatorToken) =>
    liveIn({ base, operatorToken, seconds, devices, seed: 1, tell }),
  );
  if (options.json) json({ step: 'done', ok: lived.verified, ...lived });
  else {
    const { messages, points, people, messagesPerSecond, ack } = lived;
    const figures = `${messages} messages, ${points} points, each for ${people} people; ${messagesPerSecond}/s, acknowledged in ${ack.p50} ms (99 %: ${ack.p99} ms)`;
    say(lived.verified ? `\n  verified: ${figures}` : `\n  NOT verified: ${figures}`);
  }
  return lived.verified;
}

async function withKept<T>(
  { url, token, json: quiet }: Options,
  play: (base: string, token: string) => Promise<T>,
): Promise<T> {
  if (url) {
    if (!URL.canParse(url) || !token)
      throw new Misuse('DEMO_USAGE', '--url takes an address, and needs --token', {
        help: 'both are in what `kept start` prints',
      });
    return play(new URL(url).origin, token);
  }
  const data = await mkdtemp(join(tmpdir(), 'kept-demo-'));
  const { step, done } = quiet ? { step: () => {}, done: () => {} } : progress();
  try {
    step('loading the program');
    const { startKept } = await import('@kept/server');
    const kept = await startKept({ env: { KEPT_DATA: join(data, 'kept'), KEPT_PORT: '7480', KEPT_DEMO: '0' }, step });
    done();
    try {
      return await play(kept.url, kept.operatorToken);
    } finally {
      await kept.stop();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function verifyProof(proof: Record<string, unknown>): Promise<boolean> {
  const { leaf, index, size, inclusion, checkpoint, publicKey } = proof as Record<
    'leaf' | 'checkpoint' | 'publicKey',
    string
  > & { index: number; size: number; inclusion: string[] };
  return (await verifyReceipt({ leaf, index, size, hashes: inclusion, checkpoint }, publicKey)).valid;
}

function shown({ step, ok, decision, detail }: Step): void {
  const decided = decision
    ? `  ${decision.outcome}${decision.clause ? ` §${decision.clause}` : ''}${decision.reason ? ` ${decision.reason}` : ''}`
    : '';
  const figures = detail
    ? `  ${Object.entries(detail)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', ')}`
    : '';
  say(`  ${ok ? '✓' : '✗'} ${step}${decided}${figures}`);
}
