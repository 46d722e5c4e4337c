/** Mosquitto of this machine, as a process of its own on a port of its own, with its dynamic security plugin. */
import { type ChildProcess, spawn } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { port, testFolder } from '../system/kept.ts';

const PROGRAM = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto', '/usr/bin/mosquitto'].find((at) => existsSync(at));
const PLUGIN = [
  '/usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so',
  '/usr/lib/aarch64-linux-gnu/mosquitto_dynamic_security.so',
  '/usr/lib/mosquitto_dynamic_security.so',
].find((at) => existsSync(at));

export const hasMosquitto = PROGRAM !== undefined && PLUGIN !== undefined;

export interface Mosquitto {
  readonly port: number;
  /** With the administrator's name and password. */
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const PASSWORD = 'paper-lantern-eaves';
const ITERATIONS = 101;

/** `open`: clients may publish and subscribe where they like. `plugin: false`: it has none, and lets everybody in. */
export async function mosquitto({ open = false, plugin = true } = {}): Promise<Mosquitto> {
  const dir = join(await testFolder(), 'mosquitto');
  await mkdir(dir);
  const own = Number(port());
  const [rules, settings] = [join(dir, 'rules.json'), join(dir, 'mosquitto.conf')];
  await writeFile(rules, JSON.stringify(rulesOf(open)));
  const lines = [`listener ${own} 127.0.0.1`, 'persistence false', `allow_anonymous ${plugin ? 'false' : 'true'}`];
  // Else it would become somebody who may not write into this folder.
  if (process.getuid?.() === 0) lines.push('user root');
  if (plugin) lines.push(`plugin ${PLUGIN}`, `plugin_opt_config_file ${rules}`);
  await writeFile(settings, `${lines.join('\n')}\n`);
  let running: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    running = spawn(PROGRAM!, ['-c', settings], { stdio: ['ignore', 'ignore', 'pipe'] });
    await listening(own, running);
  };
  await start();
  return {
    port: own,
    url: `mqtt://kept:${PASSWORD}@127.0.0.1:${own}`,
    start,
    async stop() {
      const ended = once(running!, 'exit');
      running!.kill();
      await ended;
    },
  };
}

/** As `mosquitto_ctrl dynsec init` writes them. */
function rulesOf(open: boolean): object {
  const salt = randomBytes(12);
  const password = pbkdf2Sync(PASSWORD, salt, ITERATIONS, 64, 'sha512').toString('base64');
  const allow = (acltype: string, topic: string) => ({ acltype, topic, priority: 0, allow: true });
  const control = '$CONTROL/dynamic-security/#';
  return {
    defaultACLAccess: { publishClientSend: open, publishClientReceive: true, subscribe: open, unsubscribe: true },
    clients: [
      {
        ...{ username: 'kept', password, salt: salt.toString('base64'), iterations: ITERATIONS },
        roles: [{ rolename: 'admin' }],
      },
    ],
    roles: [
      {
        rolename: 'admin',
        acls: [
          allow('publishClientSend', control),
          allow('publishClientReceive', control),
          allow('subscribePattern', control),
          allow('publishClientReceive', '#'),
          allow('subscribePattern', '#'),
          allow('unsubscribePattern', '#'),
        ],
      },
    ],
  };
}

async function listening(at: number, running: ChildProcess): Promise<void> {
  let said = '';
  running.stderr!.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
  });
  for (let tries = 0; ; tries++) {
    if (running.exitCode !== null) throw new Error(`mosquitto ended with ${running.exitCode}: ${said}`);
    const socket = connect(at, '127.0.0.1');
    const there = await new Promise<boolean>((done) => {
      socket.on('connect', () => done(true));
      socket.on('error', () => done(false));
    });
    socket.destroy();
    if (there) return;
    if (tries > 800) throw new Error(`mosquitto does not listen: ${said}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
