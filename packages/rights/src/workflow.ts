/** Rights as durable workflows: resumed where they were, their steps harmless when repeated. */
import { Days, Hours, Millis, Minutes } from '@kept/base';
import type { Jobs, Run } from '@kept/jobs';
import type { Signer } from '@kept/ledger';
import { CLOSURE, clearElsewhere, type Erasure } from './closure.ts';
import type { RightsContext, Workflows } from './context.ts';
import { carryOut, clear, confirm, decide, plan, prove, type Step, tidy } from './course.ts';
import { CLOSURE_STEPS } from './kinds.ts';
import { askAgain } from './late.ts';
import { callBackTo, DOWN, isFinal } from './partners/calling.ts';
import { chase, type Tell, tell } from './told/telling.ts';
import { takenBack } from './young/finding.ts';
import { eraseYoung, look, proveYoung, release, withhold, type YoungStep } from './young/young-course.ts';

type Around = Omit<RightsContext, 'workflows'>;

/** The longest wait in one piece: a message that was lost with a process is noticed then. */
const LONGEST_WAIT = Days(1);
/** After a step that went wrong; sooner when the process starts anew, or somebody wakes it. */
const AGAIN_AFTER = Hours(1);
/** A recipient that was told is asked so often how far it is, unless it calls back. */
const CHASE_AFTER = Hours(6);
/** How soon whoever asked hears of what has changed. */
const CALL_AFTER = Minutes(10);
/** One that is down for two days asks us, if it wants to know. */
const CALLS_MOST = 288;
/** What wakes a request that waits. */
const GO = 'go';

/** Defines the workflows; call before the jobs are launched. */
export function workflowsOf(jobs: Jobs, context: Around, signerOf: (region: string) => Signer): Workflows {
  const signing = (region: string) => async (bytes: Buffer) => Buffer.from(await signerOf(region).sign(bytes));
  const telling = jobs.define('telling', (run, region: string, id: string, owner: string) =>
    told(run, () => {
      const { tellings } = context.requests(region);
      return { context, region: context.at(region), tellings, telling: id, owner };
    }),
  );
  const begin = async (region: string, owner: string, ids: readonly string[]): Promise<void> => {
    for (const id of ids) await jobs.start(telling, id, region, id, owner);
  };
  const noted = async (region: string, request: string): Promise<string[]> =>
    (await context.requests(region).tellings.of(request)).filter(({ way }) => way === 'opendsr').map(({ id }) => id);
  /** As jobs of their own: nobody's request waits for them. */
  const tellAll = async (run: Run, region: string, owner: string, request: string): Promise<void> => {
    if (!(await run.changed('recipients'))) return;
    await begin(region, owner, await run.step('recipients', () => noted(region, request)));
  };
  /** By which request, and about whom, others are told: of an erasure for another it is the closure that carries it out. */
  const carriedOut = async (region: string, owner: string, request: string): Promise<[string, string, string]> => {
    const { about, carries } = await context.requests(region).byId(request);
    return carries && about.behalf?.of
      ? [carries.region, about.behalf.of.person, carries.id]
      : [region, owner, request];
  };
  const closure = jobs.define('closure', async (run, region: string, owner: string, request: string) => {
    const erasure = () => erasureOf(context, region, { owner, request, sign: signing(region) });
    for (const id of CLOSURE_STEPS) {
      if (id === 'proved') {
        await tellAll(run, region, owner, request);
        if (await run.changed('elsewhere')) await run.step('elsewhere', () => clearElsewhere(erasure()));
      }
      await run.step(id, async () => {
        const length = await context.suppression.suppressions();
        await CLOSURE[id](erasure());
        // Whoever is on the list so far is gone, here and in every region in which no closure is under way.
        if (id === CLOSURE_STEPS.at(-1))
          for (const each of context.regions) await context.requests(each).seeSuppressions(length, { quiet: true });
      });
    }
  });
  const age = ageing(jobs, context, { signing, begin, noted });
  const right = jobs.define('right', (run, region: string, owner: string, request: string) =>
    course(
      run,
      () => {
        const at = { region: context.at(region), requests: context.requests(region) };
        return { context, ...at, owner, request, sign: signing(region), across: context };
      },
      async () => {
        if (!(await run.changed('for-another'))) return tellAll(run, region, owner, request);
        if (await run.changed('taken-back')) await takingBack(jobs, context, age, run, region, request);
        const [at, of, by] = await run.step('for', () => carriedOut(region, owner, request));
        await tellAll(run, at, of, by);
      },
    ),
  );
  const callBack = callingBack(jobs, context);
  const late = chasing(jobs, context);
  return {
    chase: (region, owner, id) => jobs.start(late, `late:${id}`, region, owner, id),
    begin: (region, { id, kind, owner }) =>
      jobs.start(kind === 'closure' ? closure : kind === 'age' ? age : right, id, region, owner, id),
    // The key: whoever says it twice has said it once.
    wake: (id, key) => jobs.send(id, GO, GO, `${id}:${key}`),
    callBack,
    tell: async (region, { id, owner }) => begin(region, owner, await noted(region, id)),
  };
}

const erasureOf = (context: Around, region: string, of: Pick<Erasure, 'owner' | 'request' | 'sign'>): Erasure => ({
  ...{ ...of, context, suppression: context.suppression },
  ...{ region: context.at(region), requests: context.requests(region) },
});

