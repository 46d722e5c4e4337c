import type { Engine } from './engine.ts';
import { questions, reference, WIDTH } from './world.ts';

/** Seeds of the questions: others are checked than are timed. */
const CHECKED_SEED = 99;
const TIMED_SEED = 7;
const TIMED = 20_000;
const WARM_MS = 400;

/** What one engine did in one round. Times in microseconds a question, which is five fields. */
export interface Measured {
  readonly form: string;
  readonly checked: number;
  readonly wrong: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
  /** Questions in a second, one after the other. */
  readonly rate: number;
  /** In a plain loop without a clock around each call; only of engines that answer at once. */
  readonly loop?: number;
}

/** Compares an engine with the reference on `count` questions: wrong fields, by decision or by clause. */
export async function check(engine: Engine, count: number): Promise<number> {
  let wrong = 0;
  for (const question of questions(count, CHECKED_SEED)) {
    const told = engine.read(await engine.ask(question), question);
    const right = reference(question);
    wrong += right.filter((each, i) => each.decision !== told[i]?.decision || each.clause !== told[i]?.clause).length;
  }
  return wrong;
}

/** Checks, warms up, then times for `ms`. */
export async function measure(engine: Engine, checks: number, ms: number): Promise<Measured> {
  const wrong = await check(engine, checks);
  const asked = questions(TIMED, TIMED_SEED);
  const atOnce = !(engine.ask(asked[0]!) instanceof Promise);
  let next = 0;
  for (const end = performance.now() + WARM_MS; performance.now() < end; ) await engine.ask(asked[next++ % TIMED]!);
  const took: number[] = [];
  const cpu = process.cpuUsage();
  const from = performance.now();
  for (const end = from + ms; performance.now() < end; )
    for (let k = 0; k < 8; k++) {
      const question = asked[next++ % TIMED]!;
      const started = process.hrtime.bigint();
      const told = engine.ask(question);
      if (!atOnce) await told;
      took.push(Number(process.hrtime.bigint() - started));
    }
  const wall = performance.now() - from;
  const used = process.cpuUsage(cpu);
  took.sort((a, b) => a - b);
  return {
    form: engine.form,
    checked: checks * WIDTH,
    wrong,
    p50: took[took.length >> 1]! / 1_000,
    p99: took[Math.floor(took.length * 0.99)]! / 1_000,
    cpu: (used.user + used.system) / took.length,
    rate: (took.length / wall) * 1_000,
    ...(atOnce && { loop: loop(engine, asked, ms) }),
  };
}

/** Keeps the answers, so that nothing of what is timed can be left out. */
export const kept: { answer: unknown } = { answer: undefined };

function loop(engine: Engine, asked: ReturnType<typeof questions>, ms: number): number {
  let count = 0;
  const from = performance.now();
  while (performance.now() - from < ms) for (let k = 0; k < 200; k++) kept.answer = engine.ask(asked[count++ % TIMED]!);
  return ((performance.now() - from) * 1_000) / count;
}
