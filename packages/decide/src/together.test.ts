import { SeededRandom } from '@kept/base';
import { compile, type Program, type Succession, successionOf } from '@kept/policy';
import { tiny } from '@kept/policy/testing';
import { expect, test } from 'vitest';
import {
  type Decision,
  decide,
  explain,
  matterOf,
  type Request,
  type SubjectState,
  standingState,
  subjectState,
} from './index.ts';
import {
  interpretTogether,
  type PlainRequest,
  type PlainStanding,
  randomRequest,
  randomSuccession,
} from './testing.ts';

/** Random successions, each with 200 requests. */
const SUCCESSIONS = Number(process.env.KEPT_SOAK ?? 60);
const REQUESTS = 200;

interface Case {
  readonly plain: PlainRequest & { readonly collected?: number | undefined };
  readonly standing: PlainStanding;
  readonly request: Request;
  /** The same person, who agrees to one thing more. */
  agreeing(matter: string): SubjectState;
}

function caseOf(succession: Succession, dice: SeededRandom): Case {
  const { versions, present } = succession;
  const any = () => dice.below(versions.length);
  // Somebody known by names of any version asks for what the present one, or an older one, has.
  const asked = randomRequest(dice.next() < 0.8 ? present : versions[any()]!, dice);
  const writer = any();
  const jurisdictions = versions[writer]!.jurisdictions.ids;
  const { age } = asked.subject;
  const band = age === undefined ? undefined : bandOf(versions[writer]!, age);
  const subject = {
    ...asked.subject,
    age: band?.from,
    jurisdiction: jurisdictions[dice.below(jurisdictions.length)]!,
  };
  const known = subject.consents.filter(() => dice.next() < 0.9);
  const standing: PlainStanding = {
    joined: any(),
    placed: writer,
    shown: Object.fromEntries(known.map((id) => [id, any()])),
    agreed: Object.fromEntries(
      present.purposes.ids.flatMap((purpose) => [
        ...(dice.next() < 0.25 ? [[matterOf(purpose), any()]] : []),
        ...present.recipients.ids.flatMap((id) => (dice.next() < 0.25 ? [[matterOf(purpose, id), any()]] : [])),
      ]),
    ),
  };
  const collected = dice.next() < 0.5 ? undefined : any();
  const hash = (i: number | undefined) => (i === undefined ? '' : versions[i]!.hash);
  const facts = { ...subject, status: subject.status as never, ageBand: band?.id ?? 'unknown' };
  const told = {
    joined: hash(standing.joined),
    placed: hash(writer),
    shown: subject.consents.map((id) => hash(standing.shown[id])),
    agreed: Object.entries(standing.agreed).map(([matter, i]) => ({ matter, version: hash(i) })),
  };
  const agreeing = (matter: string) =>
    standingState(succession, facts, { ...told, agreed: [...told.agreed, { matter, version: present.hash }] });
  const state = standingState(succession, facts, told);
  const plain = { ...asked, subject, collected };
  const request = { ...asked, subject: state, collected: collected === undefined ? undefined : hash(collected) };
  return { plain, standing, request: request as Request, agreeing };
}

const bandOf = ({ bands }: Program, age: number) =>
  bands.find((each) => each.id !== 'unknown' && age >= each.from && age <= each.to)!;

test('decides as the oracle of successions does', { timeout: 3_600_000 }, () => {
  const seen = { change: 0, permit: 0, excused: 0, several: 0 };
  for (let seed = 1; seed <= SUCCESSIONS; seed++) {
    const { manifests, programs } = randomSuccession(seed);
    const succession = successionOf(programs);
    const dice = new SeededRandom(seed);
    for (let n = 0; n < REQUESTS; n++) {
      const { plain, standing, request } = caseOf(succession, dice);
      const decision = decide(succession.present, request);
      const expected = interpretTogether(manifests, plain, standing);
      if (JSON.stringify(decision) !== JSON.stringify(expected))
        expect({ seed, n, plain, standing, decision }).toEqual({ seed, n, plain, standing, decision: expected });
      if (decision.reason === 'change') seen.change++;
      if (decision.outcome === 'permit') seen.permit++;
      if (decision.obligations.some(({ policy }) => policy !== undefined)) seen.several++;
    }
  }
  expect(seen.change).toBeGreaterThan(SUCCESSIONS);
  expect(seen.permit).toBeGreaterThan(SUCCESSIONS);
  expect(seen.several).toBeGreaterThan(SUCCESSIONS / 10);
});

test('agreeing takes nothing away, and leads where an explanation says', () => {
  let mended = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const succession = successionOf(randomSuccession(seed).programs);
    const dice = new SeededRandom(seed);
    for (let n = 0; n < 60; n++) {
      const { request, agreeing } = caseOf(succession, dice);
      const decision = decide(succession.present, request);
      const later = decide(succession.present, {
        ...request,
        subject: agreeing(matterOf(request.purpose, request.recipient)),
      });
      expect(later.permitted).toEqual(expect.arrayContaining([...decision.permitted]));
      expect(later.reason).not.toBe('change');
      const told = explain(succession.present, request);
      expect(told.decision).toEqual(decision);
      if (decision.outcome === 'permit') expect(told).toMatchObject({ changes: [], enough: true });
      if (told.enough && told.changes.some(({ kind }) => kind === 'accept-change')) mended++;
    }
  }
  expect(mended).toBeGreaterThan(5);
});

