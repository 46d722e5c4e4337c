/**
 * The life of an account over the real API: joined, looked into, a consent taken back, corrected, copied, closed. Every
 * step is checked; `verified` is true only if every check of the flow held.
 */
import { randomBytes } from 'node:crypto';
import { Agent, type Answer } from './agent.ts';

export interface Step {
  readonly step: string;
  readonly ok: boolean;
  /** What the policy decided in this step, where it did. */
  readonly decision?: { readonly outcome: string; readonly clause?: string; readonly reason?: string };
  /** Figures and counts; never a value. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface Play {
  readonly base: string;
  /** Opens the console, where the codes of the demo land. */
  readonly operatorToken: string;
  /** Verifies a ledger proof; the demo trusts the public key alone. */
  readonly verifyProof: (proof: Record<string, unknown>) => Promise<boolean>;
  readonly tell: (step: Step) => void;
}

interface State {
  readonly play: Play;
  readonly person: Agent;
  readonly operator: Agent;
  readonly contact: { readonly kind: 'email'; readonly value: string };
  readonly password: string;
  readonly nickname: string;
  failed: number;
}

const DOMAIN = 'home.example';

/** Plays the whole flow; true if every step held. */
export async function playDemo(play: Play): Promise<boolean> {
  const tag = randomBytes(4).toString('hex');
  const state: State = {
    play,
    person: new Agent(play.base),
    operator: new Agent(play.base),
    contact: { kind: 'email', value: `lin.lan.${tag}@${DOMAIN}` },
    password: `paper-lantern-${tag}-eaves`,
    nickname: `Lin Lan ${tag}`,
    failed: 0,
  };
  for (const act of [reads, joins, returns, fillsIn, looks, takesBack, copies, corrects, closes, isGone])
    await act(state);
  return state.failed === 0;
}

function tell(state: State, step: string, ok: boolean, more: Omit<Step, 'step' | 'ok'> = {}): void {
  if (!ok) state.failed++;
  state.play.tell({ step, ok, ...more });
}

const refusal = ({ body }: Answer): NonNullable<Step['decision']> => ({
  outcome: 'refuse',
  ...(typeof body['clause'] === 'string' && { clause: body['clause'] }),
  ...(typeof body['code'] === 'string' && { reason: body['code'] }),
});

async function reads(state: State): Promise<void> {
  const notice = await state.person.must(200, 'GET', '/api/notice?lang=en');
  const counts = notice.body['counts'] as unknown as Record<string, number>;
  tell(state, 'reads the notice before anything is collected', counts['fields']! > 0, { detail: { ...counts } });
  await state.operator.must(200, 'POST', '/api/operator/session', { token: state.play.operatorToken });
}

/** The newest code in the outbox for this flow. */
async function codeOf(state: State): Promise<string> {
  const { body } = await state.operator.must(200, 'GET', '/api/console/outbox?limit=20');
  const messages = body['messages'] as unknown as { text: string; to: string }[];
  const code = messages.map((message) => /\b\d{6}\b/.exec(message.text)?.[0]).find(Boolean);
  return code ?? '';
}

async function joins(state: State): Promise<void> {
  const { person } = state;
  const notice = await person.must(200, 'GET', '/api/notice?lang=en');
  const hash = (notice.body['policy'] as unknown as { hash: string }).hash;
  const start = { contact: state.contact, residence: 'CN', ageAtLeast: 18, language: 'en', notice: hash };
  const young = await person.call('POST', '/api/registrations', { ...start, ageAtLeast: 13 });
  tell(state, 'is refused if she says that she is thirteen', young.status === 403, { decision: refusal(young) });
  const begun = await person.must(202, 'POST', '/api/registrations', start);
  const path = `/api/registrations/${begun.body['registration']}/confirm`;
  const right = await codeOf(state);
  const wrong = await person.call('POST', path, {
    code: right === '000000' ? '000001' : '000000',
    password: state.password,
  });
  tell(state, 'a wrong code is refused', wrong.status === 401 || wrong.status === 400, { decision: refusal(wrong) });
  const weak = await person.call('POST', path, { code: right, password: 'password123' });
  tell(state, 'a guessable password is refused', weak.status === 400, { decision: refusal(weak) });
  const joined = await person.must(201, 'POST', path, {
    code: right,
    password: state.password,
    nickname: state.nickname,
  });
  tell(state, 'joins with a code and a password', true, {
    decision: { outcome: 'permit', clause: '2.1.1' },
    detail: { region: joined.body['region'] },
  });
}

