/**
 * Runs as they are on the disk. Before each step that has an effect, or must not be taken twice, a small row says that it
 * is about to be taken; when all is over, one row for each whom it tells of says what was done. A run whose rows have no
 * such end is taken up again.
 */
import { Batcher, type Region, uuidv7 } from '@kept/kit';
import { isNo } from '@kept/service-devices';
import type { Found } from './conditions.ts';
import type { Cause } from './guard.ts';
import type { Rule } from './rules.ts';
import type { Repositories } from './service.ts';
import { idOf, type Trace } from './trace.ts';
import type { Fact } from './watch.ts';

const SERVICE = { role: 'service' } as const;
/** INVARIANT: longer than anything that is told again after an interruption is late. */
const KEPT_MS = 600_000;

/** What a run begins with. */
export interface Begun {
  readonly run: string;
  readonly rule: Rule;
  readonly fact: Fact;
  readonly cause: Cause | null;
  readonly conditions: readonly Found[];
}

/** A step about to be taken, with what was found out for it. */
export interface Noted {
  readonly path: string;
  readonly at: number;
  /** When a delay is over; which way was chosen. */
  readonly value?: number;
}

interface Line {
  readonly owner: string;
  readonly id: string;
  readonly home: string;
  readonly rule: string;
  readonly run: string;
  readonly kind: 'step' | 'trace';
  readonly text: string;
}

export interface Decided {
  readonly clause: string;
  readonly index: number;
}

/** A run without an end. */
export interface Unfinished {
  readonly begun: Begun;
  readonly noted: readonly Noted[];
  readonly rows: readonly string[];
}

export class Journal {
  readonly #region: Region;
  readonly #runs: Repositories['runs'];
  readonly #lines: Batcher<Line, Decided>;
  #gone: { readonly at: number; readonly owner: string; readonly ids: readonly string[] }[] = [];

  constructor(region: Region, { runs }: Repositories) {
    this.#region = region;
    this.#runs = runs;
    this.#lines = new Batcher<Line, Decided>({ max: 500, lanes: 2 }, (lines) => this.#write(lines));
  }

  /** Those of one person by one decision. */
  async #write(lines: readonly Line[]): Promise<(Decided | Error)[]> {
    const answers: (Decided | Error)[] = [];
    const people = Map.groupBy(lines.keys(), (i) => lines[i]!.owner);
    await Promise.all(
      [...people].map(async ([owner, places]) => {
        const entries = places.map((i) => {
          const { id, home, rule, run, kind, text } = lines[i]!;
          return { id, values: { 'device-log': text }, plain: { home, rule, run, kind } };
        });
        const answer = await this.#runs.append(SERVICE, owner, entries).catch((error: unknown) => error as Error);
        for (const i of places) answers[i] = answer;
      }),
    );
    return answers;
  }

  /** Durable when it resolves; the first of a run says what it is. Throws GATE_REFUSED. */
  async note({ rule, ...begun }: Begun, n: number, noted: Noted | null): Promise<{ id: string; decided: Decided }> {
    const id = idOf(begun.fact.at, begun.run, n);
    const text = JSON.stringify({ n, ...(n === 0 && { begun: { ...begun, rule } }), ...(noted && { noted }) });
    const line = {
      owner: rule.author,
      id,
      home: rule.home,
      rule: rule.id,
      run: begun.run,
      kind: 'step',
      text,
    } as const;
    return { id, decided: await this.#lines.add(line) };
  }

  /** For everybody whom it tells of; who has said no, or is gone, is left out. The author's comes last: it ends the run. */
  async end({ home }: Rule, people: readonly string[], trace: Trace, steps: readonly string[]): Promise<void> {
    const text = JSON.stringify(trace);
    const line = (owner: string) => ({
      ...{ owner, home, rule: trace.rule, run: trace.run, kind: 'trace' as const, text },
      id: idOf(trace.fact.at, trace.run, 'trace', owner),
    });
    const write = (owner: string) =>
      this.#lines.add(line(owner)).then(
        () => {},
        (error: unknown) => {
          // Written before an interruption.
          if (!isNo(error) && (error as { code?: string }).code !== 'VAULT_ROW_CONFLICT') throw error;
        },
      );
    await Promise.all(people.filter((each) => each !== trace.author).map(write));
    await write(trace.author);
    if (steps.length > 0) this.#gone.push({ at: this.#region.clock.now() + KEPT_MS, owner: trace.author, ids: steps });
  }

  /** Removes the steps of what ended some time ago. */
  async sweep(): Promise<void> {
    const now = this.#region.clock.now();
    const due = this.#gone.filter(({ at }) => at <= now);
    this.#gone = this.#gone.filter(({ at }) => at > now);
    for (const [owner, all] of Map.groupBy(due, (each) => each.owner))
      await this.#runs
        .remove(
          owner,
          all.flatMap(({ ids }) => ids),
        )
        .catch(() => {});
  }

  /** Runs of a home that are on the disk since then, by id. */
  async known(home: string, since: number): Promise<Set<string>> {
    const rows = await this.#runs.having('home', home);
    const from = uuidv7({ now: () => since }).slice(0, 13);
    return new Set(rows.map(({ plain }) => plain['run'] as string).filter((run) => run >= from));
  }

  /** What was cut short, the oldest first. */
  async unfinished(): Promise<Unfinished[]> {
    const rows = await this.#runs.having('kind', 'step');
    const found: Unfinished[] = [];
    for (const [run, own] of Map.groupBy(rows, ({ plain }) => plain['run'] as string)) {
      const { owner } = own[0]!;
      const ids = own.map(({ id }) => id);
      const traces = (await this.#runs.having('run', run)).filter(({ plain }) => plain['kind'] === 'trace');
      if (traces.some((each) => each.owner === owner)) {
        this.#gone.push({ at: this.#region.clock.now() + KEPT_MS, owner, ids });
        continue;
      }
      const opened = await this.#runs
        .readMany(SERVICE, owner, ids, 'device-security', ['device-log'])
        .catch(() => new Map<string, { 'device-log'?: string }>());
      const lines = [...opened.values()].flatMap((values) => parsed(values['device-log']));
      const begun = lines.find((line) => line.begun)?.begun;
      const noted = lines.toSorted((a, b) => a.n - b.n).flatMap((line) => (line.noted ? [line.noted] : []));
      if (begun) found.push({ begun, noted, rows: ids });
    }
    return found.toSorted((a, b) => (a.begun.run < b.begun.run ? -1 : 1));
  }
}

interface Kept {
  readonly n: number;
  readonly begun?: Begun;
  readonly noted?: Noted;
}

/** What a person has corrected into something else is none. */
function parsed(text: string | undefined): Kept[] {
  try {
    return text === undefined ? [] : [JSON.parse(text) as Kept];
  } catch {
    return [];
  }
}
