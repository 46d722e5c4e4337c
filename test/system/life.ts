/** What people do at the API of a Kept that runs, step by step: the way of the demo, for tests of the whole. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, type Answer } from '../../apps/cli/src/demo/agent.ts';

export { Agent, type Answer };

export type Contact = { readonly kind: 'email' | 'phone'; readonly value: string };

export interface Newcomer {
  readonly contact: Contact;
  readonly password: string;
  readonly nickname?: string;
  /** `CN` unless said, which is region `cn`; everybody else's is `sg`. */
  readonly residence?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Somebody extends Newcomer {
  readonly agent: Agent;
  readonly id: string;
  readonly region: string;
}

export interface Message {
  readonly subject?: string;
  readonly text: string;
}

interface Running {
  readonly url: string;
  readonly operatorToken: string;
}

const PATIENCE_MS = 60_000;

/** Calls `ask` until it answers something. */
export async function until<T>(ask: () => Promise<T | undefined>, within = PATIENCE_MS): Promise<T> {
  for (const from = performance.now(); performance.now() - from < within; await sleep(20)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error('it did not come about');
}

/** An operator at the console. One for each start of Kept: its link works once. */
export class Operator {
  readonly agent: Agent;

  private constructor(agent: Agent) {
    this.agent = agent;
  }

  static async at({ url, operatorToken }: Running): Promise<Operator> {
    const operator = new Operator(new Agent(url));
    await operator.agent.must(200, 'POST', '/api/operator/session', { token: operatorToken });
    return operator;
  }

  /** The newest messages of the outbox. */
  async messages(limit = 1): Promise<Message[]> {
    const { body } = await this.agent.must(200, 'GET', `/api/console/outbox?limit=${limit}`);
    return body['messages'] as unknown as Message[];
  }

  /** The code in the newest message. */
  async code(): Promise<string> {
    return until(async () => /\b\d{6}\b/.exec((await this.messages())[0]?.text ?? '')?.[0]);
  }

  /** Verifies the whole ledger of a region; how many entries it has, or what is wrong with it. */
  async verified(region: string): Promise<number | string> {
    await this.agent.must(202, 'POST', `/api/console/ledger/${region}/verification`, {});
    return until(async () => {
      const { body } = await this.agent.must(200, 'GET', '/api/console/ledger');
      const all = body['ledgers'] as unknown as {
        region: { id: string };
        size: number;
        verification: { state: string; problem?: string };
      }[];
      const { size, verification } = all.find((each) => each.region.id === region)!;
      if (verification.state === 'verified') return size;
      return verification.state === 'running' ? undefined : (verification.problem ?? verification.state);
    });
  }
}

/** Begins a registration; the id of it. The code lies in the outbox. */
export async function begin(agent: Agent, { contact, residence = 'CN' }: Newcomer): Promise<string> {
  const notice = await agent.must(200, 'GET', '/api/notice?lang=en');
  const { hash } = notice.body['policy'] as unknown as { hash: string };
  const start = { contact, residence, ageAtLeast: 18, language: 'en', notice: hash };
  return String((await agent.must(202, 'POST', '/api/registrations', start)).body['registration']);
}

/** Registers, from the notice to the session. One at a time: codes are told apart by their order. */
export async function join({ url }: Running, operator: Operator, newcomer: Newcomer): Promise<Somebody> {
  const agent = new Agent(url, newcomer.headers);
  const registration = await begin(agent, newcomer);
  const { password, nickname } = newcomer;
  const confirm = { code: await operator.code(), password, ...(nickname && { nickname }) };
  const { body } = await agent.must(201, 'POST', `/api/registrations/${registration}/confirm`, confirm);
  return { ...newcomer, agent, id: String(body['person']), region: String(body['region']) };
}

/** Gives or withdraws a consent. */
export const choose = (agent: Agent, consent: string, given: boolean): Promise<Answer> =>
  agent.must(200, 'PUT', `/api/my/consents/${consent}`, { given });

/** Fills in profile fields, having agreed to that. */
export async function fillIn(agent: Agent, values: Readonly<Record<string, string>>): Promise<void> {
  await choose(agent, 'profile', true);
  await agent.must(200, 'PATCH', '/api/account/profile', { values });
}

export interface HeldItem {
  readonly id: string;
  readonly field: string;
  readonly revealable: boolean;
}

export async function held(agent: Agent): Promise<HeldItem[]> {
  const { body } = await agent.must(200, 'GET', '/api/my/data');
  return (body['categories'] as unknown as { items: HeldItem[] }[]).flatMap(({ items }) => items);
}

/** Reads what would go, and proves who they are, with the app's code where there is one; what to type to confirm. */
export async function readyToClose(agent: Agent, password: string, code?: string): Promise<string> {
  const { body } = await agent.must(200, 'GET', '/api/my/requests/preview?right=closure');
  // Everybody here comes from one address, so that a proof may have to wait its turn.
  await until(async () => {
    const { status } = await agent.call('POST', '/api/session/proof', { password, ...(code && { code }) });
    if (status !== 200 && status !== 429) throw new Error(`the proof was answered ${status}`);
    return status === 200 || undefined;
  });
  return String(body['confirm']);
}

/** Asks for the closure of the account; the code of the certificate. */
export async function askToClose(agent: Agent, confirm: string): Promise<string> {
  const { body } = await agent.must(202, 'POST', '/api/my/requests', { right: 'closure', confirm });
  return (body['request'] as unknown as { certificate: string }).certificate;
}

/** Both. */
export const close = async (agent: Agent, password: string, code?: string): Promise<string> =>
  askToClose(agent, await readyToClose(agent, password, code));

/** Waits for the certificate of a closure. */
export function certificate({ url }: Running, code: string): Promise<Record<string, unknown>> {
  const stranger = new Agent(url);
  return until(async () => {
    const { body } = await stranger.must(200, 'GET', `/api/certificates/${code}`);
    return body['ready'] ? (body['certificate'] as unknown as Record<string, unknown>) : undefined;
  });
}
