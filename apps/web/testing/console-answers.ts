import * as api from '@kept/api';
import { type Answering, answering } from './answers.ts';
import { consolePolicies, consoleRecipients, consoleServices, outbox, overview } from './fixtures/console.ts';
import { ago, shanghai } from './fixtures/words.ts';
import { checkpoint, verifierText } from './tree.ts';
import type { World } from './world.ts';

async function ledger(world: World) {
  const { verification } = world;
  if (verification.state === 'running') {
    verification.done += 21;
    if (verification.done >= 61) world.verification = { state: 'verified', done: 61, at: Date.now() };
  }
  return {
    region: shanghai,
    origin: 'kept/cn',
    size: 61,
    root: (await checkpoint()).split('\n')[2]!,
    checkpoint: await checkpoint(),
    checkpointAt: ago(0, 1),
    publicKey: verifierText,
    verification: { ...world.verification, total: 61 },
  };
}

/** The operator's pages. */
export const consoleAnswers: readonly Answering[] = [
  answering(api.readOverview, overview),
  answering(api.listServices, () => ({ services: consoleServices })),
  answering(api.listConsolePolicies, () => ({ policies: consolePolicies })),
  answering(api.listConsoleRecipients, () => ({ recipients: consoleRecipients })),
  answering(api.listOutbox, ({ world }) => ({ messages: world.empty ? [] : outbox, next: null })),
  answering(api.readConsoleLedger, async ({ world }) => ({ ledgers: [await ledger(world)] })),
  answering(api.verifyLedger, ({ world }) => {
    world.verification = { state: 'running', done: 0 };
    return ledger(world);
  }),
];
