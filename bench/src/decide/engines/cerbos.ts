import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable } from '@kept/base';
import type { Engine } from '../engine.ts';
import {
  answer,
  banned,
  CLAUSES,
  type Clause,
  fieldOf,
  goesOn,
  mayUseSpecial,
  type Purpose,
  personOf,
  purposes,
  recipientOf,
} from '../world.ts';

interface Checked {
  readonly results: readonly {
    readonly actions: Readonly<Record<string, string>>;
    readonly outputs?: readonly { readonly val: Clause }[];
  }[];
}

/**
 * One rule that denies and one that allows. Cerbos may stop at the first rule that denies, in an order of its own, so
 * that the first clause has to be found inside one rule, by the expression of its output.
 */
function rulesOf(purpose: Purpose): object[] {
  const list = (items: readonly string[]) => JSON.stringify(items);
  const within = `R.id in ${list(purpose.fields)}`;
  const checks: (readonly [Clause, string])[] = [];
  if (!goesOn(purpose.basis)) checks.push(['restriction', 'P.attr.restricted']);
  if (purpose.minAge > 0) checks.push(['age', `P.attr.age < ${purpose.minAge}`]);
  if (purpose.basis === 'consent') checks.push(['consent', `!("${purpose.id}" in P.attr.consents)`]);
  if (purpose.basis === 'legitimate-interest') checks.push(['objection', 'P.attr.objected']);
  checks.push(['recipient', `!(P.attr.recipient in ${list(purpose.recipients)})`]);
  checks.push(['region', `!(P.attr.region in ${list(purpose.regions)})`]);
  checks.push(['transfer', `P.attr.route in ${list([...banned])}`]);
  if (!mayUseSpecial(purpose.basis)) checks.push(['special', `(R.attr.special && ${within})`]);
  const first = checks.reduceRight((rest, [clause, holds]) => `${holds} ? "${clause}" : ${rest}`, '"none"');
  const hidden = `(R.id in ${list(purpose.redact)} || (R.attr.identifier && P.attr.thirdParty))`;
  const rule = (effect: 'ALLOW' | 'DENY', expr: string, ruleActivated: string) => ({
    actions: [purpose.id],
    effect: `EFFECT_${effect}`,
    roles: ['subject'],
    name: `${effect.toLowerCase()}_${purpose.id}`,
    condition: { match: { expr } },
    output: { when: { ruleActivated } },
  });
  return [
    rule('DENY', checks.map(([, holds]) => holds).join(' || '), first),
    rule('ALLOW', within, `${hidden} ? "redact" : "allow"`),
  ];
}

function clauseOf(effect: string | undefined, told: readonly Clause[]): Clause {
  if (effect === 'EFFECT_ALLOW') return told.includes('redact') ? 'redact' : 'allow';
  return CLAUSES.find((clause) => told.includes(clause)) ?? 'minimisation';
}

/** The server as its package ships it, for this platform, over HTTP on the loopback; one resource policy a purpose. */
export async function load(): Promise<Engine<Clause[]>> {
  const dir = await mkdtemp(join(tmpdir(), 'kept-bench-cerbos-'));
  const [http, grpc] = [await freePort(), await freePort()];
  const server = await start(dir, http, grpc);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const close = async () => {
    agent.destroy();
    server.kill('SIGKILL');
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await ready(http, server);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    form: 'the 0.51.0 server over HTTP on the loopback, one request in flight, a policy of two rules for each purpose',
    ask: async (q) => {
      const person = personOf.get(q.person)!;
      const attr = {
        consents: person.consents,
        restricted: person.restricted,
        objected: person.objected,
        recipient: q.recipient,
        region: q.region,
        age: q.age,
        route: `${q.recipient}>${q.region}`,
        thirdParty: recipientOf.get(q.recipient)!.thirdParty,
      };
      const resources = q.fields.map((id) => {
        const { special, identifier } = fieldOf.get(id)!;
        return { resource: { kind: `field_${q.purpose}`, id, attr: { special, identifier } }, actions: [q.purpose] };
      });
      const body = { requestId: 'bench', principal: { id: q.person, roles: ['subject'], attr }, resources };
      const { results } = await post(agent, http, JSON.stringify(body));
      return results.map(({ actions, outputs }) =>
        clauseOf(
          actions[q.purpose],
          (outputs ?? []).map((each) => each.val),
        ),
      );
    },
    read: (clauses) => clauses.map(answer),
    close,
  };
}

async function start(dir: string, http: number, grpc: number): Promise<ChildProcess> {
  const policies = join(dir, 'policies');
  await mkdir(policies);
  for (const purpose of purposes) {
    const policy = {
      apiVersion: 'api.cerbos.dev/v1',
      resourcePolicy: { resource: `field_${purpose.id}`, version: 'default', rules: rulesOf(purpose) },
    };
    await writeFile(join(policies, `${purpose.id}.json`), JSON.stringify(policy));
  }
  const settings = {
    server: { httpListenAddr: `127.0.0.1:${http}`, grpcListenAddr: `127.0.0.1:${grpc}` },
    storage: { driver: 'disk', disk: { directory: policies, watchForChanges: false } },
    telemetry: { disabled: true },
    schema: { enforcement: 'none' },
  };
  const config = join(dir, 'cerbos.json');
  await writeFile(config, JSON.stringify(settings));
  const require = createRequire(createRequire(import.meta.url).resolve('cerbos/package.json'));
  const binary = require.resolve(`@cerbos/cerbos-${process.platform}-${process.arch}`);
  return spawn(binary, ['server', `--config=${config}`, '--log-level=error'], { stdio: 'ignore' });
}

async function ready(port: number, server: ChildProcess): Promise<void> {
  for (let i = 0; i < 200 && server.exitCode === null; i++) {
    const up = await fetch(`http://127.0.0.1:${port}/_cerbos/health`).then(
      (answered) => answered.ok,
      () => false,
    );
    if (up) return;
    await sleep(50);
  }
  throw new Unavailable('BENCH_CERBOS', 'the Cerbos server did not come up within 10 seconds');
}

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

const post = (agent: Agent, port: number, body: string): Promise<Checked> =>
  new Promise((done, failed) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request(
      { host: '127.0.0.1', port, path: '/api/check/resources', method: 'POST', agent, headers },
      (told) => {
        const chunks: Buffer[] = [];
        told.on('data', (chunk: Buffer) => chunks.push(chunk));
        told.on('error', failed);
        told.on('end', () => done(JSON.parse(Buffer.concat(chunks).toString())));
      },
    );
    asked.on('error', failed);
    asked.end(body);
  });