function callingBack(jobs: Jobs, context: Around): Workflows['callBack'] {
  const calling = jobs.define('calling', async (run, asked: string, n: number) => {
    for (let [told, downs] = ['', 0]; !isFinal(told) && downs < CALLS_MOST; ) {
      const before = told;
      const now = await run.step('called', () => callBackTo(context, asked, n, before));
      if (now === DOWN) downs++;
      else [told, downs] = [now, 0];
      if (!isFinal(told)) await run.receive(GO, CALL_AFTER);
    }
  });
  return async ({ id, callbacks }, now) => {
    for (const n of callbacks.keys()) {
      const job = n === 0 ? id : `${id}:${n}`;
      await jobs.start(calling, job, id, n);
      if (now !== undefined) await jobs.send(job, GO, GO, `${job}:${now}`);
    }
  };
}

/** Asks a system again, every hour, until it answers. */
const chasing = (jobs: Jobs, context: Around) =>
  jobs.define('late', async (run, region: string, owner: string, id: string) => {
    while ((await run.step('asked', () => askAgain(context, context.at(region), owner, id))) === 'waits')
      await run.receive(GO, AGAIN_AFTER);
  });

async function course(run: Run, step: () => Step, tellAll: () => Promise<void>): Promise<void> {
  await untilDone(run, step, 'confirmed', confirm);
  let outcome = await untilDone(run, step, 'decided', decide);
  while (outcome === 'waits') {
    await wait(run, step);
    outcome = await untilDone(run, step, 'decided', decide);
  }
  if (outcome === 'gone') return untilDone(run, step, 'tidied', tidy);
  if (outcome === 'granted') {
    await untilDone(run, step, 'executed', carryOut);
    await tellAll();
    if (await run.changed('elsewhere')) await untilDone(run, step, 'elsewhere', clear);
  }
  await untilDone(run, step, 'proved', prove);
}

/** What an age that was found later shares with the other workflows. */
interface Sharing {
  signing(region: string): Step['sign'];
  begin(region: string, owner: string, tellings: readonly string[]): Promise<void>;
  noted(region: string, request: string): Promise<string[]>;
}

const ageing = (jobs: Jobs, context: Around, { signing, begin, noted }: Sharing) =>
  jobs.define('age', async (run, region: string, owner: string, request: string) => {
    const closed = await youngCourse(run, () => {
      const at = { region: context.at(region), requests: context.requests(region) };
      return { context, ...at, owner, request, sign: signing(region), across: context, around: context };
    });
    if (closed) await begin(region, owner, await run.step('recipients', () => noted(region, closed)));
  });

/** A guardian took back what kept an account open: a workflow of its own. */
async function takingBack(
  jobs: Jobs,
  context: Around,
  age: ReturnType<typeof ageing>,
  run: Run,
  region: string,
  request: string,
): Promise<void> {
  const found = await run.step('found', async () => {
    const taken = await takenBack(context, await context.requests(region).byId(request));
    return taken && { region: taken.region, id: taken.made.id, owner: taken.made.owner };
  });
  if (found) await jobs.start(age, found.id, found.region, found.owner, found.id);
}

/** Answers the closure by which an account went whose person was too young; null where it stays. */
async function youngCourse(run: Run, step: () => YoungStep): Promise<string | null> {
  await untilDone(run, step, 'withheld', withhold);
  let found = await untilDone(run, step, 'looked', look);
  while (found === 'waits') {
    await run.receive(GO, AGAIN_AFTER);
    found = await untilDone(run, step, 'looked', look);
  }
  if (found === 'lifted') await untilDone(run, step, 'released', release);
  if (found !== 'erase') return null;
  await untilDone(run, step, 'erased', eraseYoung);
  await untilDone(run, step, 'proved', proveYoung);
  return run.step('carried', async () => {
    const { requests, request } = step();
    return (await requests.byId(request)).carries?.id ?? null;
  });
}

/** Until the recipient has answered. What cannot be had at the moment is tried again within the step. */
async function told(run: Run, step: () => Tell): Promise<void> {
  for (let work: (step: Tell) => Promise<string> = tell; ; ) {
    // What somebody has to mend (a token, a certificate) stands in the console, and is tried again.
    const outcome = await run.step('asked', () => work(step())).catch(() => 'trouble');
    if (outcome === 'ended' || outcome === 'letter') return;
    if (outcome === 'told') work = chase;
    await run.receive(GO, outcome === 'trouble' ? AGAIN_AFTER : CHASE_AFTER);
  }
}

/** What went wrong is told to somebody above, and tried again: nobody's request is left lying. */
async function untilDone<S extends Step, T extends string | void>(
  run: Run,
  step: () => S,
  name: string,
  work: (step: S) => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await run.step(name, () => work(step()));
    } catch {
      await run.step('troubled', async () => {
        const { requests, owner, request } = step();
        await requests.remind(owner, request, 'escalate');
      });
      await run.receive(GO, AGAIN_AFTER);
    }
  }
}

/** Until somebody has decided, or a reminder is due. */
async function wait(run: Run, step: () => Step): Promise<void> {
  const [next] = await run.step('planned', () => plan(step()));
  const now = await run.now();
  const length = Math.min(LONGEST_WAIT, next ? Math.max(0, next[0] - now) : LONGEST_WAIT);
  const message = await run.receive(GO, Millis(length));
  if (message === null && next && now + length >= next[0])
    await run.step('reminded', async () => {
      const { requests, owner, request } = step();
      await requests.remind(owner, request, next[1]);
    });
}