async function returns(state: State): Promise<void> {
  const stranger = await new Agent(state.play.base).call('POST', '/api/session', {
    contact: state.contact,
    password: 'not-her-password-1',
  });
  tell(state, 'a wrong password is refused', stranger.status === 401, { decision: refusal(stranger) });
  await state.person.must(200, 'POST', '/api/session', { contact: state.contact, password: state.password });
  const { body } = await state.person.must(200, 'GET', '/api/account/sessions');
  tell(state, 'signs in and sees her sessions', (body['sessions'] as unknown as unknown[]).length > 0, {
    detail: { sessions: (body['sessions'] as unknown as unknown[]).length },
  });
}

async function consentOf(state: State, field: string): Promise<{ id: string; given: boolean } | undefined> {
  const { body } = await state.person.must(200, 'GET', '/api/my/consents');
  const consents = body['consents'] as unknown as { id: string; given: boolean; fields: { id: string }[] }[];
  return consents.find((consent) => consent.fields.some(({ id }) => id === field));
}

const PROFILE = { region: 'Hangzhou', introduction: 'keeps a balcony of herbs' };

async function fillsIn(state: State): Promise<void> {
  const { person } = state;
  const { body } = await person.must(200, 'GET', '/api/account/profile');
  const groups = body['groups'] as unknown as { fields: { id: string }[] }[];
  const offered = groups.flatMap((group) => group.fields.map(({ id }) => id));
  const values = Object.fromEntries(
    Object.values(PROFILE).map((value, i) => [offered[offered.length - 1 - i]!, value]),
  );
  const field = Object.keys(values)[0]!;
  const before = await person.call('PATCH', '/api/account/profile', { values });
  tell(state, 'the profile is refused before she agreed to it', before.status === 403, { decision: refusal(before) });
  const consent = await consentOf(state, field);
  if (consent) await person.must(200, 'PUT', `/api/my/consents/${consent.id}`, { given: true });
  const after = await person.call('PATCH', '/api/account/profile', { values });
  tell(state, 'after she agreed it is kept', after.status === 200, {
    decision: { outcome: 'permit', clause: '2.1.2' },
    detail: { fields: Object.keys(values).length },
  });
}

interface Held {
  readonly id: string;
  readonly field: string;
  readonly clause: string;
  readonly revealable: boolean;
  readonly correctable: boolean;
  readonly service: { readonly id: string };
  readonly collection: { readonly id: string };
}

async function held(state: State): Promise<Held[]> {
  const { body } = await state.person.must(200, 'GET', '/api/my/data');
  return (body['categories'] as unknown as { items: Held[] }[]).flatMap(({ items }) => items);
}

async function looks(state: State): Promise<void> {
  const items = await held(state);
  tell(state, 'sees every item held, with its clause', items.length >= 3 && items.every(({ clause }) => clause), {
    detail: { items: items.length },
  });
  const item = items.find(({ revealable }) => revealable)!;
  const shown = await state.person.must(200, 'POST', '/api/my/data/reveal', { item: item.id });
  tell(state, 'reveals one value, which is itself recorded', String(shown.body['value']).length > 0, {
    decision: { outcome: 'permit', clause: item.clause },
    detail: { index: shown.body['index'] },
  });
  const { body } = await state.person.must(200, 'GET', '/api/my/activity?limit=100');
  const entries = body['entries'] as unknown as { index: number }[];
  const found = entries.some(({ index }) => index === (shown.body['index'] as unknown as number));
  tell(state, 'finds that very use in her activity', found, { detail: { entries: entries.length } });
  const proof = await state.person.must(200, 'GET', `/api/my/activity/${shown.body['index']}/proof`);
  tell(state, 'verifies its receipt with the public key alone', await state.play.verifyProof(proof.body));
  const got = await state.person.must(200, 'GET', '/api/my/recipients');
  const receipts = got.body['receipts'] as unknown as unknown[];
  tell(state, 'sees who received what', receipts.length > 0, { detail: { receipts: receipts.length } });
}

