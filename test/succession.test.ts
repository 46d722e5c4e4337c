/** Real policies that follow one another: what the newer allows waits for those who joined under the older. */
import { SeededRandom } from '@kept/base';
import { decide, matterOf, standingState } from '@kept/decide';
import { interpretTogether } from '@kept/decide/testing';
import { ACTIONS, compile, type Manifest, reductions, rightsKept, successionOf } from '@kept/policy';
import { smartmiGlobal } from '@kept/policy-smartmi-global';
import { smartmiLegacy } from '@kept/policy-smartmi-legacy';
import { expect, test } from 'vitest';

const [legacy, global] = [compile(smartmiLegacy), compile(smartmiGlobal)];
const line = successionOf([legacy, global]);
const manifests: readonly Manifest[] = [smartmiLegacy, smartmiGlobal];
const [jurisdiction] = legacy.jurisdictions.ids as [string];
const consents = [...new Set([...legacy.consents.ids, ...global.consents.ids])].filter((id) =>
  [legacy, global].every(({ manifest }) => manifest.consents[id]?.by !== 'guardian'),
);

const subject = { region: 'sg', jurisdiction, status: 'active' as const, consents, restricted: [], objected: [] };
const state = (agreed: readonly string[] = []) =>
  standingState(
    line,
    { ...subject, ageBand: 'adult' },
    {
      joined: legacy.hash,
      placed: legacy.hash,
      shown: consents.map((id) => (legacy.consents.of(id) < 0 ? '' : legacy.hash)),
      agreed: agreed.map((matter) => ({ matter, version: global.hash })),
    },
  );

/** Every question in a soak, else one in so many, drawn: what is counted off keeps step with the kinds of questions. */
const EACH = process.env.KEPT_SOAK === undefined ? 7 : 1;
const random = new SeededRandom(20_210_330);

/** Every question about one field for one purpose, with each recipient and without. */
function* questions() {
  for (const purpose of Object.keys(global.manifest.purposes))
    for (const field of global.fields.ids)
      for (const action of ACTIONS)
        for (const recipient of [undefined, ...global.recipients.ids])
          for (const collection of action === 'collect' ? global.collections.ids : [undefined])
            if ((action === 'share') === (recipient !== undefined))
              yield { actor: 'service', action, purpose, fields: [field], recipient, collection } as const;
}

test('smartmi-legacy to smartmi-global: decided as the oracle does, question by question', { timeout: 600_000 }, () => {
  const counts = { both: 0, waits: 0, refused: 0 };
  const standing = {
    ...{ joined: 0, placed: 0, agreed: {} },
    shown: Object.fromEntries(consents.filter((id) => legacy.consents.of(id) >= 0).map((id) => [id, 0])),
  };
  const mine = state();
  for (const question of questions()) {
    if (random.below(EACH) !== 0) continue;
    const decision = decide(global, { ...question, subject: mine });
    const oracle = interpretTogether(manifests, { ...question, subject: { ...subject, age: 18 } }, standing);
    if (JSON.stringify(decision) !== JSON.stringify(oracle))
      expect({ question, decision }).toEqual({ question, decision: oracle });
    if (decision.outcome === 'permit') counts.both++;
    else if (decision.reason === 'change') {
      counts.waits++;
      expect(decision).toMatchObject({ version: legacy.version, hash: legacy.hash });
      expect(legacy.manifest.clauses[decision.clause]).toBeDefined();
      const agreed = state([matterOf(question.purpose, question.recipient)]);
      expect(decide(global, { ...question, subject: agreed }).reason).not.toBe('change');
    } else counts.refused++;
  }
  expect(EACH * counts.both).toBeGreaterThan(20);
  expect(EACH * counts.waits).toBeGreaterThan(100);
});

test('no right of smartmi-legacy is lost to those who had it', () => {
  const lost = reductions(legacy, global);
  const kept = rightsKept(line, 0);
  for (const [id, { kind }] of Object.entries(legacy.manifest.rights))
    expect({ id, kept: kept.some(({ right }) => right.kind === kind) }).toEqual({ id, kept: true });
  for (const { id, of } of lost) expect(kept.find((each) => each.id === id)?.spared).toEqual(of);
  expect(lost.length).toBeGreaterThan(0);
});