const v1 = compile(tiny);
/** More for the same purpose, a new purpose, a new recipient, and one field less. */
const second = {
  ...tiny,
  version: '2026-06-01',
  purposes: {
    account: { ...tiny.purposes.account, fields: ['phone'] },
    support: { ...tiny.purposes.support, fields: ['phone', 'recording', 'nickname'], recipients: ['desk'] },
    news: { ...tiny.purposes.account, fields: ['phone'], basis: 'legitimate-interest', recipients: [] },
  },
  collections: {
    ...tiny.collections,
    registration: { ...tiny.collections.registration, optional: [] },
    call: { ...tiny.collections.call, optional: ['nickname'] },
  },
  recipients: {
    ...tiny.recipients,
    desk: { ...tiny.recipients.sms, fields: ['phone', 'recording'], purposes: ['support'], channel: 'http' },
  },
} as never as typeof tiny;
const v2 = compile(second);
const succession = successionOf([v1, v2]);

const facts = {
  region: 'eu',
  ageBand: 'adult',
  jurisdiction: 'everywhere',
  status: 'active' as const,
  consents: ['calls'],
  restricted: [],
  objected: [],
};
const old = { joined: v1.hash, placed: v1.hash, shown: [v1.hash], agreed: [] };
const asked = (purpose: string, field: string, standing: Partial<typeof old> = {}, more: object = {}): Decision =>
  decide(v2, {
    ...{ actor: 'service', action: 'use', purpose, fields: [field] },
    ...more,
    subject: standingState(succession, facts, { ...old, ...standing }),
  });

test('what a version newly allows waits for each person; what it newly refuses counts at once for all', () => {
  expect(asked('support', 'nickname')).toMatchObject({
    outcome: 'refuse',
    reason: 'change',
    clause: '2.2',
    hash: v1.hash,
  });
  expect(asked('account', 'nickname')).toMatchObject({ outcome: 'refuse', reason: 'minimisation', hash: v2.hash });
  const fresh = { joined: v2.hash, placed: v2.hash, shown: [v2.hash] };
  expect(asked('support', 'nickname', fresh)).toMatchObject({ outcome: 'permit', version: '2026-06-01' });
  expect(asked('account', 'nickname', fresh).outcome).toBe('refuse');
  expect(asked('support', 'phone').outcome).toBe('permit');
});

test('to agree is its own act in each matter, and a consent given anew agrees to what it covers', () => {
  const agreed = (matter: string) => ({ agreed: [{ matter, version: v2.hash }] as never });
  const share = { action: 'share', recipient: 'desk' };
  expect(asked('support', 'nickname', agreed('support')).outcome).toBe('permit');
  expect(asked('support', 'recording', agreed('support'), share).reason).toBe('change');
  expect(asked('support', 'recording', agreed('support.desk'), share).outcome).toBe('permit');
  expect(asked('support', 'nickname', { shown: [v2.hash] }).outcome).toBe('permit');
  expect(asked('news', 'phone').reason).toBe('change');
});

test('what needs no consent is for what is collected from then on, unless the law demands it', () => {
  const silent = { ...second, changes: { ...tiny.changes, askAgain: [] } } as never as typeof tiny;
  const line = (last: typeof tiny, joined: string, collected?: string) => {
    const versions = successionOf([
      compile({ ...tiny, changes: { ...tiny.changes, askAgain: [] } } as never),
      compile(last),
    ]);
    const [was, is] = versions.versions;
    const hash = { old: was!.hash, new: is!.hash }[joined]!;
    const subject = standingState(versions, facts, { ...old, joined: hash, placed: was!.hash, shown: [was!.hash] });
    const at = collected === undefined ? undefined : { old: was!.hash, new: is!.hash }[collected]!;
    return decide(is!, { actor: 'service', action: 'use', purpose: 'news', fields: ['phone'], collected: at, subject });
  };
  expect(line(silent, 'old', 'old')).toMatchObject({ outcome: 'refuse', reason: 'change' });
  expect(line(silent, 'old')).toMatchObject({ outcome: 'refuse', reason: 'change' });
  expect(line(silent, 'old', 'new').outcome).toBe('permit');
  const news = { ...silent.purposes['news' as 'account'], basis: 'legal-obligation' };
  const law = { ...silent, purposes: { ...silent.purposes, news } } as never as typeof tiny;
  expect(line(law, 'old', 'old').outcome).toBe('permit');
});

test('one version costs nothing more: nothing else is asked', () => {
  const states = [standingState(successionOf([v1]), facts, old), subjectState(v1, facts)];
  const request = { actor: 'service', action: 'use', purpose: 'support', fields: ['phone', 'nickname'] } as const;
  const [a, b] = states.map((subject) => decide(v1, { ...request, subject }));
  expect(a).toEqual(b);
  for (const state of states) {
    const hidden = Object.getOwnPropertySymbols(state).map((key) => state[key as never] as unknown);
    expect(hidden).toHaveLength(4);
    expect(hidden).toContain(undefined);
  }
});
