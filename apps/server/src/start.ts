/** Starts Kept: settings, databases, pages, kernel, port; and stops all of it again. */
import { existsSync } from 'node:fs';
import { makeFolder } from '@kept/db';
import { buildWeb } from '@kept/web';
import { type Config, readConfig } from './config.ts';
import { DEMO, demoIsHere, inviteDemo, isUntouched } from './demo/demo.ts';
import { type Failure, openDoor } from './door.ts';
import { type House, openHouse, regionIds } from './house.ts';
import { type Messages, openMessages } from './messages.ts';
import { holdPort } from './port.ts';
import { openShell } from './shell.ts';
import { openStorage } from './storage.ts';

export interface StartOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly step: (what: string) => void;
  /** Told of each failure by code, route and status. */
  readonly failed?: (failure: Failure) => void;
}

export interface Running {
  readonly url: string;
  readonly config: Config;
  readonly house: House;
  readonly messages: Messages;
  /** Opens the console once. */
  readonly operatorToken: string;
  /** How to sign in as the demo person; null where there is none, or none any more. */
  readonly demo: typeof DEMO | null;
  readonly firstStart: boolean;
  readonly remarks: readonly string[];
  stop(): Promise<void>;
}

/** Throws one clear KeptError; what had been started is stopped by then. */
export async function startKept({ env, step, failed = () => {} }: StartOptions): Promise<Running> {
  const config = readConfig(env, regionIds());
  const firstStart = !existsSync(config.data);
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    const held = await holdPort(config.host, config.port);
    const { port } = held;
    closers.push(() => held.release());
    step('starting the databases');
    const storage = await openStorage(config, regionIds());
    closers.push(() => storage.stop());
    await makeFolder(config.data);
    step('building the pages');
    const { dir: web } = await buildWeb({ onProgress: step });
    const origin = config.origin ?? `http://localhost:${port}`;
    const house = await openHouse({ config, storage, origin, step });
    closers.push(() => house.close());
    step('opening the broker');
    const messages = await openMessages(house);
    closers.push(() => messages.close());
    await house.begin();
    step('opening the door');
    const origins = new Set([origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`]);
    const app = await openDoor(house, { origins, web, failed });
    closers.push(() => app.close());
    if (config.demo && isUntouched(house)) {
      step('inviting the demo person');
      await inviteDemo(house, app, origin);
    }
    await held.release();
    await app.listen({ port, host: config.host });
    const shell = await openShell(config, port, origin, house.operators.staff.ownerLink('always'));
    closers.push(() => shell.close());
    const remarks = [
      ...storage.remarks,
      ...(house.erasedAgain > 0
        ? [`${house.erasedAgain} people had come back with a restored database and were erased again`]
        : []),
      ...(messages.broker.port === null || messages.broker.port === config.mqttPort
        ? []
        : [`port ${config.mqttPort} is taken, the broker for devices listens on ${messages.broker.port}`]),
      ...(port === config.port ? [] : [`port ${config.port} is taken, Kept listens on ${port}`]),
    ];
    const demo = (await demoIsHere(house)) ? DEMO : null;
    return {
      url: origin,
      config,
      house,
      messages,
      operatorToken: house.operators.staff.ownerLink(),
      demo,
      firstStart,
      remarks,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
