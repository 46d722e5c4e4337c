import { BATCH, type Batch, decideBatch, type SubjectTable, subjectTable } from '@kept/decide';
import { FIRST_REFUSAL, type Program, REDACT } from '@kept/policy';
import { factsOf, wordOf } from './engines/kept.ts';
import type { Measured } from './harness.ts';
import { program as compiled } from './policy.ts';
import { type Answer, answer, people, type Question, questions, reference, WIDTH } from './world.ts';

const CHECKED = 20_000;
const TIMED = 20_000;
const STRIDE = BATCH.fields + WIDTH;
const SERVICE = 1;
const SHARE = 2;
const BANDS = 4;

function batchOf(program: Program, asked: readonly Question[]): Batch {
  const numbers = new Map(people.map((person, i) => [person.id, i * BANDS]));
  const rows = new Int32Array(asked.length * STRIDE);
  for (const [i, q] of asked.entries()) {
    const region = program.regions.of(q.region);
    const row = [
      numbers.get(q.person)! + q.age,
      SERVICE,
      SHARE,
      program.purposes.of(q.purpose),
      program.recipients.of(q.recipient),
      program.collections.ids.length,
      region,
      region,
      ...q.fields.map((field) => program.fields.of(field)),
    ];
    rows.set(row, i * STRIDE);
  }
  return { count: asked.length, width: WIDTH, rows };
}

function wrongOf(program: Program, subjects: SubjectTable): number {
  const asked = questions(CHECKED, 99);
  const out = new Uint16Array(CHECKED * WIDTH);
  decideBatch(program, subjects, batchOf(program, asked), out);
  const told = (ruling: number, q: Question): Answer => {
    const why = program.refusals[ruling - FIRST_REFUSAL];
    return why === undefined ? answer((ruling & REDACT) === 0 ? 'allow' : 'redact') : wordOf(why, q);
  };
  return asked.reduce((wrong, q, i) => {
    const right = reference(q);
    return wrong + right.filter((each, k) => each.clause !== told(out[i * WIDTH + k]!, q).clause).length;
  }, 0);
}

/** `decideBatch`: requests as numbers, made before; no strings and no answers but rulings. */
export function measureBatch(ms: number): Measured {
  const program = compiled();
  const facts = people.flatMap((person) => [0, 1, 2, 3].map((age) => factsOf(program, person, age)));
  const subjects = subjectTable(program, facts);
  const wrong = wrongOf(program, subjects);
  const batch = batchOf(program, questions(TIMED, 7));
  const out = new Uint16Array(TIMED * WIDTH);
  for (let i = 0; i < 50; i++) decideBatch(program, subjects, batch, out);
  const took: number[] = [];
  const cpu = process.cpuUsage();
  const from = performance.now();
  while (performance.now() - from < ms) {
    const started = performance.now();
    decideBatch(program, subjects, batch, out);
    took.push(((performance.now() - started) * 1_000) / TIMED);
  }
  const used = process.cpuUsage(cpu);
  took.sort((a, b) => a - b);
  const p50 = took[took.length >> 1]!;
  return {
    form: 'batch of integers',
    checked: CHECKED * WIDTH,
    wrong,
    p50,
    p99: took[Math.floor(took.length * 0.99)]!,
    cpu: (used.user + used.system) / took.length / TIMED,
    rate: 1e6 / p50,
    loop: p50,
  };
}
