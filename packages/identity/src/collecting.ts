/** What the account desk takes down about a person is decided by the policy first, like everybody else's. */
import type { Gate } from '@kept/gate';
import type { Naming } from './naming.ts';

export interface Collecting {
  /** Registration. Throws `GATE_REFUSED`. */
  account(person: string, fields: readonly ('phone' | 'email' | 'code' | 'password' | 'nickname')[]): Promise<void>;
  /** Where a session begins: whether address and device may be noted. */
  session(person: string): Promise<boolean>;
  /** Throws `GATE_REFUSED`. */
  secondStep(person: string, fields: readonly ('secret' | 'backupCodes' | 'passkey')[]): Promise<void>;
}

export function openCollecting(gate: Pick<Gate, 'ask' | 'permit'>, naming: Naming): Collecting {
  const { account, secondStep, service, session } = naming;
  const by = (person: string) =>
    ({ action: 'collect', actor: { role: 'person', id: person }, service, subject: person }) as const;
  return {
    async account(person, fields) {
      const { purpose, collection } = account;
      await gate.permit({ ...by(person), purpose, collection, fields: fields.map((field) => account[field]) });
    },
    async session(person) {
      const { purpose, collection, address, device } = session;
      const { permit } = await gate.ask({ ...by(person), purpose, collection, fields: [address, device] });
      return permit !== undefined;
    },
    async secondStep(person, fields) {
      const { purpose, collection } = secondStep;
      await gate.permit({ ...by(person), purpose, collection, fields: fields.map((field) => secondStep[field]) });
    },
  };
}
