/**
 * The dynamic security plugin of Mosquitto 2 (`$CONTROL/dynamic-security/v1`): each device is a client with a role of its
 * own that lets it into its mount and nowhere else. A client that is deleted is disconnected at once.
 */
import { randomUUID } from 'node:crypto';
import type { MqttClient } from 'mqtt';
import { BrokerUnguarded, BrokerUnreachable } from './errors.ts';

const TOPIC = '$CONTROL/dynamic-security/v1';
const PATIENCE_MS = 5_000;
const ROLE = 'kept:';
const OWN_ROLE = 'kept';

interface Answer {
  readonly command?: string;
  readonly correlationData?: string;
  readonly error?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A mount as it is named among roles, and back. */
const roleOf = (mount: string): string => `${ROLE}${mount.replace('/', ':')}`;
const nameOf = (mount: string): string => mount.slice(mount.indexOf('/') + 1);

/** An administrator of the plugin, over a connection that others use too. */
export class DynamicSecurity {
  readonly #client: MqttClient;
  readonly #waiting = new Map<string, (answer: Answer) => void>();

  private constructor(client: MqttClient) {
    this.#client = client;
    client.on('message', (topic, payload) => {
      if (topic === `${TOPIC}/response`) this.#heard(payload);
    });
  }

  /** Throws BROKER_UNGUARDED where there is no such plugin, or not for us. */
  static async of(client: MqttClient): Promise<DynamicSecurity> {
    const security = new DynamicSecurity(client);
    try {
      await client.subscribeAsync(`${TOPIC}/response`, { qos: 1 });
      const { acls } = (await security.#ask('getDefaultACLAccess')) as { acls?: { acltype: string; allow: boolean }[] };
      const open = acls?.some(({ acltype, allow }) => allow && /^(publishClientSend|subscribe)/.test(acltype));
      if (open !== false) throw new BrokerUnguarded('it lets every client publish or subscribe where it likes');
      return security;
    } catch (error) {
      if (error instanceof BrokerUnguarded) throw error;
      throw new BrokerUnguarded('who comes in, and who has to leave, cannot be said to it');
    }
  }

  /** Lets Kept itself publish to its devices. Answers whether it had to: then the broker closes the connection. */
  async mayPublish(username: string): Promise<boolean> {
    const { client } = (await this.#ask('getClient', { username })) as { client?: { roles?: { rolename: string }[] } };
    if (client?.roles?.some(({ rolename }) => rolename === OWN_ROLE)) return false;
    const acls = ['publishClientSend', 'publishClientReceive', 'subscribePattern'].map((acltype) =>
      allow(acltype, '#'),
    );
    await this.#ask('createRole', { rolename: OWN_ROLE, acls }).catch(() => {});
    // The broker closes the connection before it answers: whoever connects anew will see.
    await this.#ask('addClientRole', { username, rolename: OWN_ROLE }).catch(() => {});
    return true;
  }

  /** Throws BROKER_UNREACHABLE. */
  async admit(mount: string, username: string, password: string): Promise<void> {
    const rolename = roleOf(mount);
    const acls = ['publishClientSend', 'publishClientReceive', 'subscribePattern', 'unsubscribePattern'];
    await this.#ask('createRole', { rolename, acls: acls.map((acltype) => allow(acltype, `${mount}/#`)) });
    await this.#ask('createClient', { username, password, roles: [{ rolename }] });
  }

  /** Its connection is closed when it resolves. One that is not there is no failure. */
  async expel(mount: string): Promise<void> {
    for (const [command, about] of [
      ['deleteClient', { username: nameOf(mount) }],
      ['deleteRole', { rolename: roleOf(mount) }],
    ] as const)
      await this.#ask(command, about).catch((error: unknown) => {
        if (error instanceof BrokerUnreachable && error.cause === undefined) throw error;
      });
  }

  /** Mounts of all whom Kept has let in. */
  async mounts(): Promise<string[]> {
    const { roles } = (await this.#ask('listRoles', { count: -1, offset: 0 })) as { roles?: unknown[] };
    return (roles ?? []).flatMap((role) => {
      const name = typeof role === 'string' ? role : '';
      return name.startsWith(ROLE) ? [name.slice(ROLE.length).replace(':', '/')] : [];
    });
  }

  /** Throws BROKER_UNREACHABLE: without a cause where nobody answered, else with what the broker said. */
  async #ask(command: string, about: object = {}): Promise<Readonly<Record<string, unknown>>> {
    if (!this.#client.connected) throw new BrokerUnreachable();
    const correlationData = randomUUID();
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const timer = setTimeout(() => reject(new BrokerUnreachable()), PATIENCE_MS);
    this.#waiting.set(correlationData, resolve);
    try {
      const commands = [{ command, correlationData, ...about }];
      await this.#client.publishAsync(TOPIC, JSON.stringify({ commands }), { qos: 1 });
      const { error, data = {} } = await promise;
      if (error !== undefined) throw new BrokerUnreachable(error);
      return data;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(correlationData);
    }
  }

  #heard(payload: Buffer): void {
    const { responses = [] } = JSON.parse(payload.toString('utf8')) as { responses?: Answer[] };
    for (const answer of responses) this.#waiting.get(answer.correlationData ?? '')?.(answer);
  }
}

const allow = (acltype: string, topic: string) => ({ acltype, topic, priority: 0, allow: true });