async function takesBack(state: State): Promise<void> {
  const { person } = state;
  const profile = (await held(state)).find(({ collection }) => collection.id === 'profile');
  const consent = profile && (await consentOf(state, profile.field));
  if (!profile || !consent) return tell(state, 'withdraws a consent', false);
  await person.must(200, 'PUT', `/api/my/consents/${consent.id}`, { given: false });
  const next = await person.call('PATCH', '/api/account/profile', { values: { [profile.field]: 'later' } });
  tell(state, 'withdraws a consent, and the very next decision refuses', next.status === 403, {
    decision: refusal(next),
  });
}

async function copies(state: State): Promise<void> {
  for (const format of ['json', 'csv', 'html']) {
    const copy = await state.person.must(200, 'GET', `/api/my/copy?format=${format}`);
    tell(state, `downloads a copy as ${format}`, copy.text.includes(state.contact.value), {
      detail: { bytes: copy.text.length },
    });
  }
}

async function corrects(state: State): Promise<void> {
  const item = (await held(state)).find(({ correctable, collection }) => correctable && collection.id !== 'profile');
  if (!item) return tell(state, 'corrects a value', false);
  await state.person.must(200, 'PATCH', '/api/my/data', { item: item.id, value: 'Lin of the Lanterns' });
  const shown = await state.person.must(200, 'POST', '/api/my/data/reveal', { item: item.id });
  tell(state, 'corrects a value', (shown.body['value'] as unknown as string) === 'Lin of the Lanterns', {
    decision: { outcome: 'permit', clause: item.clause },
  });
}

const PATIENCE = 200;

async function closes(state: State): Promise<void> {
  const { person } = state;
  const { body: preview } = await person.must(200, 'GET', '/api/my/requests/preview?right=closure');
  await person.must(200, 'POST', '/api/session/proof', { password: state.password });
  const made = await person.must(202, 'POST', '/api/my/requests', { right: 'closure', confirm: preview['confirm'] });
  const request = made.body['request'] as unknown as { certificate: string; clause: string };
  for (let tries = 0; tries < PATIENCE; tries++) {
    const { body } = await new Agent(state.play.base).must(200, 'GET', `/api/certificates/${request.certificate}`);
    if (body['ready'] as unknown as boolean) {
      return tell(state, 'closes the account and keeps a signed certificate', true, {
        decision: { outcome: 'permit', clause: request.clause },
        detail: { certificate: request.certificate },
      });
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  tell(state, 'closes the account and keeps a signed certificate', false);
}

async function isGone(state: State): Promise<void> {
  const data = await state.person.call('GET', '/api/my/data');
  tell(state, 'her session is gone', data.status === 401, { decision: refusal(data) });
  const again = await new Agent(state.play.base).call('POST', '/api/session', {
    contact: state.contact,
    password: state.password,
  });
  tell(state, 'nobody can sign in as her', again.status === 401, { decision: refusal(again) });
  const region = 'cn';
  await state.operator.must(202, 'POST', `/api/console/ledger/${region}/verification`, {});
  for (let tries = 0; tries < PATIENCE; tries++) {
    const { body } = await state.operator.must(200, 'GET', '/api/console/ledger');
    const ledger = (
      body['ledgers'] as unknown as { region: { id: string }; size: number; verification: { state: string } }[]
    ).find((each) => each.region.id === region)!;
    if (ledger.verification.state !== 'running' && ledger.verification.state !== 'never') {
      return tell(state, 'the ledger still verifies, whole', ledger.verification.state === 'verified', {
        detail: { entries: ledger.size },
      });
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  tell(state, 'the ledger still verifies, whole', false);
}
