import * as api from '@kept/api';
import { type Answering, answering, Wrong } from './answers.ts';
import { connectorPlan, connectors } from './fixtures/connectors.ts';
import { consolePolicies, consoleRecipients, consoleServices, outbox, overview } from './fixtures/console.ts';
import { figures, queued } from './fixtures/queue.ts';
import { tellings } from './fixtures/tellings.ts';
import { consoleVersions, inventoryRows, shown, versionDiff, waitingMatters } from './fixtures/versions.ts';
import { ago, shanghai } from './fixtures/words.ts';
import { staffAnswers } from './staff-answers.ts';
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

function inQueue(world: World, id: string) {
  const found = world.queue.find((each) => each.id === id);
  if (found === undefined) throw new Wrong(404, 'RIGHTS_NOT_FOUND', '没有这件申请');
  return found;
}

function changed(world: World, id: string, change: Partial<World['queue'][number]>) {
  const after = { ...inQueue(world, id), ...change };
  world.queue = world.queue.map((each) => (each.id === id ? after : each));
  return { request: queued(after) };
}

/** The operator's pages. */
export const consoleAnswers: readonly Answering[] = [
  answering(api.readOverview, overview),
  answering(api.listQueue, ({ query, world }) => ({
    requests: world.empty || query?.ended ? [] : world.queue,
    figures,
  })),
  answering(api.readQueued, ({ params, world }) => ({ request: queued(inQueue(world, params.id)) })),
  answering(api.decideQueued, ({ params, body, world }) =>
    changed(world, params.id, {
      waits: body.outcome === 'refused' ? 'second' : null,
      decision: { outcome: body.outcome, byPolicy: false, mine: true },
    }),
  ),
  answering(api.agreeQueued, ({ params, body, world }) =>
    changed(
      world,
      params.id,
      body.agrees ? { waits: null, state: 'refused', doneAt: Date.now() } : { waits: 'decision' },
    ),
  ),
  answering(api.extendQueued, ({ params, world }) => changed(world, params.id, {})),
  answering(api.openLetter, () => ({ text: '门铃半夜老响。' })),
  ...staffAnswers,
  answering(api.listServices, () => ({ services: consoleServices })),
  answering(api.listConsolePolicies, () => ({ policies: consolePolicies })),
  answering(api.listVersions, () => ({ versions: consoleVersions, people: 1_288 })),
  answering(api.draftVersion, () => consoleVersions[1]!),
  answering(api.reviewVersion, () => consoleVersions[1]!),
  answering(api.publishVersion, () => ({ ...consoleVersions[1]!, state: 'notified' as const })),
  answering(api.discardVersion, () => undefined),
  answering(api.readVersionDiff, () => versionDiff),
  answering(api.readInventory, () => ({ ...shown, rows: inventoryRows })),
  answering(api.listWaiting, ({ world }) => ({
    ...shown,
    people: world.empty ? 0 : 1_204,
    matters: world.empty ? [] : waitingMatters,
  })),
  answering(api.listConnectors, ({ world }) => ({
    regions: world.empty ? [] : [{ region: shanghai, connectors, plan: connectorPlan }],
  })),
  answering(api.listConnectorRuns, ({ world }) => ({
    runs: world.empty
      ? []
      : [
          {
            request: '0193a1f2-7c00-7000-8000-000000000061',
            region: shanghai,
            begunAt: ago(0, 3),
            found: 5,
            done: 2,
            of: 5,
            waits: [{ connector: '客户系统', since: ago(0, 3), tries: 4, why: 'down' as const }],
          },
        ],
  })),
  answering(api.listConsoleRecipients, () => ({ recipients: consoleRecipients })),
  answering(api.listTellings, ({ world }) => ({ tellings: world.empty ? [] : tellings })),
  answering(api.openTellingLetter, () => ({ subject: '请照办', text: '请删除，并带上编号答复。' })),
  answering(api.moveTelling, () => ({ telling: tellings[0]! })),
  answering(api.listOutbox, ({ world }) => ({ messages: world.empty ? [] : outbox, next: null })),
  answering(api.readConsoleLedger, async ({ world }) => ({ ledgers: [await ledger(world)] })),
  answering(api.verifyLedger, ({ world }) => {
    world.verification = { state: 'running', done: 0 };
    return ledger(world);
  }),
];
